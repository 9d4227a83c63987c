import type { DraftItem, Item } from '../board/index.ts'
import { placeAt, rankAt } from '../board/index.ts'
import {
  type ItemId,
  LIMITS,
  type Refusal,
  type Result,
  type SeatId,
  type StepId,
  type TableId,
  asId,
  fail,
  ok,
  omit,
  refusal,
} from '../kernel/index.ts'
import {
  type DecideWork,
  type Moment,
  type OpenAction,
  type Participant,
  type Scored,
  type WorkWrite,
  type Workings,
  methodOf,
} from '../methods/index.ts'
import { cardName } from '../methods/random/decks/card-names.ts'
import type { Circumstances, DocumentWrite } from './circumstances.ts'
import { isInput, listWorkedOn } from './input.ts'
import { compareArrival } from './line.ts'
import { findStop } from './plan.ts'
import { publish } from './publish.ts'
import { findSeat, leads, listSeats, takesPart } from './rights.ts'
import type { Seat, Session, Step } from './session.ts'

/** What the method of a step keeps of it besides items; undefined for a method that keeps nothing. */
export const workingsOf = ({ kind }: Pick<Step, 'kind'>): Workings<unknown> | undefined => methodOf(kind).workings

/** The state of a step's workings; undefined before the step was first live, and where nothing is kept. */
export const workOf = ({ workings }: Session, step: StepId): unknown =>
  workings && Object.hasOwn(workings, step) ? workings[step] : undefined

/** The session with another state of one step's workings. */
export const withWork = (session: Session, step: StepId, state: unknown): Session =>
  workOf(session, step) === state ? session : { ...session, workings: { ...session.workings, [step]: state } }

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

/** The session without what is kept of steps that do not stand on an agenda. */
export const dropWork = (session: Session, agenda: readonly Step[]): Session => {
  const { workings = {} } = session
  const gone = (Object.keys(workings) as StepId[]).filter((id) => agenda.every((step) => step.id !== id))
  return gone.length === 0 ? session : { ...session, workings: omit(workings, ...gone) }
}

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

/** What each step of a session that decides has come to, in the order of the agenda. */
export const listDecided = (session: Session): readonly { readonly step: StepId; readonly work: DecideWork }[] =>
  session.agenda.flatMap(({ id, kind }) => {
    const work = kind === 'decide' ? workOf(session, id) : undefined
    return work === undefined ? [] : [{ step: id, work: work as DecideWork }]
  })

/**
 * What the server writes because of a change of workings. `seat` is whose command it follows from: the items that come are
 * theirs, unless they are nobody's or whoever's wrote another. Refuses with `too-many` where the board has no place for what somebody adds.
 */
export const writeWork = (
  session: Session,
  step: Step,
  writes: readonly WorkWrite[],
  seat: SeatId | undefined,
  circumstances: Circumstances,
): Result<readonly DocumentWrite[], Refusal> => {
  let count = circumstances.itemCount()
  const written: DocumentWrite[] = []
  for (const write of writes) {
    if (write.type !== 'add-item') {
      written.push(
        write.type === 'add-link'
          ? { type: 'add-link', link: { ...write.link, id: write.link.id ?? asId(circumstances.newId()) } }
          : write,
      )
      continue
    }
    const lang = write.lang ?? session.language
    // Whoever was forgotten meanwhile wrote nothing any more.
    const by = write.by === undefined || findSeat(session, write.by) ? write.by : undefined
    const named = write.as === undefined ? seat : circumstances.item(write.as)?.owner
    const writer = write.by === undefined ? named : by
    if (write.onCloth) {
      const item = makeItem(step, { ...write, lang }, circumstances.cloth(write.table ?? NO_TABLE).length)
      const signed = writer === undefined ? item : { ...item, author: writer }
      written.push({ type: 'add-item', item: signed, cloth: true, ...(writer !== undefined && { owner: writer }) })
      continue
    }
    if (write.nobodys || writer === undefined) {
      written.push({ type: 'add-item', item: makeItem(step, { ...write, lang }, count) })
    } else {
      if (count >= LIMITS.itemsPerBoard) return fail(refusal('too-many', { most: LIMITS.itemsPerBoard }))
      const draft: DraftItem = {
        id: asId(circumstances.newId()),
        kind: write.kind,
        step: step.id,
        text: write.text,
        lang,
        state: 'ready',
        ...fromTable(write),
      }
      written.push(...publish(session, step, { seat: writer, item: draft }, write.item, count))
    }
    count++
  }
  return ok(written)
}

/** No cloth is ever that of no table. */
const NO_TABLE: TableId = asId('')

const fromTable = ({ table, round }: Pick<Item, 'table' | 'round'>): Pick<Item, 'table' | 'round'> => ({
  ...(table !== undefined && { table }),
  ...(round !== undefined && { round }),
})

const makeItem = (
  step: Step,
  write: { readonly item: ItemId; readonly lang: string } & Pick<Item, 'kind' | 'text' | 'table' | 'round'>,
  index: number,
): Item => ({
  id: write.item,
  kind: write.kind,
  step: step.id,
  text: write.text,
  lang: write.lang,
  rank: rankAt(index),
  at: placeAt(index),
  state: 'published',
  ...fromTable(write),
})

/** Every item that only the commands of some method change, by the steps that keep them. */
const kept = new WeakMap<NonNullable<Session['workings']>, ReadonlySet<ItemId>>()

/** Whether only the commands of its method change an item, or take it away: others count on what it says. */
export const isKept = ({ workings, agenda }: Session, item: ItemId): boolean => {
  if (!workings) return false
  const known =
    kept.get(workings) ??
    new Set(
      agenda.flatMap((step) => {
        const state = Object.hasOwn(workings, step.id) ? workings[step.id] : undefined
        return state === undefined ? [] : (workingsOf(step)?.keeps?.(state) ?? [])
      }),
    )
  kept.set(workings, known)
  return known.has(item)
}

/** Why nobody goes on from the present phase to the next one; undefined where its method has nothing against it. */
export const objectToLeaving = (session: Session): Refusal | undefined => {
  const stop = findStop(session)
  const state = stop && workOf(session, stop.step.id)
  if (!stop || state === undefined) return undefined
  return workingsOf(stop.step)?.objectToLeaving?.(state, stop.phase.key)
}

/** The session whose workings know a seat by another id: of the one that it is part of now, or of nobody. */
export const replaceInWork = (session: Session, seat: SeatId, into: SeatId): Session =>
  session.agenda.reduce((next, step) => {
    const state = workOf(next, step.id)
    const replace = workingsOf(step)?.replaceSeat
    return state === undefined || !replace ? next : withWork(next, step.id, replace(state, seat, into))
  }, session)

/** Whether decisions are a seat's: those of whoever was made to decide, or of those who lead where nobody at the session was. */
export const decidesHere = (session: Session, seat: Seat): boolean =>
  isDecider(seat) || (leads(seat) && findDecider(session) === undefined)

/** Who was made to decide and is at the session. */
export const findDecider = (session: Session): SeatId | undefined => listSeats(session).find(isDecider)?.id

const isDecider = (seat: Seat): boolean => seat.state === 'seated' && takesPart(seat) && seat.flags.includes('decider')

/** As much of a person as a method asks about their rights. */
export const personOf = (session: Session, seat: Seat) => ({
  seat: seat.id,
  leads: leads(seat),
  scribe: seat.flags.includes('scribe'),
  decides: decidesHere(session, seat),
})
