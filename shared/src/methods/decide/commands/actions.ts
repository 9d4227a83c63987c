import * as v from 'valibot'
import { type ItemId, type Refusal, type Result, anId, asId, fail, ok, omit, refusal } from '../../../kernel/index.ts'
import {
  ACTION_STATES,
  type Action,
  ActionChange,
  ActionFields,
  type CausePlace,
  type EarlierAction,
  type Outcome,
  type Owner,
  OwnerField,
  RefutedField,
  ReviewFields,
  isSameCause,
} from '../action.ts'
import {
  addAction as add,
  changeAction,
  makeAction,
  reviewAction as review,
  withAction,
  withoutAction,
} from '../changes.ts'
import type { WorkWrite } from '../../workings.ts'
import type { DecideWork } from '../state.ts'
import { type DecideMoment, PHASES, define, objectToItems, objectToOwner, steers } from './command.ts'

const isOwn = (owner: Owner, { seat }: Pick<DecideMoment, 'seat'>): boolean => 'seat' in owner && owner.seat === seat

/** Who writes the decision down does it for everybody; others only what they take on themselves. */
const mayTouch = (owner: Owner, moment: DecideMoment): boolean => steers(moment) || isOwn(owner, moment)

/** The insight that stands on the board because of how an action went; undefined where there is none, or no more. */
const standingInsight = ({ insight }: EarlierAction, { item }: Pick<DecideMoment, 'item'>): ItemId | undefined =>
  insight !== undefined && item(insight)?.state === 'published' ? insight : undefined

/** Takes the insight away that was kept of what is no longer said. */
const withdrawInsight = (earlier: EarlierAction, moment: Pick<DecideMoment, 'item'>): readonly WorkWrite[] => {
  const stale = standingInsight(earlier, moment)
  return stale ? [{ type: 'set-state', item: stale, state: 'withdrawn' }] : []
}

/** Why a result cannot say of causes that they were none: it does not go back to them, or nothing was tried. */
const objectToRefuted = (
  { causes = [] }: EarlierAction,
  refutes: readonly CausePlace[],
  outcome: Outcome,
): Refusal | undefined => {
  const isKnown = (place: CausePlace): boolean => causes.some((cause) => isSameCause(cause, place))
  if (!refutes.every(isKnown)) return refusal('unknown')
  return refutes.length > 0 && outcome === 'not-tried' ? refusal('bad-input', { path: 'refutes' }) : undefined
}

const changed = (work: Result<DecideWork, Refusal>) => (work.ok ? ok({ state: work.value, writes: [] }) : work)

/**
 * Adds something that somebody will do: in the room, or outside by name. Anybody may take one on themselves; for others it is
 * written by who writes the decision down. Answers nothing: the id stands in the view.
 *
 * Refuses with `not-allowed`, `unknown` for an owner who does not take part or an idea that is not there, `bad-input` for one
 * that nobody may decide on, `too-many`.
 */
export const addAction = define({
  type: 'add-action',
  fields: ActionFields,
  phases: PHASES,
  unlogged: 'by-whom',
  decide: (work, fields, moment) => {
    if (!mayTouch(fields.owner, moment)) return fail(refusal('not-allowed'))
    const objection = objectToOwner(moment, fields.owner) ?? objectToItems(moment, fields.items)
    if (objection) return fail(objection)
    return changed(add(work, makeAction(asId(moment.newId()), fields, moment.now)))
  },
})

/** Changes an action; one's own, unless one writes the decision down. Refuses as `add-action` does. */
export const editAction = define({
  type: 'edit-action',
  fields: { action: anId<'action'>(), ...ActionChange },
  phases: PHASES,
  unlogged: 'by-whom',
  decide: (work, { action: id, ...change }, moment) => {
    const found = work.actions.find((action) => action.id === id)
    if (!found) return fail(refusal('unknown'))
    if (!mayTouch(found.owner, moment) || (change.owner && !mayTouch(change.owner, moment))) {
      return fail(refusal('not-allowed'))
    }
    const objection = objectToOwner(moment, change.owner) ?? objectToItems(moment, change.items, found.items)
    if (objection) return fail(objection)
    return changed(withAction(work, id, (action) => changeAction(action, change)))
  },
})

