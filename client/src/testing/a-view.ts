import { type SeatId, type SessionId, type StepId, asId } from '@roundel/shared/kernel'
import type { MePart, SessionPart, StepPart, View } from '@roundel/shared/session'

/** An id for tests, of a name. */
export const anId = <Kind extends string>(name: string) => asId<Kind>(name.padEnd(16, '-'))

const SESSION: SessionPart = {
  id: anId<'session'>('session') as SessionId,
  title: 'The front desk',
  challenge: { text: 'How might we make waiting calmer?' },
  language: 'en',
  state: 'live',
  agenda: [{ id: anId<'step'>('step-1') as StepId, kind: 'brainstorm', minutes: 15, state: 'live' }],
  settings: { door: 'open', participants: 60, participantsExport: false, allowLate: true },
}

const ME: MePart = {
  seat: anId<'seat'>('leila') as SeatId,
  name: 'Leila',
  colour: 'mint',
  role: 'participant',
  side: 'team',
  flags: [],
  state: 'seated',
  can: { 'add-item': true, 'edit-item': true, 'publish-late': true, mark: true, unmark: true, withdraw: true },
  marks: [],
}

const STEP: StepPart = {
  id: anId<'step'>('step-1') as StepId,
  kind: 'brainstorm',
  phase: 'write',
  phases: [
    { key: 'write', minutes: 6 },
    { key: 'build', minutes: 4, begins: 'reveal' },
    { key: 'group', minutes: 5 },
  ],
  epoch: 3,
  names: 'hidden',
  policies: { add: 'private', kinds: ['idea'], edit: 'none', place: 'none', group: 'none' },
  locked: false,
  clock: { state: 'off' },
  counts: { ready: 0, writers: 0, finished: 0, here: 1, published: 0 },
  data: {},
}

/** A view for tests: a participant in a brainstorm's private phase, changed as asked. Without `step` there is none. */
export const aView = (
  change: {
    readonly session?: Partial<SessionPart>
    readonly me?: Partial<MePart>
    readonly people?: View['people']
    readonly step?: Partial<StepPart>
  } = {},
): View => ({
  v: 7,
  session: { ...SESSION, ...change.session },
  me: { ...ME, ...change.me },
  people: change.people ?? [{ id: ME.seat, name: ME.name, colour: ME.colour, role: ME.role, here: true }],
  ...(change.step && { step: { ...STEP, ...change.step } }),
  now: Date.now(),
})

/** The rights of the phase in which all is open. */
export const OPEN: Partial<StepPart> = {
  phase: 'build',
  policies: { add: 'open', kinds: ['idea'], edit: 'own', place: 'none', group: 'none' },
}
