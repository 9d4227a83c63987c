import { LIMITS } from '@roundel/shared/kernel'
import { useState } from 'react'
import type { MessageKey } from '../../i18n/message-key.ts'
import { type Text, useText } from '../../i18n/text.ts'
import type { Done } from '../../sync/api.ts'
import type { CommandBody } from '../../sync/commands.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import type { Problem } from '../../sync/problem.ts'
import { useRoom } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'

/** What is shut, and why, in a sentence. */
const GATES: Readonly<Record<string, MessageKey>> = {
  problem: 'whys.gate-problem',
  refuted: 'whys.gate-refuted',
  'built-on': 'whys.gate-built-on',
  proof: 'whys.gate-proof',
  judged: 'whys.gate-judged',
  done: 'whys.gate-done',
  accepted: 'whys.gate-accepted',
  root: 'whys.gate-root',
  rejected: 'whys.gate-rejected',
  addressed: 'whys.gate-addressed',
  'no-root': 'whys.gate-no-root',
  paused: 'whys.gate-paused',
  circle: 'whys.gate-circle',
}

const wordsFor = (t: Text, { code, details }: Problem): string => {
  const gate = GATES[String(details?.['gate'])]
  if (gate) return t(gate)
  if (details?.['changed']) return t('whys.gate-changed')
  if (code === 'duplicate') return t('whys.gate-same-words')
  if (details?.['depth']) return t('whys.gate-depth', { most: LIMITS.whyDepth })
  return t(PROBLEM_TEXTS[code])
}

/** A way to give a command and to learn in words why it was refused. Nothing typed is lost: the caller keeps it until it was taken. */
export const useGive = () => {
  const t = useText()
  const { give } = useRoom()
  const [isBusy, setIsBusy] = useState(false)
  const send = async (command: CommandBody): Promise<{ readonly done?: Done; readonly problem?: string }> => {
    setIsBusy(true)
    const reply = await give(command)
    setIsBusy(false)
    return reply.ok ? { done: reply.value } : { problem: wordsFor(t, reply.error) }
  }
  return { send, isBusy }
}

/** The same for plain presses: a refusal is shown by whoever draws `problem`, and read out. */
export const usePress = () => {
  const announce = useAnnounce()
  const { send, isBusy } = useGive()
  const [problem, setProblem] = useState<string>()
  const press = async (command: CommandBody): Promise<boolean> => {
    const { problem: failure } = await send(command)
    setProblem(failure)
    if (failure) announce(failure, 'assertive')
    return failure === undefined
  }
  return { press, isBusy, problem }
}
