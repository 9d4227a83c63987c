import type { Item } from '@roundel/shared/board'
import { asId } from '@roundel/shared/kernel'
import type { Session } from '@roundel/shared/session'
import type { FileSource } from '../file-source.ts'

/** An id that says what it stands for. */
const idOf = <Kind extends string>(name: string) => asId<Kind>(name.padEnd(16, '0').slice(0, 16))

const STEP = idOf<'step'>('write')
const ANN = idOf<'seat'>('ann')

const seat = (id: string, name: string, role: string) => ({
  id: idOf(id),
  name,
  colour: 'sky',
  role,
  side: 'team',
  flags: [],
  language: 'en',
  state: 'seated',
  joinedAt: 0,
})

/** A session that has ended, with one step in which these texts were written. Names are hidden unless said. */
export const sourceOf = (
  texts: readonly string[],
  {
    title = 'A session',
    stepTitle = 'Writing',
    language = 'en',
    names = 'hidden',
    lang = 'en',
    reader = 'leading',
  }: {
    readonly title?: string
    readonly stepTitle?: string
    readonly language?: Session['language']
    readonly names?: 'hidden' | 'shown'
    readonly lang?: string
    readonly reader?: FileSource['reader']
  } = {},
): FileSource => {
  const items = texts.map((text, index): Item => ({
    id: idOf(`item${index}-`),
    kind: 'idea',
    step: STEP,
    text,
    lang,
    rank: String(index).padStart(6, '0'),
    state: 'published',
  }))
  const session = {
    id: idOf('session'),
    title,
    language,
    createdAt: 0,
    challenge: { text: '' },
    challengeHistory: [],
    code: 'AAAA-BBBB',
    links: {},
    agenda: [
      {
        id: STEP,
        kind: 'brainstorm',
        title: stepTitle,
        names,
        settings: {},
        state: 'done',
        begun: true,
        spent: { begunAt: 1_000, endedAt: 601_000, ms: 600_000 },
      },
    ],
    position: { state: 'ended', epoch: 9, at: 700_000 },
    settings: {},
    seats: { [ANN]: seat('ann', 'Ann', 'participant'), [idOf('fay')]: seat('fay', 'Fay', 'facilitator') },
    marks: [],
    locked: false,
  } as unknown as Session
  return {
    session,
    items,
    clusters: [],
    links: [],
    common: new Set(items.map(({ id }) => id)),
    owners: new Map(items.map(({ id }) => [id, ANN])),
    handovers: new Map(),
    reader,
    names: 'shown',
    now: 800_000,
  }
}
