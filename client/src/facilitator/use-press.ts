import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import type { CommandBody } from '../sync/commands.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'

/** Gives a command and answers whether it was carried out. */
export type Press = (command: CommandBody) => Promise<boolean>

/**
 * A way to press things, one at a time, and why the last press was refused. That is read out too, unless what shows it
 * speaks by itself, as a field does.
 */
export const usePress = ({ isAloud = true }: { readonly isAloud?: boolean } = {}): {
  readonly press: Press
  readonly isBusy: boolean
  readonly problem?: string
} => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const press: Press = async (command) => {
    if (isBusy) return false
    setIsBusy(true)
    const reply = await give(command)
    setIsBusy(false)
    const failure = reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code])
    setProblem(failure)
    if (failure && isAloud) announce(failure, 'assertive')
    return reply.ok
  }
  return { press, isBusy, ...(problem !== undefined && { problem }) }
}
