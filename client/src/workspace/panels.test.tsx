// @vitest-environment jsdom
import { asId } from '@roundel/shared/kernel'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { WORKSPACE } from '../i18n/catalogue.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import type { Workspace } from '../sync/workspaces.ts'
import { aView } from '../testing/a-view.ts'
import { anIdea } from '../testing/an-idea.ts'
import { playRoom } from '../testing/played-room.tsx'
import { renderSpeaking } from '../testing/speak.tsx'
import { Agendas } from './agendas.tsx'
import { CarryPanel } from './carry-panel.tsx'
import { ContactPanel } from './contact-panel.tsx'
import { Counters } from './counters.tsx'
import { OutcomesLine } from './outcomes.tsx'
import { ImportPanel } from './import-panel.tsx'
import { LineagePanel } from './lineage-panel.tsx'
import { OpenActions } from './open-actions.tsx'
import { type OpenWorkspace, WorkspaceProvider } from './use-workspace.ts'

const NOW = Date.UTC(2026, 10, 22, 12)
const SESSION = asId<'session'>('session-00000001')

const NO_OUTCOMES = {
  due: 0,
  inTime: 0,
  tried: 0,
  measured: 0,
  better: 0,
  scored: 0,
  chosen: 0,
  decided: 0,
  heard: 0,
  trials: 0,
}

const workspace: Workspace = {
  id: asId<'workspace'>('workspace-000001'),
  title: 'Front desk',
  language: 'en',
  retentionDays: 400,
  mostDays: 400,
  quarters: [
    {
      quarter: '2026-Q4',
      counters: [],
      outcomes: NO_OUTCOMES,
      methods: [],
      sessions: [{ id: SESSION, title: 'First', state: 'ended', at: NOW, people: 3, ideas: 2, steps: [] }],
    },
  ],
  actions: [],
  contacts: [
    { id: asId('contact-00000001'), kind: 'client', who: 'A patient', at: NOW, lines: ['They wait', 'Nobody greets'] },
  ],
  agendas: [],
  now: NOW,
}

const open = (more: Partial<OpenWorkspace> = {}): OpenWorkspace => ({
  workspace,
  key: 'key',
  change: async () => ({ ok: true, value: workspace }),
  rekey: () => undefined,
  refresh: async () => undefined,
  ...more,
})

interface Asked {
  readonly url: string
  readonly body: unknown
}

/** A server that answers by the end of the address, and what it was asked. */
const playServer = (answers: Readonly<Record<string, unknown>>): readonly Asked[] => {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit = {}) => {
    asked.push({ url, body: typeof body === 'string' ? JSON.parse(body) : body })
    const found = Object.entries(answers).find(([part]) => url.includes(part))
    return Response.json(found?.[1] ?? { error: { code: 'unknown', message: '' } }, { status: found ? 200 : 404 })
  })
  return asked
}
// What is there already is drawn at once.
beforeAll(() => loadCatalogue(WORKSPACE, 'en'))
afterEach(() => vi.unstubAllGlobals())

test('C211 what came of a quarter is told in pairs of figures, and nothing where there is nothing to tell', () => {
  const { unmount } = renderSpeaking(<OutcomesLine outcomes={NO_OUTCOMES} />)
  expect(screen.queryByRole('list')).toBeNull()
  unmount()
  renderSpeaking(
    <OutcomesLine
      outcomes={{ ...NO_OUTCOMES, due: 5, inTime: 3, tried: 3, measured: 2, better: 1, scored: 7, chosen: 2 }}
    />,
  )
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '3 of 5 actions done in time',
    '1 of 3 tried made things better',
    '2 of 3 tried were measured',
    '2 of 7 ideas voted on were decided on',
  ])
})

