// @vitest-environment jsdom
import { type Item, openHandover, openTable } from '@roundel/shared/board'
import { fail, ok, refusal } from '@roundel/shared/kernel'
import { type CafeView, type LeadView, type OwnCafe, type PlaceView } from '@roundel/shared/methods/cafe'
import { adviseTables } from '@roundel/shared/rotation'
import type { Language, Person, StepPart, View } from '@roundel/shared/session'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { LATER } from '../../i18n/catalogue.ts'
import { loadCatalogue } from '../../i18n/load-catalogue.ts'
import { MoreTexts } from '../../i18n/texts.tsx'
import { useHostHints } from '../../state/host-hints.ts'
import { ClothProvider } from '../../sync/cloth.ts'
import { aView, anId } from '../../testing/a-view.ts'
import { playWidth } from '../../testing/a-window.ts'
import { playRoom } from '../../testing/played-room.tsx'
import { CafeScreen } from './cafe-screen.tsx'
import { CAFE } from './texts.ts'

const STEP = anId<'step'>('step-1')
const seat = (name: string) => anId<'seat'>(name)
const table = (number: number) => anId<'table'>(`table-${number}`)
const ME = seat('leila')
const NAMES = ['leila', 'amina', 'dmitri', 'sara', 'elena', 'jonas'] as const

const person = (name: string): Person => ({
  id: seat(name),
  name: name.charAt(0).toUpperCase() + name.slice(1),
  colour: 'sky',
  role: 'participant',
  here: true,
})
const at = (number: number, role: PlaceView['role'] = 'traveller', more: Partial<PlaceView> = {}): PlaceView => ({
  table: table(number),
  role,
  how: 'plan',
  ...more,
})

/** Two tables: Amina hosts the first, Elena the second. */
const aCafe = (more: Partial<CafeView> = {}): CafeView => ({
  mode: 'planned',
  hosts: 'fixed',
  halfStay: true,
  rounds: 3,
  round: 1,
  questions: [],
  tables: [
    { id: table(1), name: '1', host: seat('amina') },
    { id: table(2), name: 'Languages', host: seat('elena'), call: 'https://call.example/2', place: 'By the window' },
  ],
  places: {
    [seat('amina')]: at(1, 'host'),
    [ME]: at(1, 'traveller', { arrived: true }),
    [seat('dmitri')]: at(1),
    [seat('elena')]: at(2, 'host'),
    [seat('sara')]: at(2),
    [seat('jonas')]: at(2),
  },
  before: {},
  ...more,
})

const aLead = (more: Partial<LeadView> = {}): LeadView => ({
  people: 12,
  advice: adviseTables(12, 3),
  checks: [],
  mixBy: [],
  wishes: [],
  between: [],
  unseated: [],
  gone: [],
  pins: {},
  nextHosts: {},
  harvests: {},
  ...more,
})

const anOwn = (more: Partial<OwnCafe> = {}): OwnCafe => ({
  place: at(1, 'traveller', { arrived: true }),
  with: [seat('amina'), seat('dmitri')],
  unmet: [seat('dmitri')],
  stays: false,
  past: [],
  handsOver: false,
  ...more,
})

const PHASES = ['setup', 'welcome', 'round-1', 'move-1', 'round-2', 'gather', 'harvest'].map((key) => ({
  key,
  minutes: 2,
}))
const CAN = [
  'set-up-cafe',
  'adjust-cafe',
  'edit-table',
  'plan',
  'announce',
  'arrive',
  'stay',
  'set-host',
  'name-next-host',
  'move-person',
  'sit',
  'add-to-cloth',
  'write-harvest',
  'show-table',
  'mark',
]

interface Scene {
  readonly phase: string
  readonly cafe?: CafeView
  readonly own?: OwnCafe | undefined
  readonly leads?: boolean
  readonly step?: Partial<StepPart>
}