/** Takes an action away that should not have been there; one's own, unless one writes the decision down. */
export const removeAction = define({
  type: 'remove-action',
  fields: { action: anId<'action'>() },
  phases: PHASES,
  unlogged: 'by-whom',
  decide: (work, { action: id }, moment) => {
    const found = work.actions.find((action) => action.id === id)
    if (!found) return fail(refusal('unknown'))
    if (!mayTouch(found.owner, moment)) return fail(refusal('not-allowed'))
    const carried = work.earlier.filter(({ carriedAs }) => carriedAs === id)
    return ok({
      state: withoutAction(work, id),
      writes: carried.flatMap((earlier) => withdrawInsight(earlier, moment)),
    })
  },
})

/**
 * Says what became of an action of an earlier session: done, carried over, or dropped, with what came of it; `open` takes that
 * back. What is carried over goes on as an action of this step, with an owner of its own if one is given. An insight that
 * was kept of what was said before is withdrawn. What was tried may show of causes that it goes back to that they were none.
 *
 * Refuses with `unknown`, also for a cause that it does not go back to, `bad-input` where nobody is known to go on with it
 * or causes are refuted by what was not tried, `too-many`.
 */
export const reviewAction = define({
  type: 'review-action',
  fields: {
    session: anId<'session'>(),
    action: anId<'action'>(),
    state: v.picklist(ACTION_STATES),
    ...ReviewFields,
    refutes: v.optional(RefutedField),
    owner: v.optional(OwnerField),
    due: ActionFields.due,
  },
  phases: PHASES,
  may: steers,
  decide: (work, { session, action, state, outcome, what, refutes = [], owner, due }, moment) => {
    const found = work.earlier.find((earlier) => earlier.session === session && earlier.action === action)
    if (!found) return fail(refusal('unknown'))
    const objection = objectToRefuted(found, refutes, outcome) ?? objectToOwner(moment, owner)
    if (objection) return fail(objection)
    const writes = withdrawInsight(found, moment)
    const kept = found.carriedAs !== undefined && state !== 'carried' ? withoutAction(work, found.carriedAs) : work
    const next = review(omit(found, 'carriedAs', 'insight'), state, {
      outcome,
      what,
      at: moment.now,
      ...(refutes.length > 0 && { refutes }),
    })
    const withNext = (to: DecideWork, carriedAs = state === 'carried' ? found.carriedAs : undefined): DecideWork => ({
      ...to,
      earlier: to.earlier.map((earlier) =>
        earlier.session === session && earlier.action === action
          ? { ...next, ...(carriedAs !== undefined && { carriedAs }) }
          : earlier,
      ),
    })
    if (state !== 'carried' || found.carriedAs !== undefined) return ok({ state: withNext(kept), writes })
    const by = owner ?? (found.owner ? { outside: found.owner } : undefined)
    if (!by) return fail(refusal('bad-input', { path: 'owner' }))
    const id = asId<'action'>(moment.newId())
    const { text, hypothesis, metric, baseline } = found
    const lines = { ...(hypothesis && { hypothesis }), ...(metric && { metric }), ...(baseline && { baseline }) }
    const carried: Action = {
      ...makeAction(id, { text, owner: by, ...(due !== undefined && { due }), ...lines }, moment.now),
      from: { session, action },
    }
    const added = add(kept, carried)
    return added.ok ? ok({ state: withNext(added.value, id), writes }) : added
  },
})

/**
 * Keeps how an earlier action went as an insight on the board, in the words in which it was said, with what was tried: it was
 * seen, not supposed. Nobody's, and once.
 *
 * Refuses with `unknown`, `duplicate` where it stands already, and `closed` with `gate: said` where nothing was tried, or no
 * line says what came of it.
 */
export const keepInsight = define({
  type: 'keep-insight',
  fields: { session: anId<'session'>(), action: anId<'action'>() },
  phases: PHASES,
  may: steers,
  decide: (work, { session, action }, moment) => {
    const found = work.earlier.find((earlier) => earlier.session === session && earlier.action === action)
    if (!found) return fail(refusal('unknown'))
    const { reviewed } = found
    if (!reviewed?.what || reviewed.outcome === 'not-tried') return fail(refusal('closed', { gate: 'said' }))
    if (standingInsight(found, moment)) return fail(refusal('duplicate'))
    const insight = asId<'item'>(moment.newId())
    return ok({
      state: { ...work, earlier: work.earlier.map((each) => (each === found ? { ...found, insight } : each)) },
      writes: [
        { type: 'add-item', item: insight, kind: 'insight', text: `${reviewed.what} (${found.text})`, nobodys: true },
      ],
      item: insight,
    })
  },
})