test('Z86 how far ideas go back to clients is told in figures, with the days to the first trial only where there was one', () => {
  const told = (more: Partial<typeof NO_OUTCOMES> & { readonly trialDays?: number }) => {
    const { unmount } = renderSpeaking(<OutcomesLine outcomes={{ ...NO_OUTCOMES, ...more }} />)
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    unmount()
    return lines
  }
  expect(told({ decided: 3, heard: 2 })).toEqual(['2 of 3 ideas decided on go back to a client’s words'])
  expect(told({ decided: 1, heard: 1, trials: 1, trialDays: 12 })).toEqual([
    '1 of 1 idea decided on goes back to a client’s words',
    '12 days from a client’s word to the first trial',
  ])
  expect(told({ trials: 3, trialDays: 1 })).toEqual([
    '1 day from a client’s word to the first trial (median of 3 ideas)',
  ])
})

test('C165 a count says how it stands in figures and in words', () => {
  renderSpeaking(
    <Counters
      label="Aims"
      counters={[
        { id: 'methods', count: 1, least: 2, most: 3 },
        { id: 'research', count: 1, least: 1 },
        { id: 'reviewed', count: 0, least: 0 },
      ]}
    />,
  )
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '1 of 2–3different methods tried1 more to go',
    '1 of 1rounds of asking peoplereached',
    '0 of 0decisions of last quarter looked at againnothing to do',
  ])
})

test('C165 an action whose day is over says so in a word; one that is due today is not over', () => {
  const action = { session: SESSION, title: 'First', text: 'Buy a kettle', owner: 'Omid', decidedAt: NOW }
  const actions = [
    { ...action, action: '1', due: '2026-11-21' },
    { ...action, action: '2', due: '2026-11-22', owner: '' },
    { ...action, action: '3' },
  ]
  renderSpeaking(
    <WorkspaceProvider value={open({ workspace: { ...workspace, actions } })}>
      <OpenActions />
    </WorkspaceProvider>,
  )
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '')
  expect(rows.map((row) => row.includes('overdue'))).toEqual([true, false, false])
  expect(rows[1]).toContain('nobody')
  expect(rows[2]).toContain('no date')
})

test('C166 a talk without a line is not saved, says what is missing, and keeps what was typed', async () => {
  const change = vi.fn<OpenWorkspace['change']>(async () => ({ ok: true, value: workspace }))
  const onClose = vi.fn<() => void>()
  renderSpeaking(
    <WorkspaceProvider value={open({ change })}>
      <ContactPanel contact={undefined} onClose={onClose} />
    </WorkspaceProvider>,
  )
  await userEvent.type(screen.getByRole('textbox', { name: 'With whom' }), 'A visitor')
  await userEvent.click(screen.getByRole('button', { name: 'Save the note' }))
  expect(screen.getByText('Say with whom, and one line at least.')).toBeTruthy()
  expect(change).not.toHaveBeenCalled()
  await userEvent.type(screen.getByRole('textbox', { name: 'Line 2' }), ' They bring a chair ')
  await userEvent.click(screen.getByRole('button', { name: 'Save the note' }))
  expect(change).toHaveBeenCalledWith(
    expect.objectContaining({ type: 'note-contact', kind: 'client', who: 'A visitor', lines: ['They bring a chair'] }),
  )
  expect(onClose).toHaveBeenCalledOnce()
})

test('C167 lines are chosen from one place after another, and brought by one press', async () => {
  const asked = playServer({
    '/items': { items: [{ item: 'item-00000000001', kind: 'idea', text: 'Tea in the hall', lang: 'en' }] },
    '/carried': { items: ['a', 'b'] },
  })
  renderSpeaking(
    <CarryPanel
      workspace={workspace}
      workspaceKey="key"
      into={asId<'session'>('session-00000002')}
      onClose={() => undefined}
    />,
  )
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Tea in the hall' }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'From' }), 'Talks and research')
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Nobody greets' }))
  await userEvent.click(screen.getByRole('button', { name: 'Bring along' }))
  expect(asked.at(-1)).toEqual({
    url: '/api/workspaces/workspace-000001/sessions/session-00000002/carried',
    body: {
      from: [
        { type: 'item', session: SESSION, item: 'item-00000000001' },
        { type: 'contact', contact: 'contact-00000001', line: 1 },
      ],
    },
  })
  expect((await screen.findAllByText('2 lines stand in the session now.')).length).toBeGreaterThan(0)
})