const viewOf = ({ phase, cafe = aCafe(), own = anOwn(), leads = false, step = {} }: Scene): View => ({
  ...aView({
    me: {
      seat: leads ? seat('lead') : ME,
      role: leads ? 'facilitator' : 'participant',
      can: Object.fromEntries(CAN.map((command) => [command, true as const])),
      ...(leads ? {} : { work: own }),
    },
    people: NAMES.map(person),
    step: {
      kind: 'cafe',
      phase,
      phases: PHASES,
      policies: { add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' },
      ...step,
    },
  }),
  work: { [STEP]: { data: cafe } },
})

const FRAME = ({ side, room, question }: { side?: unknown; room: unknown; question: unknown }) => (
  <>
    {question as never}
    <aside>{side as never}</aside>
    {room as never}
  </>
)

const play = (scene: Scene, language: Language = 'en') => {
  const room = playRoom(viewOf(scene))
  const cloths = new Map<string, ReturnType<typeof openTable>>()
  const events: string[] = []
  const clothOf = (id: string) => {
    const known = cloths.get(id) ?? openTable(new Y.Doc())
    cloths.set(id, known)
    return known
  }
  /** What comes back undelivered from the cloth that was opened last. */
  let takeBack: (texts: readonly { readonly id: string; readonly text: string }[]) => void = () => undefined
  room.render(
    <MoreTexts from={CAFE}>
      <ClothProvider
        value={(_room, id, take) => {
          events.push(`open ${id}`)
          takeBack = take
          return {
            content: () => clothOf(id),
            isSynced: () => true,
            subscribe: () => () => undefined,
            link: () => undefined,
            leave: () => undefined,
            close: () => events.push(`close ${id}`),
          }
        }}
      >
        <CafeScreen frame={FRAME} />
      </ClothProvider>
    </MoreTexts>,
    language,
  )
  return {
    ...room,
    clothOf,
    events,
    giveBack: (text: string) => act(() => takeBack([{ id: 'x', text }])),
    turn: (next: Scene) => room.show(viewOf(next)),
  }
}

const aNote = (number: number, text: string, more: Partial<Item> = {}): Item => ({
  id: anId<'item'>(`note-${number}`),
  kind: 'idea',
  step: STEP,
  text,
  lang: 'en',
  rank: `V${number}`,
  state: 'published',
  ...more,
})

const running = (secondsLeft: number): StepPart['clock'] => ({
  state: 'running',
  endsAt: Date.now() + secondsLeft * 1_000,
})
const plain = (text: string | null | undefined): string => (text ?? '').replaceAll(/[\u2066-\u2069\u200E\u200F]/g, '')
const said = (): string =>
  plain([...document.querySelectorAll('output, [role=alert]')].map((region) => region.textContent).join(' '))

beforeAll(async () => {
  for (const language of ['en', 'fa'] as const) {
    await Promise.all([loadCatalogue(LATER, language), loadCatalogue(CAFE, language)])
  }
})
beforeEach(() => {
  localStorage.clear()
  useHostHints.setState({ isOff: false, put: [] })
  playWidth(1440)
})
afterEach(() => vi.unstubAllGlobals())

describe('setting the tables', () => {
  const setup = (cafe: Partial<CafeView> = {}, lead: Partial<LeadView> = {}) =>
    play({ phase: 'setup', leads: true, cafe: aCafe({ places: {}, lead: aLead(lead), ...cafe }) })

  test('C110 the advice is figures, and another number of tables is one command that keeps those that stay', async () => {
    const { give } = setup()
    const choices = within(screen.getByRole('group', { name: 'How many tables for 12 people' }))
    expect(plain(choices.getByRole('radio', { name: /^4 tables of 3/ }).closest('label')?.textContent)).toContain(
      'A plan is known in which nobody sits with anybody twice.',
    )
    expect(choices.getByRole('radio', { name: /At least 9 repeated meetings/ })).toBeDefined()
    expect(choices.getByRole<HTMLInputElement>('radio', { name: /^2 tables of 6/ }).checked).toBe(true)
    await userEvent.click(choices.getByRole('radio', { name: /^3 tables of 4/ }))
    const [command] = give.mock.calls[0] ?? []
    expect(command).toMatchObject({ type: 'set-up-cafe', mode: 'planned', hosts: 'fixed' })
    const { tables } = command as { tables: readonly { id?: string; name: string; host?: string; call?: string }[] }
    expect(tables.map(({ id }) => id)).toEqual([table(1), table(2), undefined])
    expect(tables[1]).toMatchObject({ name: 'Languages', host: seat('elena'), call: 'https://call.example/2' })
  })

  test('C110 a name, a host and a question of a table are told one by one; what is refused is said and stays as typed', async () => {
    const { give } = setup()
    const user = userEvent.setup()
    const [name] = screen.getAllByRole('textbox', { name: 'Name' })
    await user.clear(name as HTMLElement)
    await user.type(name as HTMLElement, 'Arriving{Enter}')
    expect(give).toHaveBeenLastCalledWith({ type: 'edit-table', table: table(1), name: 'Arriving' })
    await user.selectOptions(screen.getAllByRole('combobox', { name: 'Host' })[0] as HTMLElement, 'Sara')
    expect(give).toHaveBeenLastCalledWith({ type: 'set-host', table: table(1), seat: seat('sara') })
    await user.click(screen.getByRole('radio', { name: 'One per table' }))
    give.mockResolvedValueOnce(fail({ ...refusal('bad-input') }))
    const [own] = screen.getAllByRole<HTMLInputElement>('textbox', { name: 'Its question' })
    await user.type(own as HTMLElement, 'What calms you?{Enter}')
    expect(give).toHaveBeenLastCalledWith({ type: 'edit-table', table: table(1), question: 'What calms you?' })
    expect(own?.value).toBe('What calms you?')
    await waitFor(() => expect(screen.getAllByRole('alert').some(({ textContent }) => textContent !== '')).toBe(true))
  })

  test('C110 what is missing stands in words, once for all tables without a host, and bars nothing', () => {
    setup(
      {},
      {
        checks: [
          { code: 'no-question' },
          { code: 'no-host', table: table(1) },
          { code: 'no-host', table: table(2) },
          { code: 'no-room' },
        ],
      },
    )
    const check = within(screen.getByRole('region', { name: 'Before it begins' }))
    expect(check.getAllByRole('listitem').map(({ textContent }) => plain(textContent))).toEqual([
      'There are fewer places than people.',
      '2 tables have no host yet. Hosts are found when people sit down.',
    ])
  })

  test('C214 a sign is chosen by a press, and one that another table has says whose it is', async () => {
    const { give } = setup()
    const user = userEvent.setup()
    const [card] = within(screen.getByRole('list', { name: 'Tables' })).getAllByRole('listitem')
    const own = within(card as HTMLElement)
    await user.click(own.getByText('Sign: Sun'))
    expect(own.getByRole<HTMLInputElement>('radio', { name: 'Sun' }).checked).toBe(true)
    expect(own.getAllByRole('radio')).toHaveLength(24)
    await user.click(own.getByRole('radio', { name: 'Anchor' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'edit-table', table: table(1), icon: 'anchor' })
    await user.click(own.getByRole('radio', { name: 'Fish (table 2)' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'edit-table', table: table(1), icon: 'fish' })
  })

  test('C216 pairs who know each other from another café are told in figures', () => {
    const preview = { round: 1, seating: [], isAnnounced: false, newMeetings: 9, repeats: 0, revisits: 0 }
    const plan = { repeats: 0, revisits: 0, bound: 0, isBest: false, iterations: 1 }
    const unmet = { apart: 0, together: 0, barred: 0, capacity: 0 }
    const scene = (more: object, familiar?: { met: number; of: number }) =>
      setup({}, { preview: { ...preview, ...more, plan: { ...plan, unmet, ...(familiar && { familiar }) } } })
    const says = () =>
      within(screen.getByRole('region', { name: 'Seats of round 1' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => plain(textContent))
    scene({ familiar: 2 }, { met: 3, of: 14 })
    expect(says()).toEqual([
      '9 pairs meet for the first time',
      '2 pairs know each other from another café',
      'Nobody meets anybody again',
      'In all rounds 3 of 14 pairs from another café meet again',
    ])
  })

  test('C110 two people are kept together or apart, and let go again', async () => {
    const wish = { kind: 'apart', seats: [seat('sara'), seat('jonas')] } as const
    const { give } = setup({}, { wishes: [wish] })
    const user = userEvent.setup()
    await user.selectOptions(screen.getByRole('combobox', { name: 'One person' }), 'Dmitri')
    await user.selectOptions(screen.getByRole('combobox', { name: 'The other' }), 'Elena')
    await user.click(screen.getByRole('button', { name: 'Add this wish' }))
    expect(give.mock.lastCall?.[0]).toMatchObject({
      wishes: [wish, { kind: 'together', seats: [seat('dmitri'), seat('elena')] }],
    })
    await user.click(screen.getByRole('button', { name: /^Remove:/ }))
    expect(give.mock.lastCall?.[0]).toMatchObject({ wishes: [] })
  })
})

describe('all tables, for those who lead', () => {
  const many = (count: number): CafeView =>
    aCafe({
      tables: Array.from({ length: count }, (_, nth) => ({ id: table(nth + 1), name: `Topic ${nth + 1}` })),
      lead: aLead(),
    })

  test('C111 four tables are looked at with what lies on them, twelve as cards, more as a list that can be searched', async () => {
    const four = play({ phase: 'round-1', leads: true, cafe: many(4) })
    await act(async () => undefined)
    expect(four.events.filter((event) => event.startsWith('open'))).toHaveLength(4)
    four.turn({ phase: 'round-1', leads: true, cafe: many(12) })
    expect(screen.getAllByRole('article')).toHaveLength(12)
    four.turn({ phase: 'round-1', leads: true, cafe: many(13) })
    expect(screen.queryAllByRole('article')).toHaveLength(0)
    const user = userEvent.setup()
    await user.type(screen.getByRole('textbox', { name: 'Find a table or a person' }), 'jonas')
    const found = within(screen.getByRole('list', { name: 'Tables' })).getAllByRole('listitem')
    expect(found.map(({ textContent }) => plain(textContent))).toEqual([expect.stringContaining('Topic 2')])
  })

  test('C112 a table where nobody wrote for three minutes is called quiet, in a word', () => {
    const startedAt = Date.now() - 10 * 60_000
    play({
      phase: 'round-1',
      leads: true,
      cafe: aCafe({ startedAt, lead: aLead() }),
      step: {
        counts: {
          ...aView({ step: {} }).step?.counts,
          tables: {
            [table(1)]: { items: 2, changedAt: Date.now() - 4.5 * 60_000 },
            [table(2)]: { items: 9, changedAt: Date.now() - 30_000 },
          },
        } as StepPart['counts'],
      },
    })
    expect(within(screen.getByRole('article', { name: 'Table 1' })).getByText('Quiet for 4 min')).toBeDefined()
    expect(screen.getByRole('article', { name: /Languages/ }).textContent).not.toContain('Quiet')
  })

  test('C113 the next seating is told in figures, and somebody goes to another table by a native menu', async () => {
    const { give } = play({
      phase: 'round-1',
      leads: true,
      cafe: aCafe({
        lead: aLead({
          preview: {
            round: 2,
            seating: [
              { table: table(1), host: seat('amina'), travellers: [seat('sara'), seat('jonas')] },
              { table: table(2), host: seat('elena'), travellers: [ME, seat('dmitri')] },
            ],
            isAnnounced: false,
            newMeetings: 0,
            repeats: 2,
            revisits: 0,
          },
        }),
      }),
    })
    const next = within(screen.getByRole('region', { name: 'Seats of round 2' }))
    expect(next.getByText('2 pairs meet again')).toBeDefined()
    const user = userEvent.setup()
    await user.click(next.getByRole('button', { name: 'Tell everybody now' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'announce' })
    await user.click(next.getByRole('button', { name: 'Who sits where' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Move or change: Sara' }), table(2))
    expect(give).toHaveBeenLastCalledWith({ type: 'move-person', seat: seat('sara'), table: table(2), when: 'next' })
  })

  test('C114 a visited table shows its people and its cloth; a person is moved now, and nothing can be written', async () => {
    const { give, clothOf } = play({ phase: 'round-1', leads: true, cafe: aCafe({ lead: aLead() }) })
    act(() => clothOf(table(2)).items.add(aNote(1, 'Signs at eye level', { table: table(2), round: 1 })))
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: /^Visit: .*Languages/ }))
    const panel = within(screen.getByRole('dialog'))
    expect(await panel.findByText('Signs at eye level')).toBeDefined()
    expect(panel.queryByRole('textbox', { name: 'Your idea' })).toBeNull()
    const link = panel.getByRole('link', { name: /opens a new tab/ })
    expect([link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]).toEqual([
      'https://call.example/2',
      '_blank',
      'noopener noreferrer',
    ])
    await user.selectOptions(panel.getByRole('combobox', { name: 'Move or change: Jonas' }), 'Table 1')
    expect(give).toHaveBeenLastCalledWith({ type: 'move-person', seat: seat('jonas'), table: table(1), when: 'now' })
    await user.selectOptions(panel.getByRole('combobox', { name: 'Move or change: Sara' }), 'Make host of this table')
    expect(give).toHaveBeenLastCalledWith({ type: 'set-host', table: table(2), seat: seat('sara') })
  })
})

describe('the signs of tables', () => {
  /** The tables that are drawn with which sign: what stands with it names the table. */
  const signs = (): readonly string[] =>
    [...document.querySelectorAll('[data-sign]')].map((sign) => sign.getAttribute('data-sign') ?? '')
  const cafe = aCafe({
    tables: [
      { id: table(1), name: '1', icon: 'moon', host: seat('amina') },
      { id: table(2), name: 'Languages', icon: 'turtle', host: seat('elena') },
    ],
    harvest: {},
    lead: aLead(),
  })
  const many = Array.from({ length: 13 }, (_, nth) => ({ id: table(nth + 1), name: `Topic ${nth + 1}` }))

  test('C213 stand with number and name on cards, lists and maps, at one’s own table and at the harvest', () => {
    const { turn } = play({ phase: 'round-1', leads: true, cafe })
    expect(signs()).toEqual(['moon', 'turtle'])
    turn({ phase: 'round-1', leads: true, cafe: { ...cafe, tables: many } })
    expect(new Set(signs()).size).toBe(13)
    turn({ phase: 'round-1', cafe })
    expect(signs()).toEqual(['moon'])
    turn({ phase: 'round-1', cafe: { ...cafe, mode: 'free' } })
    expect(signs().toSorted()).toEqual(['moon', 'moon', 'turtle'])
    turn({ phase: 'welcome', cafe })
    expect(signs()).toEqual(['moon'])
    turn({ phase: 'harvest', leads: true, cafe })
    expect(signs()).toEqual(['moon', 'turtle'])
    turn({ phase: 'harvest', leads: true, cafe: { ...cafe, stage: { table: table(2), since: 0 } } })
    expect(signs()).toContain('turtle')
  })

  test('C213 stand on both tables as one moves between them, and are decoration: the name is what is said', () => {
    const moved = aCafe({
      ...cafe,
      round: 2,
      places: { ...cafe.places, [ME]: at(2) },
      before: { [ME]: table(1) },
    })
    const past = [{ round: 1, table: table(1), role: 'traveller' as const }]
    play({ phase: 'move-1', cafe: moved, own: anOwn({ place: at(2), past }), step: { clock: running(85) } })
    const dialog = screen.getByRole('dialog')
    const drawn = [...dialog.querySelectorAll('[data-sign]')]
    expect(drawn.map((sign) => sign.getAttribute('data-sign'))).toEqual(['moon', 'turtle'])
    expect(drawn.every((sign) => sign.closest('[aria-hidden=true]') !== null)).toBe(true)
    expect(dialog.getAttribute('aria-labelledby')).toBe('next-table')
  })
})

describe('hosts who take turns', () => {
  const relay = aCafe({
    hosts: 'relay',
    tables: [
      { id: table(1), name: '1', host: ME },
      { id: table(2), name: '2', host: seat('elena') },
    ],
    places: { [ME]: at(1, 'host', { arrived: true }), [seat('dmitri')]: at(1), [seat('sara')]: at(1) },
  })
  const place = at(1, 'host', { arrived: true })

  test('C218 a host names who of the table stays, by a native menu, and can name somebody else', async () => {
    const { give, turn } = play({ phase: 'round-1', cafe: relay, own: anOwn({ place, naming: {} }) })
    const user = userEvent.setup()
    const menu = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Who stays here next' })
    expect([...menu().options].map(({ textContent }) => textContent)).toEqual(['Is found by itself', 'Dmitri', 'Sara'])
    await user.selectOptions(menu(), 'Sara')
    expect(give).toHaveBeenLastCalledWith({ type: 'name-next-host', table: table(1), seat: seat('sara') })
    await waitFor(() => expect(said()).toContain('Sara stays as the next host.'))
    turn({ phase: 'round-1', cafe: relay, own: anOwn({ place, naming: { nextHost: seat('sara') } }) })
    expect(menu().value).toBe(seat('sara'))
    await user.selectOptions(menu(), 'Dmitri')
    expect(give).toHaveBeenLastCalledWith({ type: 'name-next-host', table: table(1), seat: seat('dmitri') })
  })

  test('C218 whoever was named reads so, and nobody else is asked', () => {
    const { turn } = play({ phase: 'round-1', own: anOwn({ isNextHost: true }) })
    expect(screen.getByText('You stay here for the next round, and host this table.')).toBeDefined()
    turn({ phase: 'round-1', own: anOwn() })
    expect(screen.queryByText(/You stay here for the next round, and/)).toBeNull()
    expect(screen.queryByRole('combobox', { name: 'Who stays here next' })).toBeNull()
  })
})

describe('who stays and who moves freely', () => {
  test('C219 who stays with half of a table reads so, and a host reads who stays beside those who come', () => {
    const places = { [ME]: at(1, 'host', { arrived: true }), [seat('dmitri')]: at(1), [seat('sara')]: at(1) }
    const before = { [ME]: table(1), [seat('dmitri')]: table(1), [seat('sara')]: table(2) }
    const cafe = aCafe({ round: 2, places, before })
    const past = [{ round: 1, table: table(1), role: 'host' as const }]
    const step = { clock: running(60) }
    const own = anOwn({ place: at(1, 'host', { arrived: true }), past })
    const { turn } = play({ phase: 'move-1', cafe, own, step })
    const yours = () => plain(screen.getByRole('region', { name: 'Table 1' }).textContent)
    expect(yours()).toContain('You stay')
    expect(yours()).toContain('New guests are coming: Sara.')
    expect(yours()).toContain('Staying with you: Dmitri.')
    const traveller = at(1, 'traveller', { arrived: true })
    turn({
      phase: 'move-1',
      cafe: { ...cafe, places: { ...places, [ME]: traveller } },
      own: anOwn({ place: traveller, past }),
      step,
    })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(yours()).toContain('You stay')
  })

  test('C217 where seating is free nobody is rotated: one ends a thought, and sits down where one likes', async () => {
    const cafe = aCafe({ mode: 'free', round: 2, before: { [ME]: table(1) } })
    const own = anOwn({
      past: [{ round: 1, table: table(1), role: 'traveller' }],
      suggestions: [{ table: table(2), isNew: true, unmet: 3, people: 3 }],
    })
    const { give } = play({ phase: 'move-1', cafe, own, step: { clock: running(110) } })
    expect(document.body.textContent).not.toContain('rotate')
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'I’m done' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.click(screen.getByRole('button', { name: /^Sit down here: .*Languages/ }))
    expect(give).toHaveBeenLastCalledWith({ type: 'sit', table: table(2) })
  })
})

describe('a word to a host', () => {
  const hosts = (place = at(1, 'host', { arrived: true })) => anOwn({ place, handsOver: place.role === 'host' })
  const cafe = aCafe({
    tables: [
      { id: table(1), name: '1', host: ME },
      { id: table(2), name: '2', host: seat('elena') },
    ],
    places: { [ME]: at(1, 'host', { arrived: true }), [seat('dmitri')]: at(1), [seat('elena')]: at(2, 'host') },
  })
  const write = (to: ReturnType<typeof openTable>, from: number, count: number, author: string, round = 1): void =>
    act(() => {
      for (let nth = from; nth < from + count; nth++)
        to.items.add(aNote(nth, `Note ${nth}`, { table: table(1), round, author: seat(author) }))
    })
  const hint = () => screen.queryByRole('region', { name: 'A hint for hosts. Only you see it.' })

  test('C215 is said once most of the cloth is in their hand, stays while others write, and once a round', async () => {
    const { clothOf, turn } = play({ phase: 'round-1', cafe, own: hosts() })
    write(clothOf(table(1)), 0, 3, 'leila')
    write(clothOf(table(1)), 10, 2, 'dmitri')
    expect(hint()).toBeNull()
    write(clothOf(table(1)), 3, 1, 'leila')
    expect(plain(hint()?.textContent)).toContain('Who has not written yet?')
    expect(plain(hint()?.textContent)).not.toMatch(/\d|%/)
    await waitFor(() => expect(said()).toContain('Much of this cloth is in your words'))
    write(clothOf(table(1)), 20, 5, 'dmitri')
    expect(hint()).not.toBeNull()
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'All right' }))
    write(clothOf(table(1)), 30, 9, 'leila')
    expect(hint()).toBeNull()
    turn({ phase: 'round-2', cafe: { ...cafe, round: 2 }, own: hosts() })
    expect(hint()).toBeNull()
    write(clothOf(table(1)), 50, 4, 'leila', 2)
    expect(hint()).not.toBeNull()
  })

  test('C215 is said to nobody else: not to guests, not to those who lead, not to a host alone', () => {
    const guest = play({ phase: 'round-1' })
    write(guest.clothOf(table(1)), 0, 9, 'leila')
    expect(hint()).toBeNull()
    guest.turn({ phase: 'round-1', leads: true, cafe: { ...cafe, lead: aLead() } })
    expect(hint()).toBeNull()
    guest.turn({
      phase: 'round-1',
      cafe: { ...cafe, places: { [ME]: at(1, 'host', { arrived: true }) } },
      own: hosts(),
    })
    expect(hint()).toBeNull()
  })

  test('C215 is switched off for good by one press, and on again by another', async () => {
    const { clothOf, turn } = play({ phase: 'round-1', cafe, own: hosts() })
    const user = userEvent.setup()
    write(clothOf(table(1)), 0, 4, 'leila')
    await user.click(screen.getByRole('button', { name: 'No such hints' }))
    turn({ phase: 'round-2', cafe: { ...cafe, round: 2 }, own: hosts() })
    write(clothOf(table(1)), 50, 4, 'leila', 2)
    expect(hint()).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Show hints for hosts again' }))
    expect(hint()).not.toBeNull()
  })
})

describe('while the café goes on', () => {
  test('C110 questions still to come are changed without unsettling anybody, and a table is changed where it stands', async () => {
    const { give } = play({ phase: 'round-1', leads: true, cafe: aCafe({ lead: aLead(), questions: ['Now'] }) })
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Questions and wishes' }))
    await user.click(screen.getByRole('radio', { name: 'One per round' }))
    await user.type(screen.getByRole('textbox', { name: 'Question of round 2' }), 'And then?{Enter}')
    expect(give).toHaveBeenLastCalledWith({ type: 'adjust-cafe', questions: ['Now', 'And then?', ''] })
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await user.click(screen.getByRole('button', { name: 'Visit: Table 1' }))
    await user.click(screen.getByText('Change this table'))
    await user.click(screen.getByRole('checkbox', { name: 'Nobody is seated here from the next round on' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'edit-table', table: table(1), closed: true })
  })
})

describe('at a table', () => {
  test('C115 its cloth is open while one sits there: notes are signed for the table, own ones corrected and taken off', async () => {
    const { clothOf, events } = play({ phase: 'round-1' })
    const user = userEvent.setup()
    const field = screen.getByRole('textbox', { name: 'Your idea' })
    await user.type(field, 'Text me')
    await user.keyboard('{Control>}{Enter}{/Control}')
    const [note] = [...clothOf(table(1)).items.all().values()]
    expect(note).toMatchObject({ text: 'Text me', author: ME, table: table(1), round: 1, kind: 'idea', step: STEP })
    await waitFor(() => expect((field as HTMLTextAreaElement).value).toBe(''))
    expect(events).toEqual([`open ${table(1)}`])
    await user.click(screen.getByRole('radio', { name: 'Question' }))
    await user.type(field, 'Who decides?')
    await user.click(screen.getByRole('button', { name: 'Add question' }))
    expect([...clothOf(table(1)).items.all().values()].map(({ kind }) => kind)).toEqual(['idea', 'question'])
    await user.click(screen.getByRole('button', { name: /^Take off the cloth:.*Text me/ }))
    expect([...clothOf(table(1)).items.all().values()][0]?.state).toBe('withdrawn')
  })

  test('C115 the cloth is closed two seconds after one has left, and what did not arrive becomes a thought of that table', () => {
    vi.useFakeTimers()
    const { turn, events, giveBack, draft } = play({ phase: 'round-1' })
    giveBack('Never arrived')
    turn({
      phase: 'round-2',
      cafe: aCafe({ round: 2 }),
      own: anOwn({ place: at(2), past: [{ round: 1, table: table(1), role: 'traveller' }] }),
    })
    expect(events).toEqual([`open ${table(1)}`, `open ${table(2)}`])
    act(() => void vi.advanceTimersByTime(2_000))
    expect(events.at(-1)).toBe(`close ${table(1)}`)
    expect([...draft.items.all().values()]).toMatchObject([
      { text: 'Never arrived', table: table(1), round: 1, state: 'composing' },
    ])
  })

  test('C116 what was typed and not sent is offered to its writer at the table it was meant for, and goes there by a press', async () => {
    const { turn, give, draft } = play({ phase: 'round-1' })
    const user = userEvent.setup()
    await user.type(screen.getByRole('textbox', { name: 'Your idea' }), 'Half a thought')
    const past = [{ round: 1, table: table(1), role: 'traveller' }] as const
    turn({
      phase: 'round-2',
      cafe: aCafe({ round: 2 }),
      own: anOwn({ place: at(2, 'traveller', { arrived: true }), past }),
    })
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your idea' }).value).toBe('')
    await user.click(await screen.findByRole('button', { name: 'Add it at table 1' }))
    expect(give).toHaveBeenLastCalledWith(
      expect.objectContaining({ type: 'add-to-cloth', table: table(1), round: 1, text: 'Half a thought' }),
    )
    await waitFor(() => expect(draft.items.all().size).toBe(0))
  })

  test('C121 the host has three lines within reach, is offered them two minutes before the end, and who comes next reads them', async () => {
    const own = anOwn({ place: at(1, 'host', { arrived: true }), handsOver: true })
    const { clothOf, turn } = play({ phase: 'round-1', own, step: { clock: running(600) } })
    const user = userEvent.setup()
    expect(screen.queryByRole('textbox', { name: 'Line 1' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Three lines for the next group' }))
    await user.type(screen.getByRole('textbox', { name: 'Line 2' }), 'Faces first')
    expect(openHandover(clothOf(table(1)), table(1)).get(1)).toEqual(['', 'Faces first', ''])
    turn({ phase: 'round-2', cafe: aCafe({ round: 2 }), own: anOwn({ place: at(1, 'traveller', { arrived: true }) }) })
    expect(
      within(screen.getByRole('region', { name: 'What the last table heard' })).getByText('Faces first'),
    ).toBeDefined()
    turn({ phase: 'round-2', cafe: aCafe({ round: 2 }), own, step: { clock: running(100) } })
    expect(screen.getByRole('textbox', { name: 'Line 1' })).toBeDefined()
  })

  test('C122 where seating is free tables with room are offered, the most promising first, and one sits down by a press', async () => {
    const { give } = play({
      phase: 'round-1',
      cafe: aCafe({ mode: 'free' }),
      own: anOwn({
        suggestions: [{ table: table(2), isNew: true, unmet: 3, people: 3 }],
      }),
    })
    const [first] = within(screen.getByRole('list', { name: 'Tables' })).getAllByRole('article')
    expect(plain(first?.textContent)).toMatch(/not visited yet.*3 you have not met/)
    await userEvent.click(screen.getByRole('button', { name: /^Sit down here/ }))
    expect(give).toHaveBeenLastCalledWith({ type: 'sit', table: table(2) })
  })

  test('C122 who stays for one more round says so, and takes it back', async () => {
    const { give, turn } = play({ phase: 'round-1' })
    await userEvent.click(screen.getByRole('button', { name: 'Stay here for the next round' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'stay', stays: true })
    turn({ phase: 'round-1', own: anOwn({ stays: true }) })
    await userEvent.click(screen.getByRole('button', { name: 'Move on after all' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'stay', stays: false })
  })

  test('C123 on a phone everything of the table stands on one tab, and the room on the other', () => {
    playWidth(390)
    play({ phase: 'round-1' })
    const side = within(document.querySelector('aside') as HTMLElement)
    expect(side.getByRole('textbox', { name: 'Your idea' })).toBeDefined()
    expect(side.getByRole('region', { name: 'At this table' })).toBeDefined()
    expect(side.queryByRole('list', { name: 'Tables' })).toBeNull()
    expect(screen.getByRole('list', { name: 'Tables' })).toBeDefined()
  })
})

describe('the moment of rotation', () => {
  const past = [{ round: 1, table: table(1), role: 'traveller' }] as const
  const moving = (secondsLeft: number, more: Partial<OwnCafe> = {}): Scene => ({
    phase: 'move-1',
    cafe: aCafe({
      round: 2,
      places: { [seat('elena')]: at(2, 'host'), [ME]: at(2), [seat('sara')]: at(2) },
      before: { [ME]: table(1), [seat('elena')]: table(2) },
    }),
    own: anOwn({ place: at(2), unmet: [seat('elena'), seat('sara')], past, ...more }),
    step: { clock: running(secondsLeft) },
  })

  test('C117 first a thought is finished where one sat, then the next table stands over everything until one is there', async () => {
    vi.useFakeTimers()
    const { give, turn } = play(moving(118))
    fireEvent.change(screen.getByRole('textbox', { name: 'Your idea' }), { target: { value: 'Last words' } })
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Add idea' })))
    expect(give).toHaveBeenLastCalledWith(
      expect.objectContaining({ type: 'add-to-cloth', table: table(1), round: 1, text: 'Last words' }),
    )
    expect(screen.queryByRole('dialog')).toBeNull()
    await act(async () => vi.advanceTimersByTimeAsync(19_000))
    const dialog = within(screen.getByRole('dialog', { name: 'Languages' }))
    expect(plain(dialog.getByText(/^with/).textContent)).toBe('with Elena (host) and Sara')
    expect(dialog.getByText('2 people you have not met')).toBeDefined()
    expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'I’m here' }))
    await act(async () => fireEvent.click(dialog.getByRole('button', { name: 'I’m here' })))
    expect(give).toHaveBeenLastCalledWith({ type: 'arrive', table: expect.any(String) })
    expect(screen.queryByRole('dialog')).toBeNull()
    turn(moving(90, { place: at(2, 'traveller', { arrived: true }) }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('C117 Escape means the same as the button', () => {
    const { give } = play(moving(95))
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }))
    expect(give).toHaveBeenLastCalledWith({ type: 'arrive', table: expect.any(String) })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('C117 whoever does nothing goes on all the same, and is there once the round shows them the table', async () => {
    vi.useFakeTimers()
    const { give, turn } = play(moving(95))
    expect(screen.getByRole('dialog')).toBeDefined()
    await act(async () => vi.advanceTimersByTimeAsync(21_000))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(give).not.toHaveBeenCalled()
    turn({ ...moving(95), phase: 'round-2' })
    expect(give).toHaveBeenCalledWith({ type: 'arrive', table: expect.any(String) })
  })

  test('C118 the seat is drawn on its way from the old table to the new one, for those who look alone', () => {
    play(moving(95))
    const arc = document.querySelector('dialog svg')
    expect(arc?.closest('[aria-hidden]')).not.toBeNull()
    expect([...(arc?.querySelectorAll('text') ?? [])].map(({ textContent }) => textContent)).toEqual(['1', '2', 'L'])
  })

  test('C119 a host stays, and reads who comes', () => {
    const elena = moving(95, {})
    play({
      ...elena,
      cafe: aCafe({
        round: 2,
        places: { [ME]: at(1, 'host', { arrived: true }), [seat('sara')]: at(1) },
        before: { [ME]: table(1) },
      }),
      own: anOwn({ place: at(1, 'host', { arrived: true }), past: [{ round: 1, table: table(1), role: 'host' }] }),
    })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('You stay')).toBeDefined()
    expect(plain(screen.getByText(/^New guests are coming/).textContent)).toBe('New guests are coming: Sara.')
  })

  test('C120 the next table is read out in the moment, and once more when the round begins there', async () => {
    const { turn } = play(moving(118))
    await userEvent.click(screen.getByRole('button', { name: 'Show my next table' }))
    await waitFor(() => expect(said()).toContain('Your next table. Table 2: Languages, with Elena (host) and Sara.'))
    turn({ ...moving(95), phase: 'round-2' })
    await waitFor(() => expect(said()).toContain('You are now here: Table 2: Languages. Host: Elena. 2 new people.'))
  })

  test('C118 in Persian the numbers are Persian, and the company is named', () => {
    play(moving(95), 'fa')
    expect([...document.querySelectorAll('dialog svg text')].map(({ textContent }) => textContent)).toEqual([
      '۱',
      '۲',
      'L',
    ])
    expect(plain(screen.getByRole('dialog').textContent)).toContain('Elena (میزبان)')
  })
})

describe('gathering and the harvest', () => {
  const PRIVATE: Partial<StepPart> = {
    policies: { add: 'private', kinds: ['note'], edit: 'none', place: 'none', group: 'none' },
  }
  const OPEN: Partial<StepPart> = {
    policies: { add: 'open', kinds: ['idea'], edit: 'own', place: 'all', group: 'all' },
  }
  const hosted = anOwn({ past: [{ round: 1, table: table(1), role: 'host' }] })

  test('C124 everyone writes for themselves what they take along; a host writes three insights and a deeper question', async () => {
    const { give } = play({ phase: 'gather', cafe: aCafe({ places: {} }), own: { ...hosted }, step: PRIVATE })
    const user = userEvent.setup()
    expect(screen.getByRole('textbox', { name: 'What I take along' })).toBeDefined()
    await user.type(screen.getByRole('textbox', { name: 'Insight 1' }), 'People do not want to ask twice')
    await user.type(screen.getByRole('textbox', { name: 'A deeper question' }), 'Who decides how long we wait?')
    give.mockResolvedValueOnce(ok({ version: 2 }))
    await user.click(screen.getByRole('button', { name: 'Save for the harvest' }))
    expect(give).toHaveBeenLastCalledWith({
      type: 'write-harvest',
      table: table(1),
      insights: ['People do not want to ask twice'],
      question: 'Who decides how long we wait?',
    })
  })

  test('C124 one reads the cloths of the tables where one sat, and writes on none', async () => {
    const own = anOwn({
      past: [
        { round: 1, table: table(1), role: 'traveller' },
        { round: 2, table: table(2), role: 'traveller' },
      ],
    })
    const { clothOf } = play({ phase: 'gather', cafe: aCafe({ places: {} }), own, step: PRIVATE })
    act(() => clothOf(table(1)).items.add(aNote(1, 'Mine', { author: ME })))
    await userEvent.click(screen.getByRole('radio', { name: 'Table 1' }))
    expect(await screen.findByText('Mine')).toBeDefined()
    expect(screen.queryByRole('button', { name: /^Take off/ })).toBeNull()
  })

  const harvested = (more: Partial<CafeView> = {}): CafeView =>
    aCafe({
      places: {},
      harvest: { [table(1)]: { insights: [anId<'item'>('insight-1')], question: anId<'item'>('question-1') } },
      told: [],
      ...more,
    })

  test('C125 all tables stand side by side, and whoever leads gives one after the other the word', async () => {
    const { give, board, turn } = play({
      phase: 'harvest',
      leads: true,
      cafe: harvested({ lead: aLead() }),
      step: OPEN,
    })
    act(() => {
      board.items.add(aNote(1, 'Faces are read first', { id: anId('insight-1'), kind: 'insight', table: table(1) }))
      board.items.add(aNote(2, 'Who decides?', { id: anId('question-1'), kind: 'question', table: table(1) }))
      board.items.add(aNote(3, 'Fewer forms', { table: table(1), round: 2 }))
    })
    const user = userEvent.setup()
    expect(screen.getByText('Faces are read first')).toBeDefined()
    expect(screen.queryByText('Fewer forms')).toBeNull()
    await user.click(screen.getByRole('button', { name: '1 note of table 1' }))
    expect(screen.getByText('Fewer forms')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Give the word: Table 1' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'show-table', table: table(1) })
    turn({
      phase: 'harvest',
      leads: true,
      cafe: harvested({ lead: aLead(), stage: { table: table(1), since: Date.now() } }),
      step: OPEN,
    })
    expect(screen.getByRole('region', { name: 'Table 1 tells' })).toBeDefined()
    expect(screen.getByText('Who decides?')).toBeDefined()
    expect(screen.getByText(/seconds left$/)).toBeDefined()
  })

  test('C126 what the rounds came to stands in a table', async () => {
    play({
      phase: 'harvest',
      cafe: harvested({
        figures: {
          pairs: { met: 12, of: 28 },
          meetings: 12,
          repeats: 0,
          repeatCost: 0,
          bound: 0,
          rounds: 3,
          mostTogether: 1,
          tablesVisited: { least: 3, sum: 24, travellers: 8 },
          revisits: 0,
          sizeSpread: 0,
          carried: { met: 12, of: 12 },
          clientTables: { met: 0, of: 12 },
          across: { department: { met: 0, of: 0 }, side: { met: 0, of: 0 }, language: { met: 0, of: 0 } },
        },
      }),
      own: hosted,
      step: OPEN,
    })
    await userEvent.click(screen.getByRole('radio', { name: 'Figures' }))
    const row = screen.getByRole('row', { name: /^Pairs of guests/ })
    expect(plain(row.textContent)).toContain('12 of 28')
    expect(screen.getByText('As good as possible')).toBeDefined()
  })
})

describe('on a wall', () => {
  const wall = (scene: Scene) => {
    const view = viewOf(scene)
    return { ...view, me: { ...view.me, role: 'screen' as const, can: {} } }
  }

  test('C127 a wall shows the tables and who sits there, opens no cloth, and has nothing to press or to write', async () => {
    const { room, events, show } = play({ phase: 'round-1' })
    await act(async () => undefined)
    events.splice(0)
    show(wall({ phase: 'round-1' }))
    expect(room.live.view().me.role).toBe('screen')
    const tables = within(screen.getByRole('list', { name: 'Tables' })).getAllByRole('article')
    expect(tables.map(({ textContent }) => plain(textContent))).toEqual([
      expect.stringContaining('Leila and Dmitri'),
      expect.stringContaining('Sara and Jonas'),
    ])
    expect(document.querySelectorAll('article [data-sign]')).toHaveLength(2)
    expect(events.filter((event) => event.startsWith('open'))).toEqual([])
    expect([screen.queryByRole('textbox'), screen.queryByRole('button')]).toEqual([null, null])
    show(wall({ phase: 'harvest', cafe: aCafe({ places: {}, harvest: {} }) }))
    expect(screen.queryByRole('button')).toBeNull()
  })
})
