import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import type { Done } from '../sync/api.ts'
import type { CommandBody } from '../sync/commands.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'

/** Gives a command and answers what it did; undefined when it was not carried out. */
export type Press = (command: CommandBody) => Promise<Done | undefined>

/** A way to press things, and why the last press was refused. */
export const usePress = ({
  isAloud = true,
  isOneAtATime = true,
}: {
  /** Whether a refusal is read out; not where what shows it speaks by itself, as a field does. */
  readonly isAloud?: boolean
  /** Whether a press is left out while another one is on its way. */
  readonly isOneAtATime?: boolean
} = {}): { readonly press: Press; readonly isBusy: boolean; readonly problem?: string } => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const press: Press = async (command) => {
    if (isBusy && isOneAtATime) return undefined
    setIsBusy(true)
    const reply = await give(command)
    setIsBusy(false)
    const failure = reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code])
    setProblem(failure)
    if (failure && isAloud) announce(failure, 'assertive')
    return reply.ok ? reply.value : undefined
  }
  return { press, isBusy, ...(problem !== undefined && { problem }) }
}
