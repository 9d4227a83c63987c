import { useState } from 'react'
import type { MessageKey } from '../../i18n/message-key.ts'
import { type Text, useText } from '../../i18n/text.ts'
import type { CommandBody } from '../../sync/commands.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import type { Problem } from '../../sync/problem.ts'
import { useRoom } from '../../sync/room-context.ts'

/** What stands in the way, in a sentence. */
const GATES: Readonly<Record<string, MessageKey>> = {
  changed: 'decide.gate-changed',
  why: 'decide.why-needed',
  text: 'decide.text-needed',
}

const wordsFor = (t: Text, { code, details }: Problem): string => {
  const gate = GATES[String(details?.['gate'])]
  if (gate) return t(gate)
  return t(details?.['path'] === 'items' ? 'decide.gate-negative' : PROBLEM_TEXTS[code])
}

/** A way to give a command and to learn in words why it was refused, for who called to show. What was typed is kept there. */
export const useGive = () => {
  const t = useText()
  const { give } = useRoom()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const send = async (command: CommandBody): Promise<boolean> => {
    setIsBusy(true)
    const reply = await give(command)
    setIsBusy(false)
    const words = reply.ok ? undefined : wordsFor(t, reply.error)
    setProblem(words)
    return reply.ok
  }
  return { send, isBusy, problem }
}
