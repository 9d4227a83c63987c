import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import type { CommandBody } from '../../sync/commands.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useRoom } from '../../sync/room-context.ts'

/** Gives a command and says whether it was carried out. */
export type Press = (command: CommandBody) => Promise<boolean>

/** A way to give commands, and why the last one was not carried out. */
export const usePress = (): readonly [Press, string | undefined] => {
  const t = useText()
  const { give } = useRoom()
  const [problem, setProblem] = useState<string>()
  const press: Press = async (command) => {
    const reply = await give(command)
    setProblem(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    return reply.ok
  }
  return [press, problem]
}
