import type { StepPart, View } from '@roundel/shared/session'
import type { MessageKey } from '../i18n/message-key.ts'
import type { CommandBody } from '../sync/commands.ts'
import type { MethodView } from '../methods/index.ts'

/** What the one bright button does, and how it says so. */
export interface NextPress {
  readonly command: CommandBody
  readonly label: MessageKey
  readonly values?: Readonly<Record<string, string | number>>
}

const RELEASES = {
  reveal: 'bar.reveal',
  results: 'bar.results',
  harvest: 'bar.harvest',
} as const satisfies Readonly<Partial<Record<NonNullable<StepPart['phases'][number]['begins']>, MessageKey>>>

/**
 * What comes next in a session, as a press. A release is announced first; while it is, the press makes it happen now.
 * Undefined after the end.
 */
export const findNextPress = (
  { session, step }: Pick<View, 'session' | 'step'>,
  methods: Readonly<Record<string, MethodView>>,
  nameOf: (entry: View['session']['agenda'][number]) => string,
): NextPress | undefined => {
  const nextStep = session.agenda.find(({ state }) => state === 'planned')
  if (session.state === 'ended') return undefined
  if (session.state === 'lobby' || !step) {
    return nextStep && { command: { type: 'start' }, label: 'bar.start', values: { step: nameOf(nextStep) } }
  }
  const expected = { step: step.id, epoch: step.epoch }
  if (step.armed) return { command: { type: 'advance', expected }, label: 'armed.now' }
  const next = step.phases[step.phases.findIndex(({ key }) => key === step.phase) + 1]
  // What is taken out of people's hands is called as its phase is: nothing is released by it.
  if (next?.begins === 'freeze') {
    return { command: { type: 'arm', expected }, label: methods[step.kind]?.phases[next.key]?.go ?? 'bar.next' }
  }
  if (next?.begins) {
    return { command: { type: 'arm', expected }, label: RELEASES[next.begins], values: { count: step.counts.ready } }
  }
  if (next)
    return { command: { type: 'advance', expected }, label: methods[step.kind]?.phases[next.key]?.go ?? 'bar.next' }
  // Only steps behind the present one come next; an earlier one may be planned again after going back.
  const at = session.agenda.findIndex(({ state }) => state === 'live')
  const following = session.agenda.find(({ state }, index) => index > at && state === 'planned')
  return following
    ? { command: { type: 'advance', expected }, label: 'bar.next-step', values: { step: nameOf(following) } }
    : { command: { type: 'end', expected }, label: 'bar.finish' }
}
