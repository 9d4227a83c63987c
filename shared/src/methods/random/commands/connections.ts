import { LIMITS, anId, asId, fail, ok, refusal } from '../../../kernel/index.ts'
import { type ActingMoment, defineWork } from '../../workings.ts'
import { ConnectionBody, type ConnectionFacts, checkConnection } from '../connection.ts'
import type { RandomSettings } from '../settings.ts'
import type { RandomState } from '../state.ts'

const define = defineWork<RandomState, RandomSettings>()

const anItem = anId<'item'>()

/** What lies before people in a step: its own items, and negative ideas that it was given, which count as stimuli. */
const factsOf = ({ item, linksOf, step, prompts }: ActingMoment): ConnectionFacts => ({
  item: (id) => {
    const found = item(id)
    if (!found || found.step === step) return found
    return found.kind === 'negative-idea' && prompts.includes(id) ? { ...found, kind: 'stimulus' } : undefined
  },
  linksOf,
})

/** Connects two things that lie open, and says in one line how they belong together. Who did so stays with the server. */
export const connect = define({
  type: 'connect',
  fields: { from: anItem, to: anItem, ...ConnectionBody.entries },
  phases: ['connect'],
  unlogged: 'by-whom',
  decide: (state, { from, to, relation, text }, moment) => {
    const checked = checkConnection({ from, to, relation, text }, factsOf(moment))
    if (!checked.ok) return checked
    if (state.connections.length >= LIMITS.connections) return fail(refusal('too-many', { most: LIMITS.connections }))
    const link = asId<'link'>(moment.newId())
    return ok({
      state: { ...state, connections: [...state.connections, { link, by: moment.seat }] },
      writes: [{ type: 'add-link', link: { id: link, type: 'associates', ...checked.value } }],
    })
  },
})

/** Takes a connection away: one's own, or any for those who lead. */
export const disconnect = define({
  type: 'disconnect',
  fields: { link: anId<'link'>() },
  phases: ['connect', 'bridge', 'share'],
  unlogged: 'by-whom',
  decide: (state, { link }, { seat, leads }) => {
    const found = state.connections.find((connection) => connection.link === link)
    if (!found) return fail(refusal('unknown'))
    if (found.by !== seat && !leads) return fail(refusal('not-allowed'))
    return ok({
      state: { ...state, connections: state.connections.filter((connection) => connection !== found) },
      writes: [{ type: 'remove-link', link }],
    })
  },
})
