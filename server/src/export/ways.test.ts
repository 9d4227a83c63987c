import XLSX from '@e965/xlsx'
import { asId } from '@roundel/shared/kernel'
import { type TrailPlace, type Trails, fateKey } from '@roundel/shared/report'
import type { Session } from '@roundel/shared/session'
import { expect, test } from 'vitest'
import type { FileSource } from './file-source.ts'
import { type FileOrder, makeFile } from './make-file.ts'
import { sourceOf } from './testing/made-source.ts'

const idOf = (name: string) => asId<'item'>(name.padEnd(16, '0'))
const TEA = idOf('item0-')
const WAIT = idOf('item2-')
const DECIDE = asId<'step'>('decide0000000000')
const MARCH = Date.UTC(2026, 2, 3, 9)
const FEBRUARY = Date.UTC(2026, 1, 2, 9)

const TRAILS: Trails = {
  origins: new Map([
    [
      TEA,
      [
        { type: 'contact', kind: 'client', at: FEBRUARY, text: 'We wait' },
        {
          type: 'session',
          title: '=Q1*',
          at: MARCH,
          method: 'random',
          text: 'Hot tea',
          passage: [{ type: 'voted', place: 2, of: 9 }],
        },
      ],
    ],
    [WAIT, [{ type: 'gone' }]],
  ]),
  later: new Map([[TEA, [{ type: 'session', title: 'Q3', at: MARCH, passage: [{ type: 'chosen' }] }]]]),
  refuted: new Map(),
  fates: new Map([
    [
      fateKey({ session: asId('session000000000'), action: 'kettle0000000000' }),
      { state: 'done', reviewed: { outcome: 'better', what: 'Nobody left' }, in: 'Q3' },
    ],
  ]),
}

const withWays = (trails: Trails | null = TRAILS, more: Parameters<typeof sourceOf>[1] = {}): FileSource => {
  const source = sourceOf(['Tea', 'A cold hall', 'We wait long'], more)
  const decide = { id: DECIDE, kind: 'decide', names: 'hidden', settings: {}, state: 'done' }
  const action = {
    id: 'kettle0000000000',
    text: 'Buy a kettle',
    owner: { outside: 'Omid' },
    items: [TEA],
    state: 'open',
  }
  const work = {
    decision: { text: 'Tea it is', chosen: [TEA], why: 'Warm', revision: 1, decided: { at: 1 } },
    concerns: [],
    actions: [action],
    earlier: [],
  }
  const session = {
    ...source.session,
    agenda: [...source.session.agenda, decide],
    workings: { [DECIDE]: work },
  } as unknown as Session
  return { ...source, session, ...(trails && { trails }) }
}

const order = (format: FileOrder['format'], more: Partial<FileOrder> = {}): FileOrder => ({
  format,
  language: 'en',
  sheet: 'items',
  ...more,
})

/** Without the marks that keep each piece of text in its direction. */
const written = async (source: FileSource, format: FileOrder['format'], more: Partial<FileOrder> = {}) =>
  ((await makeFile(source, order(format, more))) as string).replaceAll(/[\u2066-\u2069]/g, '')

test('X118 Markdown tells a way in one line beneath each idea, in full beneath what was chosen, and nothing where there is none', async () => {
  const text = await written(withWays(), 'md')
  expect(text).toContain(
    '*A talk with a client (February 2, 2026) › =Q1\\* (March 3, 2026) › place 2 of 9 › chosen › action done: better › later: Q3 (March 3, 2026) › chosen*',
  )
  expect(text).toContain('*no longer there*')
  expect(text.match(/A cold hall[^\n]*\n[^\n]*/)?.[0]).not.toContain('*')
  const decided = text.slice(0, text.indexOf('## Actions'))
  for (const line of [
    'A talk with a client (February 2, 2026) – We wait',
    'Random associations, =Q1\\* (March 3, 2026) – Hot tea: place 2 of 9',
    'In this session: Buy a kettle – done: better (Nobody left)',
    'later: Q3 (March 3, 2026): chosen',
  ]) {
    expect(decided).toContain(line)
  }
})

test('Z87 a text tells once for each place where what was merged into an idea came from', async () => {
  const source = withWays()
  const [tea, hall, wait] = source.items
  if (!tea || !hall || !wait) throw new Error('no items')
  const merged = [hall, wait].map((item) => ({ ...item, state: 'merged' as const }))
  const into = merged.map(({ id }, index) => ({
    id: asId<'link'>(`link${index}`.padEnd(16, '0')),
    type: 'duplicate-of' as const,
    from: id,
    to: tea.id,
  }))
  const place = { type: 'session', title: 'Q0', at: FEBRUARY, method: 'reverse', passage: [] } as const
  const origins = new Map<typeof TEA, readonly TrailPlace[]>([
    ...TRAILS.origins,
    ...merged.map(({ id }) => [id, [place]] as const),
  ])
  const together = { ...source, items: [tea, ...merged], links: into, trails: { ...TRAILS, origins } }
  const text = await written(together, 'md')
  expect(text).toContain('› place 2 of 9 › brought together from: Q0 (February 2, 2026) › chosen')
  expect(text).toContain('brought together from: Reverse brainstorming, Q0 (February 2, 2026)')
  expect(text.match(/brought together/g)).toHaveLength(2)
})

