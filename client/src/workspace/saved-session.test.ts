import { METHOD_IDS } from '@roundel/shared/methods'
import { expect, test } from 'vitest'
import { recognise } from './saved-session.ts'

const STEP = 'step-00000000001'

const FILE = {
  format: 'roundel-session',
  version: 1,
  exportedAt: '2026-11-22T10:00:00.000Z',
  session: {
    id: 'session-00000001',
    title: 'Приёмная',
    language: 'ru',
    createdAt: '2026-11-01T10:00:00.000Z',
    state: 'ended',
    challenge: { text: 'Как скоротать ожидание?', who: 'a patient', translations: { en: 'How might we?', de: 'Wie?' } },
    challengeHistory: [],
  },
  agenda: [
    {
      id: STEP,
      kind: 'brainstorm',
      names: 'shown',
      title: 'First',
      minutes: 15,
      state: 'done',
      begunAt: '2026-11-20T10:00:00.000Z',
      settings: { variant: 'free' },
    },
    {
      id: 'step-00000000002',
      kind: 'score',
      names: 'hidden',
      minutes: 15,
      state: 'done',
      settings: { earlier: [STEP] },
    },
    { id: 'step-00000000003', kind: 'charades', names: 'hidden', minutes: 5, state: 'done' },
  ],
  people: [{ id: 'seat-00000000001' }, { id: 'seat-00000000002' }],
  clusters: [{ id: 'cluster-00000001', step: STEP, title: 'Hall' }],
  items: [
    { id: 'item-00000000001', kind: 'idea', step: STEP, text: 'Tea', lang: 'en', state: 'published' },
    { id: 'item-00000000002', kind: 'idea', step: STEP, text: 'Gone', lang: 'en', state: 'withdrawn' },
  ],
  links: [],
}

const blobOf = (content: unknown, type = ''): Blob =>
  new Blob([typeof content === 'string' ? content : JSON.stringify(content)], { type })

test('C191 a session’s own file is recognised by what stands in it, whatever it is called', async () => {
  for (const [content, name] of [
    [FILE, 'session.json'],
    [FILE, 'table.csv'],
    [`\uFEFF\n  ${JSON.stringify(FILE, undefined, 2)}`, ''],
  ] as const)
    expect((await recognise(blobOf(content), name)).what).toBe('session')
})

test('C191 what is no session is told from what is one that cannot be read', async () => {
  const whatOf = async (content: unknown, name = '', type = '') => (await recognise(blobOf(content, type), name)).what
  expect(await whatOf('Idea,Group\nTea,Hall')).toBe('table')
  expect(await whatOf('{curly} idea\nTea')).toBe('table')
  expect(await whatOf('Idea\nTea', 'ideas.json')).toBe('broken')
  expect(await whatOf('{"format":', '', 'application/json')).toBe('broken')
  expect(await whatOf({ notes: [] })).toBe('other')
  expect(await whatOf([1], 'list.json')).toBe('other')
  expect(await whatOf({ ...FILE, version: 2, items: 'unheard of' })).toBe('newer')
  expect(await whatOf({ ...FILE, items: 'none' })).toBe('broken')
  const deep = `{"format":"roundel-session","version":1,"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
  expect(await whatOf(deep)).toBe('broken')
})

test('C193 a file says what is in it, when it took place, and what of it stays where it was', async () => {
  const recognised = await recognise(blobOf(FILE))
  expect(recognised.what === 'session' && recognised.saved).toMatchObject({
    title: 'Приёмная',
    at: Date.parse('2026-11-20T10:00:00.000Z'),
    language: 'ru',
    steps: ['brainstorm', 'score', undefined],
    filled: 1,
    items: 1,
    groups: 1,
    links: 0,
    people: 2,
    hasVotes: true,
    hasCafe: false,
    hasWork: false,
  })
})

test('C191 what can be planned of it becomes a plan; what this program does not know is left out', async () => {
  const recognised = await recognise(blobOf(FILE))
  if (recognised.what !== 'session') throw new Error('not recognised')
  const { agenda } = recognised.saved
  expect(agenda.agenda).toEqual([
    { id: STEP, kind: 'brainstorm', names: 'shown', title: 'First', settings: { variant: 'free' } },
    { id: 'step-00000000002', kind: 'score', names: 'hidden', settings: { earlier: [STEP] } },
  ])
  expect(METHOD_IDS).not.toContain('charades')
  expect(agenda).toMatchObject({
    title: 'Приёмная',
    language: 'ru',
    challenge: { text: 'Как скоротать ожидание?', who: 'a patient', translations: { en: 'How might we?' } },
  })
  expect(agenda.challenge?.translations).not.toHaveProperty('de')
})
