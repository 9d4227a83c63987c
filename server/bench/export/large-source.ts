import { COLOURS, type Cluster, type Item, type Link } from '@roundel/shared/board'
import { type ItemId, asId, seededRandom } from '@roundel/shared/kernel'
import { scoringOf } from '@roundel/shared/scoring'
import type { Session } from '@roundel/shared/session'
import type { FileSource } from '../../src/export/file-source.ts'

const idOf = <Kind extends string>(kind: string, index: number) => asId<Kind>(`${kind}${index}`.padEnd(16, '-'))
const STEP = asId<'step'>('write-----------')
const VOTE = asId<'step'>('vote------------')
const TEXTS = [
  'A sign at the door that says how long it takes today',
  'Чай и вода в холле, и место, где можно зарядить телефон',
  'نوبت‌دهی با پیامک و یک صندلی راحت برای همراهان',
]
/** As many as can be put to one vote. */
const JUDGED = 500

/** A session as large as one can be: so many ideas in groups, and a vote by so many people. */
export const largeSource = (ideas: number, voters: number): FileSource => {
  const random = seededRandom(1)
  const clusters = Array.from({ length: 200 }, (_, index): Cluster => ({
    id: idOf('cluster', index),
    step: STEP,
    title: `Group ${index}`,
    at: [index, index],
  }))
  const items = Array.from({ length: ideas }, (_, index): Item => ({
    id: idOf('item', index),
    kind: 'idea',
    step: STEP,
    text: `${TEXTS[index % TEXTS.length]} ${index}`,
    lang: 'und',
    rank: String(index).padStart(6, '0'),
    state: index % 50 === 49 ? 'merged' : 'published',
    colour: COLOURS[index % COLOURS.length] ?? 'sky',
    ...(index % 3 > 0 && { cluster: idOf<'cluster'>('cluster', index % 200) }),
  }))
  const links = items.flatMap(({ id, state }, index): Link[] =>
    state === 'merged'
      ? [{ id: idOf('link', index), type: 'duplicate-of', from: id, to: idOf('item', index - 1) }]
      : [],
  )
  const judged: readonly ItemId[] = items.slice(0, JUDGED).map(({ id }) => id)
  const rules = scoringOf('fan')
  const settings = rules.settings({})
  const ballots = Array.from({ length: voters }, (_, index) => ({
    scoring: 'fan',
    voter: idOf<'voter'>('voter', index),
    seq: 1,
    body: rules.simulate({ items: judged, settings }, random),
  }))
  const result = rules.tally(ballots, judged, settings, { eligible: voters })
  const poll = {
    id: 'poll------------',
    state: 'shown',
    scoring: 'fan',
    settings,
    subject: 'ideas',
    items: judged,
    electors: [],
    cast: [],
    seed: 1,
    openedAt: 0,
    closedAt: 1,
    shownAt: 2,
  }
  const seats = Object.fromEntries(
    Array.from({ length: voters }, (_, index) => {
      const id = idOf<'seat'>('seat', index)
      const role = index === 0 ? 'facilitator' : 'participant'
      const state = 'seated'
      return [
        id,
        {
          id,
          name: `Person ${index}`,
          colour: 'sky',
          role,
          side: 'team',
          flags: [],
          language: 'en',
          state,
          joinedAt: 0,
        },
      ]
    }),
  )
  const done = { state: 'done', begun: true, spent: { begunAt: 0, endedAt: 600_000, ms: 600_000 } }
  const session = {
    id: asId('session---------'),
    title: 'A large session',
    language: 'fa',
    createdAt: 0,
    challenge: { text: 'How?' },
    challengeHistory: [],
    code: 'AAAA-BBBB',
    links: {},
    agenda: [
      { id: STEP, kind: 'brainstorm', names: 'shown', settings: {}, ...done },
      { id: VOTE, kind: 'score', names: 'hidden', settings: {}, ...done },
    ],
    position: { state: 'ended', epoch: 9, at: 1_200_000 },
    settings: {},
    seats,
    marks: [],
    locked: false,
    workings: {
      [VOTE]: { sheet: { scoring: 'fan', options: {}, subject: 'ideas', items: judged, voters: {} }, poll, result },
    },
  } as unknown as Session
  return {
    session,
    items,
    clusters,
    links,
    common: new Set(items.map(({ id }) => id)),
    owners: new Map(items.map(({ id }, index) => [id, idOf<'seat'>('seat', index % voters)])),
    handovers: new Map(),
    reader: 'leading',
    names: 'shown',
    now: 1_300_000,
  }
}
