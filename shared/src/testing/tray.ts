import * as v from 'valibot'
import { type ItemId, type SeatId, anId, asId, fail, ok, refusal } from '../kernel/index.ts'
import {
  METHODS,
  METHOD_IDS,
  type Method,
  type MethodId,
  NO_RIGHTS,
  defineMethod,
  defineWork,
  defineWorkings,
} from '../methods/index.ts'
import { minutes } from '../methods/minutes.ts'

/** What a tray keeps: every entry of a phase, what was picked from the board, and who picked. */
export interface Tray {
  readonly entered: readonly string[]
  readonly picked: readonly ItemId[]
  readonly by: readonly SeatId[]
  /** Stands in the way of going on. */
  readonly stuck?: true
}

interface TraySettings {
  readonly lay: number
  readonly pick: number
  readonly rest: number
}

const work = defineWork<Tray, TraySettings>()

const pickItem = work({
  type: 'pick-item',
  fields: { item: anId<'item'>() },
  phases: ['pick'],
  decide: (tray, { item }, { item: find, seat }) =>
    find(item)
      ? ok({ state: { ...tray, picked: [...tray.picked, item], by: [...tray.by, seat] }, writes: [], item })
      : fail(refusal('unknown')),
})

const wedge = work({
  type: 'wedge',
  fields: { stuck: v.boolean() },
  phases: ['lay', 'pick'],
  may: ({ leads }) => leads,
  decide: ({ stuck: _before, ...tray }, { stuck }) => ok({ state: stuck ? { ...tray, stuck } : tray, writes: [] }),
})

/**
 * A method as small as one can be that keeps something: people lay ideas in private, pick what to keep once they are open,
 * and rest. Entering its first phase draws one card. For tests of what is said of every method.
 */
export const tray = defineMethod({
  id: 'tray',
  settings: v.strictObject({ lay: minutes(3), pick: minutes(4), rest: minutes(1) }),
  prompts: { kinds: ['idea', 'cause'], most: 2 },
  takes: ['idea'],
  phases: (plan) => [
    { key: 'lay', minutes: plan.lay, policies: { ...NO_RIGHTS, add: 'private', kinds: ['idea'] } },
    {
      key: 'pick',
      minutes: plan.pick,
      policies: { ...NO_RIGHTS, add: 'open', kinds: ['idea'], edit: 'own', place: 'all', group: 'all' },
      begins: 'reveal',
    },
    { key: 'rest', minutes: plan.rest, policies: NO_RIGHTS },
  ],
  workings: defineWorkings<Tray, TraySettings>()({
    commands: [pickItem, wedge],
    enter: (state, { phase, newId }) =>
      state
        ? { state: { ...state, entered: [...state.entered, phase] }, writes: [] }
        : {
            state: { entered: [phase], picked: [], by: [] },
            writes: [{ type: 'add-item', item: asId(newId()), kind: 'stimulus', text: 'Lighthouse', nobodys: true }],
          },
    view: ({ entered, picked }) => ({ entered, picked }),
    mine: ({ by }, _settings, seat) => ({ picked: by.filter((id) => id === seat).length }),
    objectToLeaving: ({ stuck }) => (stuck ? refusal('wrong-phase', { gate: 'wedge' }) : undefined),
    keeps: ({ picked }) => picked,
    replaceSeat: (state, seat, into) => ({ ...state, by: state.by.map((id) => (id === seat ? into : id)) }),
    brings: ({ picked }) => picked,
  }),
})

/** A step of it, as plans name steps. */
export const TRAY = tray.id as unknown as MethodId

/** Makes it one of the methods, for one file of tests. Import this before anything of the session. */
const register = (): void => {
  const [methods, ids] = [METHODS as unknown as Method[], METHOD_IDS as unknown as string[]]
  if (ids.includes(tray.id)) return
  methods.push(tray)
  ids.push(tray.id)
}
register()