const TABLE = {
  format: 'text',
  rows: 3,
  columns: 2,
  headings: ['Idea', 'Group'],
  mapping: { header: true, text: 0, group: 1 },
  first: [['Tea', 'Hall']],
  taken: 2,
  refused: { count: 1, rows: [{ row: 3, reason: 'no-text' }] },
}

test('C168 a table is shown as it will be read, with what stays out and why; another column is asked about at once', async () => {
  const asked = playServer({ 'do=preview': TABLE, 'do=import': { items: 2, taken: 2, refused: TABLE.refused } })
  const { render } = playRoom(aView({ me: { role: 'facilitator' } }))
  render(
    <Suspense>
      <ImportPanel onClose={() => undefined} />
    </Suspense>,
  )
  await userEvent.type(await screen.findByRole('textbox', { name: /^Rows/ }), 'Tea')
  await userEvent.click(screen.getByRole('button', { name: 'Look at it' }))
  expect((await screen.findByRole('cell', { name: 'Tea' })).textContent).toBe('Tea')
  expect(screen.getByText('Row 3: it has no text')).toBeTruthy()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Text' }), 'Group (column 2)')
  expect(asked.at(-1)?.url).toMatch(/do=preview&as=idea&header=yes&text=1&group=1$/)
  await userEvent.click(await screen.findByRole('button', { name: 'Bring in 2 rows' }))
  expect(asked.at(-1)?.url).toContain('do=import')
  expect(await screen.findByText('2 rows are on the board.')).toBeTruthy()
})

test('C220 rows of which nobody heard whether they came in are sent again under the same id, rows that are read anew under another', async () => {
  const tables: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.includes('do=preview')) return Response.json(TABLE)
    tables.push(new URL(url, location.href).searchParams.get('commandId') ?? '')
    if (tables.length < 4) throw new TypeError('the answer was lost')
    return Response.json({ items: 2, taken: 2, refused: TABLE.refused })
  })
  const { render } = playRoom(aView({ me: { role: 'facilitator' } }))
  render(
    <Suspense>
      <ImportPanel onClose={() => undefined} />
    </Suspense>,
  )
  await userEvent.type(await screen.findByRole('textbox', { name: /^Rows/ }), 'Tea')
  await userEvent.click(screen.getByRole('button', { name: 'Look at it' }))
  const send = async (): Promise<void> => {
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Bring in 2 rows' })
    await waitFor(() => expect(button.disabled).toBe(false))
    await userEvent.click(button)
  }
  await send()
  await send()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Text' }), 'Group (column 2)')
  await send()
  await send()
  expect(await screen.findByText('2 rows are on the board.')).toBeTruthy()
  expect(tables).toEqual([tables[0], tables[0], tables[2], tables[2]])
  expect(new Set(tables).size).toBe(2)
})

test('C168 a file that cannot be read is explained in a sentence', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ error: { code: 'too-large', details: { reason: 'columns', most: 200 } } }, { status: 413 }),
  )
  const { render } = playRoom(aView({ me: { role: 'facilitator' } }))
  render(
    <Suspense>
      <ImportPanel onClose={() => undefined} />
    </Suspense>,
  )
  await userEvent.type(await screen.findByRole('textbox', { name: /^Rows/ }), 'Tea')
  await userEvent.click(screen.getByRole('button', { name: 'Look at it' }))
  expect(await screen.findByText('This table has more columns than the 200 that can be read.')).toBeTruthy()
})

const SAVED = {
  format: 'roundel-session',
  version: 1,
  session: {
    title: 'The waiting room',
    language: 'en',
    createdAt: '2026-11-01T10:00:00.000Z',
    challenge: { text: '' },
  },
  agenda: [{ id: 'step-00000000001', kind: 'cafe', names: 'hidden' }],
  people: [{}, {}],
  clusters: [],
  items: [{ step: 'step-00000000001', state: 'published' }],
  links: [],
}

