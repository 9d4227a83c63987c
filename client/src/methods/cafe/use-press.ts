import { useCallback, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import type { CommandBody } from '../../sync/commands.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useRoom } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'

/** Gives a command; answers whether it was taken. */
export type Press = (command: CommandBody, said?: string) => Promise<boolean>

/** A way to give commands: what was refused is shown by whoever draws `problem`, and read out; `said` is read out when it was taken. */
export const usePress = (): {
  readonly press: Press
  readonly isBusy: boolean
  readonly problem: string | undefined
} => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const press = useCallback<Press>(
    async (command, said) => {
      setIsBusy(true)
      const reply = await give(command)
      setIsBusy(false)
      const words = reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code])
      setProblem(words)
      if (words) announce(words, 'assertive')
      else if (said) announce(said)
      return reply.ok
    },
    [announce, give, t],
  )
  return { press, isBusy, problem }
}
