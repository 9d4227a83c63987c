import { useRef, useState } from 'react'
import { useText } from '../i18n/text.ts'
import type { Done } from '../sync/api.ts'
import type { CommandBody } from '../sync/commands.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'

/** Gives a command and answers what it did; undefined when it was not carried out. */
export type Press = (command: CommandBody) => Promise<Done | undefined>

/** What tells a press from another; undefined for one that is meant as often as it is pressed: a minute more is a minute more. */
const keyOf = (command: CommandBody): string | undefined => ('addMs' in command ? undefined : JSON.stringify(command))

/**
 * A way to press things, and why the last press was refused. Presses are carried out in the order in which they were made, also
 * on a line whose answers take their time; the same one again before it is done was the same press.
 */
export const usePress = ({
  isAloud = true,
  isOnce = true,
}: {
  /** Whether a refusal is read out; not where what shows it speaks by itself, as a field does. */
  readonly isAloud?: boolean
  /** Whether the same press is left out while it is on its way. */
  readonly isOnce?: boolean
} = {}): { readonly press: Press; readonly isBusy: boolean; readonly problem?: string } => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const underWay = useRef(new Set<string>())
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const [count, setCount] = useState(0)
  const [problem, setProblem] = useState<string>()
  const press: Press = async (command) => {
    const key = isOnce ? keyOf(command) : undefined
    if (key !== undefined && underWay.current.has(key)) return undefined
    if (key !== undefined) underWay.current.add(key)
    setCount((before) => before + 1)
    const given = last.current.then(() => give(command))
    last.current = given.catch(() => undefined)
    const reply = await given
    if (key !== undefined) underWay.current.delete(key)
    setCount((before) => before - 1)
    const failure = reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code])
    setProblem(failure)
    if (failure && isAloud) announce(failure, 'assertive')
    return reply.ok ? reply.value : undefined
  }
  return { press, isBusy: count > 0, ...(problem !== undefined && { problem }) }
}
