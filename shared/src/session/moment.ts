import type { StepId } from '../kernel/index.ts'
import { type Moment, type OpenAction, type Participant, type Scored, methodOf } from '../methods/index.ts'
import { cardName } from '../methods/random/decks/card-names.ts'
import type { Circumstances } from './circumstances.ts'
import { listDecided } from './decided-steps.ts'
import { isInput, listWorkedOn } from './input.ts'
import { compareArrival } from './line.ts'
import { leads, listSeats, takesPart } from './rights.ts'
import type { Session, Step } from './session.ts'
import { workOf, workingsOf } from './work.ts'

/** Who takes part and is seated, in the order in which they came. */
export const listParticipants = (session: Session): readonly Participant[] =>
  listSeats(session)
    .filter((seat) => seat.state === 'seated' && takesPart(seat))
    .toSorted(compareArrival)
    .map((seat) => ({
      seat: seat.id,
      leads: leads(seat),
      side: seat.side,
      language: seat.language,
      ...(seat.department !== undefined && { department: seat.department }),
      ...(seat.place !== undefined && { place: seat.place }),
      ...(seat.flags.includes('host') && { mayHost: true as const }),
    }))

/** What a method may ask when something happens in one of its steps. */
export const momentOf = (session: Session, step: Step, phase: string, circumstances: Circumstances): Moment => ({
  now: circumstances.now,
  step: step.id,
  settings: methodOf(step.kind).settings(step.settings),
  phase,
  prompts: Array.isArray(step.prompts) ? step.prompts : [],
  language: session.language,
  people: listParticipants(session).map(({ seat }) => seat),
  participants: listParticipants(session),
  random: circumstances.random,
  newId: circumstances.newId,
  nameOf: (thing) => cardName(thing, session.language),
  item: (id) => circumstances.item(id)?.item,
  isGroup: circumstances.isGroup,
  input: () =>
    listWorkedOn(session, step.id)
      .flatMap(circumstances.itemsOf)
      .filter((item) => isInput(step, item)),
  itemsOf: circumstances.itemsOf,
  linksOf: circumstances.linksOf,
  cloth: circumstances.cloth,
  names: step.names,
  scored: () => findScored(session, step.id),
  siblings: () => listSiblings(session, step),
  openActions: () => listUnseen(session, step.id, circumstances.openActions?.() ?? []),
})

/** What other steps of the same method have come to. */
const listSiblings = (session: Session, { id, kind }: Step): readonly unknown[] =>
  session.agenda.flatMap((other) => {
    const state = other.kind === kind && other.id !== id ? workOf(session, other.id) : undefined
    return state === undefined ? [] : [state]
  })

/** What the nearest vote before a step came to, where one was shown. */
const findScored = (session: Session, before: StepId): Scored | undefined => {
  const at = session.agenda.findIndex(({ id }) => id === before)
  for (const step of session.agenda.slice(0, Math.max(0, at)).toReversed()) {
    const state = workOf(session, step.id)
    const places = state === undefined ? undefined : workingsOf(step)?.places?.(state)
    if (places && places.length > 0) return { step: step.id, places }
  }
  return undefined
}

/** The open actions of earlier sessions that no other step of this one has taken up. */
const listUnseen = (session: Session, step: StepId, open: readonly OpenAction[]): readonly OpenAction[] => {
  const seen = new Set(
    listDecided(session).flatMap((other) =>
      other.step === step ? [] : other.work.earlier.map(({ session: from, action }) => `${from} ${action}`),
    ),
  )
  return open.filter(({ session: from, action }) => from !== session.id && !seen.has(`${from} ${action}`))
}