test('X118 an action says how it stands after all, and where that was said', async () => {
  const text = await written(withWays(), 'md')
  expect(text).toContain('Owner: Omid · no date · done · said in: Q3')
  expect(text).toContain('Result: better. Nobody left')
})

test('X121 what was put right after the end says so, in the report and its texts', async () => {
  const source = withWays(null)
  const { workings } = source.session
  const work = workings?.[DECIDE] as { readonly decision: object; readonly actions: readonly object[] }
  const right = {
    ...work,
    decision: { ...work.decision, corrected: 9 },
    actions: work.actions.map((action) => ({ ...action, corrected: 9 })),
  }
  const session = { ...source.session, corrected: { [WAIT]: 9 }, workings: { ...workings, [DECIDE]: right } }
  const text = await written({ ...source, session } as unknown as FileSource, 'md')
  expect(text).toContain('Tea it is (put right after the end)')
  expect(text).toContain('Owner: Omid · no date · open · put right after the end')
  expect(text).toMatch(/We wait long \(.*put right after the end.*\)/)
  expect(text.match(/put right/g)).toHaveLength(3)
  expect(await written(source, 'md')).not.toContain('put right')
})

test('X118 pages tell the same, and what people called a session is no markup in them', async () => {
  const page = await written(withWays(), 'html')
  expect(page).toContain('=Q1* (March 3, 2026) › place 2 of 9')
  const [origins] = [...TRAILS.origins.values()]
  const evil = { type: 'session', title: '<script>alert(1)</script>', at: MARCH, passage: [] } as const
  const hostile = withWays({ ...TRAILS, origins: new Map([[TEA, [...(origins ?? []), evil]]]) })
  expect(await written(hostile, 'html')).not.toContain('<script')
})

test('X118 ways are told in the language that was asked for', async () => {
  expect(await written(withWays(), 'md', { language: 'ru' })).toContain(
    'место 2 из 9 › выбрано › действие сделано: лучше',
  )
  expect(await written(withWays(), 'md', { language: 'fa' })).toContain(
    'جایگاه ۲ از ۹ › برگزیده › اقدام انجام‌شده: بهتر',
  )
})

test('X119 the sheet Journey has the steps, then the way of each idea, a row for each place in order', async () => {
  const file = (await makeFile(withWays(), order('xlsx'))) as Uint8Array
  const sheet = XLSX.read(file, { type: 'buffer', cellDates: true }).Sheets['Journey'] as XLSX.WorkSheet
  const rows = XLSX.utils.sheet_to_json<Record<string, unknown>>(sheet)
  expect(rows.map(({ what, place }) => [what, place])).toEqual([
    ['step', 1],
    ['step', 2],
    ['contact', 1],
    ['session', 2],
    ['voted', 3],
    ['here', 4],
    ['chosen', 5],
    ['action', 6],
    ['session', 7],
    ['chosen', 8],
    ['gone', 1],
    ['here', 2],
  ])
  expect(rows[3]).toMatchObject({ idea: 'Tea', title: '=Q1*', kind: 'random', text: 'Hot tea', id: TEA })
  expect(rows[3]?.['begun_at']).toBeInstanceOf(Date)
  expect(rows[4]).toMatchObject({ rank: 2, of: 9 })
  expect(rows[7]).toMatchObject({ text: 'Buy a kettle', state: 'done', result: 'better', result_text: 'Nobody left' })
  expect(rows.some(({ idea }) => idea === 'A cold hall')).toBe(false)
  expect(await written(withWays(), 'csv', { sheet: 'journey' })).toContain(`"'=Q1*"`)
})

test('X119 the sheet Decisions says how an action stands after all, and where that was said', async () => {
  const text = await written(withWays(), 'csv', { sheet: 'decisions' })
  expect(text).toContain('"action","Buy a kettle","Omid","","done","","","","better","Nobody left","","","Q3"')
})

test('X120 the JSON file of a session is the same whatever other sessions know of it; that of a report tells it', async () => {
  expect(await makeFile(withWays(), order('json'))).toBe(await makeFile(withWays(null), order('json')))
  expect(await written(withWays(), 'json')).not.toContain('Q1')
  const told = JSON.parse(await written(withWays(TRAILS, { reader: 'guest' }), 'json')) as object
  expect(told).toMatchObject({ loose: [{ origins: [{ type: 'contact' }, { title: '=Q1*' }] }, {}, {}] })
})