test('C193 a session’s file is shown with what stays where it was before it is read in, and the answer says what came', async () => {
  const answer = { taken: { steps: 1, items: 1, clusters: 0, links: 0 }, refused: { count: 2 } }
  const asked = playServer({ '/import/session': answer })
  const { render } = playRoom(aView({ me: { role: 'facilitator' } }))
  render(
    <Suspense>
      <ImportPanel onClose={() => undefined} />
    </Suspense>,
  )
  await screen.findByRole('textbox', { name: /^Rows/ })
  const file = new File([JSON.stringify(SAVED)], 'waiting.csv')
  await userEvent.upload(screen.getByLabelText('Choose a file'), file)
  expect(await screen.findByRole('heading', { name: 'The waiting room' })).toBeTruthy()
  expect(screen.getByText('2 people took part: what comes in is nobody’s')).toBeTruthy()
  expect(screen.getByText('Who sat at which table')).toBeTruthy()
  expect(asked).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Bring this session in' }))
  expect(asked.map(({ url }) => url)).toEqual([expect.stringMatching(/\/import\/session\?commandId=[\w-]{16}$/)])
  expect(await screen.findByText('1 item of the saved session is on the board.')).toBeTruthy()
  expect(screen.getByText('2 things did not fit and were left out.')).toBeTruthy()
})

test('C193 a file that cannot be read says why, and what was typed stays', async () => {
  const asked = playServer({})
  const { render } = playRoom(aView({ me: { role: 'facilitator' } }))
  render(
    <Suspense>
      <ImportPanel onClose={() => undefined} />
    </Suspense>,
  )
  await userEvent.type(await screen.findByRole('textbox', { name: /^Rows/ }), 'Tea')
  await userEvent.upload(screen.getByLabelText('Choose a file'), new File(['{"a":1}'], 'other.json'))
  expect(await screen.findByText(/This JSON file is not one of a session/)).toBeTruthy()
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Rows/ }).value).toBe('Tea')
  expect(asked).toEqual([])
})

const MIB = 1024 * 1024

test('C224 of a file larger than 20 MiB nothing is sent, one of 20 MiB is asked about, and what was typed stays', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return Response.json({ error: { code: 'too-large', details: { reason: 'rows', most: 5000 } } }, { status: 413 })
  })
  const { render } = playRoom(aView({ me: { role: 'facilitator' } }))
  render(
    <Suspense>
      <ImportPanel onClose={() => undefined} />
    </Suspense>,
  )
  await userEvent.type(await screen.findByRole('textbox', { name: /^Rows/ }), 'Tea')
  const drop = (size: number): boolean =>
    fireEvent.drop(screen.getByText('or drop it here'), {
      dataTransfer: { types: ['Files'], files: [new File([new Uint8Array(size).fill(10)], 'large.csv')] },
    })
  drop(30 * MIB)
  expect(await screen.findByText('This file is larger than 20 MB.')).toBeTruthy()
  expect(asked).toEqual([])
  drop(20 * MIB)
  expect(await screen.findByText(/^This table has more rows than the 5,000/)).toBeTruthy()
  expect(asked).toHaveLength(1)
  expect(screen.queryByText('This file is larger than 20 MB.')).toBeNull()
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Rows/ }).value).toBe('Tea')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Look at it' }).disabled).toBe(false)
})

test('C224 a file that is dropped beside its place, or that cannot be read at all, takes nothing away', async () => {
  const { render } = playRoom(aView({ me: { role: 'facilitator' } }))
  const { unmount } = render(
    <Suspense>
      <ImportPanel onClose={() => undefined} />
    </Suspense>,
  )
  await userEvent.type(await screen.findByRole('textbox', { name: /^Rows/ }), 'Tea')
  const files = { dataTransfer: { types: ['Files'], files: [] } }
  // What is not prevented the browser opens in place of the page.
  expect(fireEvent.drop(document.body, files)).toBe(false)
  expect(fireEvent.dragOver(document.body, files)).toBe(false)
  expect(fireEvent.drop(document.body, { dataTransfer: { types: ['text/plain'], files: [] } })).toBe(true)
  const folder = new File([], 'folder')
  folder.slice = () => ({ text: () => Promise.reject(new DOMException('', 'NotReadableError')) }) as unknown as Blob
  fireEvent.drop(screen.getByText('or drop it here'), { dataTransfer: { types: ['Files'], files: [folder] } })
  expect(await screen.findByText('This file could not be read. Choose a file, not a folder.')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Look at it' }).disabled).toBe(false)
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Rows/ }).value).toBe('Tea')
  unmount()
  expect(fireEvent.drop(document.body, files)).toBe(true)
})

test('C194 before the start whoever leads chooses the step that takes a table; those in which nobody works are not offered', async () => {
  const asked = playServer({ 'do=preview': TABLE, 'do=import': { items: 2, taken: 2, refused: TABLE.refused } })
  const step = (nth: number, kind: 'talk' | 'brainstorm' | 'score') =>
    ({ id: asId<'step'>(`step-0000000000${nth}`), kind, minutes: 5, state: 'planned' }) as const
  const agenda = [step(1, 'talk'), step(2, 'brainstorm'), step(3, 'score')]
  const { render } = playRoom(aView({ me: { role: 'facilitator' }, session: { state: 'lobby', agenda } }))
  render(
    <Suspense>
      <ImportPanel onClose={() => undefined} />
    </Suspense>,
  )
  await userEvent.type(await screen.findByRole('textbox', { name: /^Rows/ }), 'Tea')
  await userEvent.click(screen.getByRole('button', { name: 'Look at it' }))
  const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'They go into the step' })
  expect([...choice.options].map(({ text }) => text)).toEqual(['Brainstorming', 'Scoring'])
  await userEvent.selectOptions(choice, 'Scoring')
  await userEvent.click(screen.getByRole('button', { name: 'Bring in 2 rows' }))
  expect(asked.at(-1)?.url).toMatch(/do=import&commandId=[\w-]{16}&as=idea&into=step-00000000003/)
})

test('C169 an idea tells its way in words, and says so where there is nothing', async () => {
  const item = anIdea(1, { text: 'Tea' })
  const here = { type: 'item', session: SESSION, title: 'Second', at: NOW, item: item.id, kind: 'idea', text: 'Tea' }
  playServer({
    '/lineage': {
      before: [{ type: 'contact', kind: 'client', at: NOW, text: 'They wait' }, { type: 'gone' }],
      together: [
        { ...here, title: 'First', text: 'A hot drink', passage: [], refuted: { title: 'Spring', quarter: '2027-Q1' } },
      ],
      here: { ...here, passage: [{ type: 'voted', place: 1, of: 9 }, { type: 'chosen' }] },
      after: [],
    },
  })
  const { render } = playRoom(aView({}))
  render(
    <Suspense>
      <LineagePanel item={item} onClose={() => undefined} />
    </Suspense>,
  )
  const before = await screen.findByRole('region', { name: 'Where it comes from' })
  expect(within(before).getByText('They wait')).toBeTruthy()
  expect(within(before).getByText('It stood in something that is not there any more.')).toBeTruthy()
  const together = screen.getByRole('region', { name: 'Brought together from' })
  expect(within(together).getByText('A hot drink')).toBeTruthy()
  expect(within(together).getByText(/^later refuted, in .*Spring.* \(quarter 1 of 2027\)$/)).toBeTruthy()
  expect(screen.getByText('Place 1 of 9 in the vote')).toBeTruthy()
  expect(screen.getByText('No later session has taken it up yet.')).toBeTruthy()
})

test('C228 what begins a session from an agenda is called what stands on it, and of which agenda it is', async () => {
  const agendas = [{ id: asId<'agenda'>('agenda-000000001'), title: 'Our quarter', agenda: [] }]
  renderSpeaking(
    <WorkspaceProvider value={open({ workspace: { ...workspace, agendas } })}>
      <Agendas />
    </WorkspaceProvider>,
  )
  const button = await screen.findByRole('button', { name: /^Begin from it.*Our quarter/ })
  expect(button.getAttribute('aria-label')).toContain(button.textContent)
})
