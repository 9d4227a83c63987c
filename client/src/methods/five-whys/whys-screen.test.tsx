// @vitest-environment jsdom
import type { Item } from '@roundel/shared/board'
import { fail, ok } from '@roundel/shared/kernel'
import type { CauseView, WhysView } from '@roundel/shared/methods/five-whys'
import type { Language, View } from '@roundel/shared/session'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LATER } from '../../i18n/catalogue.ts'
import { loadCatalogue } from '../../i18n/load-catalogue.ts'
import { MoreTexts } from '../../i18n/texts.tsx'
import { aView, anId } from '../../testing/a-view.ts'
import { playRoom } from '../../testing/played-room.tsx'
import { listRows } from './tree-rows.ts'
import { WHYS } from './texts.ts'
import { WhysScreen } from './whys-screen.tsx'

const STEP = anId<'step'>('step-1')
const LANGUAGES = ['en', 'fa'] as const

const aCause = (name: string, parent?: string, more: Partial<CauseView> = {}): CauseView => ({
  item: anId<'item'>(name),
  ...(parent && { parent: anId<'item'>(parent) }),
  link: 'untested',
  evidence: [],
  depth: 1,
  evidenceState: 'none',
  lacks: [],
  ...more,
})

const aTree = (causes: readonly CauseView[], more: Partial<WhysView> = {}): WhysView => ({
  problem: { statement: { what: 'People wait' }, sources: [], accepted: true },
  causes,
  same: [],
  checks: [],
  countermeasures: [],
  ...more,
})

const viewOf = (tree: WhysView, phase = 'whys', me: Partial<View['me']> = {}): View => ({
  ...aView({
    step: {
      kind: 'five-whys',
      phase,
      phases: [],
      policies: { add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' },
    },
    me: { can: { 'add-cause': true, 'add-evidence': true }, ...me },
  }),
  work: { [STEP]: { data: tree } },
})

const FRAME = ({ side, room, question }: { side?: unknown; room: unknown; question: unknown }) => (
  <>
    {question as never}
    <aside>{side as never}</aside>
    {room as never}
  </>
)

const play = (view: View, language: Language = 'en') => {
  const room = playRoom(view)
  const tree = view.work?.[STEP]?.data as WhysView | undefined
  for (const { item } of tree?.causes ?? []) {
    const text = item.replaceAll('-', '')
    const record: Item = { id: item, kind: 'cause', step: STEP, text, lang: 'en', rank: '', state: 'published' }
    room.board.items.add(record)
  }
  room.render(
    <MoreTexts from={WHYS}>
      <WhysScreen frame={FRAME} />
    </MoreTexts>,
    language,
  )
  return room
}

const rowOf = (text: string) =>
  screen.getByText(text, { selector: '[role=treeitem] *' }).closest<HTMLElement>('[role=treeitem]')
const focused = () => document.activeElement?.textContent ?? ''

beforeAll(async () => {
  for (const language of LANGUAGES) await Promise.all([loadCatalogue(LATER, language), loadCatalogue(WHYS, language)])
})
beforeEach(() => localStorage.clear())

const SMALL = aTree([aCause('forms'), aCause('late', 'forms', { depth: 2 }), aCause('desk')])

describe('the tree of causes', () => {
  test('M68 it is a tree for those who listen: levels, places, what is open and what is looked at', () => {
    play(viewOf({ ...SMALL, focus: anId<'item'>('late') }))
    const rows = within(screen.getByRole('tree', { name: 'Tree of causes' })).getAllByRole('treeitem')
    const said = rows.map((row) =>
      ['level', 'posinset', 'setsize', 'expanded', 'selected'].map((name) => row.getAttribute(`aria-${name}`)),
    )
    expect(said).toEqual([
      ['1', '1', '1', 'true', 'false'],
      ['2', '1', '2', 'true', 'false'],
      ['3', '1', '1', null, 'true'],
      ['2', '2', '2', null, 'false'],
    ])
    expect(rows.filter((row) => row.tabIndex === 0)).toHaveLength(1)
  })

  test.each(LANGUAGES)(
    'M68 arrows move through it, fold and open, the other way round where one writes from the right: %s',
    async (language) => {
      play(viewOf(SMALL), language)
      const user = userEvent.setup()
      const [inwards, outwards] = language === 'fa' ? ['{ArrowLeft}', '{ArrowRight}'] : ['{ArrowRight}', '{ArrowLeft}']
      const [problem] = screen.getAllByRole('treeitem')
      problem?.focus()
      await user.keyboard('{ArrowDown}')
      expect(focused()).toContain('forms')
      await user.keyboard(inwards)
      expect(focused()).toContain('late')
      await user.keyboard(outwards)
      expect(focused()).toContain('forms')
      await user.keyboard(outwards)
      expect(screen.getAllByRole('treeitem')).toHaveLength(3)
      await user.keyboard('{End}')
      expect(focused()).toContain('desk')
      await user.keyboard('{Home}{ArrowDown}')
      await user.keyboard(inwards)
      expect(screen.getAllByRole('treeitem')).toHaveLength(4)
    },
  )

  test('M68 Enter answers a cause, Shift with Enter answers beside it, Space only looks at it', async () => {
    const { give } = play(viewOf(SMALL))
    const user = userEvent.setup()
    rowOf('late')?.focus()
    await user.keyboard(' ')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('late')
    expect(focused()).toContain('late')
    await user.keyboard('{Enter}')
    await user.keyboard('Below')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(give).toHaveBeenCalledOnce())
    expect(give.mock.calls[0]?.[0]).toEqual({ type: 'add-cause', text: 'Below', lang: 'en', parent: anId('late') })
    rowOf('late')?.focus()
    await user.keyboard('{Shift>}{Enter}{/Shift}')
    await user.keyboard('Beside')
    await user.click(screen.getByRole('button', { name: 'Add reason' }))
    expect(give.mock.calls[1]?.[0]).toMatchObject({ text: 'Beside', parent: anId('forms') })
  })

  test('M68 two hundred causes are drawn, reached and answered', async () => {
    const causes = Array.from({ length: 200 }, (_none, nth) =>
      aCause(`c${nth}`, nth < 3 ? undefined : `c${Math.floor(nth / 3) - 1}`, { depth: 1 }),
    )
    const { give } = play(viewOf(aTree(causes)))
    const user = userEvent.setup()
    expect(screen.getAllByRole('treeitem')).toHaveLength(201)
    screen.getAllByRole('treeitem')[0]?.focus()
    await user.keyboard('{End}')
    const last = document.activeElement?.getAttribute('data-row')
    await user.keyboard('{Enter}Deep{Control>}{Enter}{/Control}')
    expect(give.mock.calls[0]?.[0]).toMatchObject({ type: 'add-cause', text: 'Deep', parent: last })
    await user.click(screen.getByRole('button', { name: 'Fold all' }))
    await user.click(screen.getByRole('button', { name: 'Open all' }))
    expect(screen.getAllByRole('treeitem')).toHaveLength(201)
  }, 30_000)

  test('M68 what hangs under a folded cause is counted there, and every cause stands in exactly one row', () => {
    const tree = aTree([aCause('a'), aCause('b', 'a'), aCause('c', 'b'), aCause('d', 'a')])
    const folded = listRows(tree, new Set([anId<'item'>('a')]))
    expect(folded.map(({ cause, below, isOpen }) => [cause?.item ?? '', below, isOpen])).toEqual([
      ['', 4, true],
      [anId('a'), 3, false],
    ])
    const all = listRows(tree, new Set())
    expect(all.map(({ cause }) => cause?.item)).toEqual([undefined, ...['a', 'b', 'c', 'd'].map((name) => anId(name))])
    expect(all.map(({ lines }) => lines)).toEqual([[], [false], [false, true], [false, true, false], [false, false]])
  })
})

describe('what is typed', () => {
  const because = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Because…' })

  test('M68 a cause that is refused stays in its field with the reason, and goes once it was taken', async () => {
    const { give } = play(viewOf(SMALL))
    const user = userEvent.setup()
    give.mockResolvedValueOnce(fail({ code: 'duplicate', details: { above: 1 } }))
    await user.type(because(), 'People wait')
    await user.click(screen.getByRole('button', { name: 'Add reason' }))
    expect(await screen.findByText(/says the same as something it explains/)).toBeDefined()
    expect(because().value).toBe('People wait')
    give.mockResolvedValueOnce(ok({ version: 2 }))
    await user.type(because(), ' long')
    await user.click(screen.getByRole('button', { name: 'Add reason' }))
    await waitFor(() => expect(because().value).toBe(''))
  })

  test('M68 whoever types is not turned away; words wait at their place until one comes back', async () => {
    const { show } = play(viewOf(SMALL))
    const user = userEvent.setup()
    await user.type(because(), 'Half a sent')
    show(viewOf({ ...SMALL, focus: anId<'item'>('late') }))
    expect(because().value).toBe('Half a sent')
    expect(screen.getByText(/Everyone looks at: .*late/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Go there' }))
    expect(because().value).toBe('')
    show(viewOf(SMALL))
    expect(because().value).toBe('Half a sent')
    show(viewOf(SMALL, 'roots'))
    show(viewOf(SMALL))
    expect(because().value).toBe('Half a sent')
    await user.clear(because())
  })

  test('M68 without anything typed everyone is taken along, and who only reads sees no field', () => {
    const { show } = play(viewOf(SMALL))
    show(viewOf({ ...SMALL, focus: anId<'item'>('desk') }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('desk')
    show(viewOf(SMALL, 'whys', { role: 'observer', can: {} }))
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getAllByRole('treeitem')).toHaveLength(4)
  })

  test('M68 of the problem each part is said by itself; words that were changed meanwhile are shown, and one’s own stay', async () => {
    const tree = aTree([], { problem: { statement: { what: 'People wait' }, sources: [], accepted: false } })
    const may = { can: { 'state-problem': true as const } }
    const { give, show } = play(viewOf(tree, 'problem', may))
    const user = userEvent.setup()
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What happens?' })
    await user.clear(field)
    await user.type(field, 'They wait long')
    const other = aTree([], { problem: { statement: { what: 'People leave' }, sources: [], accepted: false } })
    show(viewOf(other, 'problem', may))
    expect(field.value).toBe('They wait long')
    expect(screen.getByText(/Meanwhile it says here: .*People leave/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Say it' }))
    expect(give).toHaveBeenCalledWith({
      type: 'state-problem',
      field: 'what',
      text: 'They wait long',
      was: 'People leave',
    })
  })
})

describe('roots', () => {
  test('M68 what a root lacks is said in words, and confirming it all the same asks for a reason', async () => {
    const tree = aTree(
      [aCause('forms', undefined, { root: { state: 'candidate', support: 2 }, lacks: ['verified'] })],
      {
        focus: anId<'item'>('forms'),
      },
    )
    const { give } = play(
      viewOf(tree, 'roots', { role: 'facilitator', can: { 'mark-root': true, 'propose-root': true } }),
    )
    const user = userEvent.setup()
    const card = screen.getByRole('region', { name: 'Is this a root cause?' })
    expect(within(card).getByText('It is not verified')).toBeDefined()
    expect(within(card).getByText('2 see a root here')).toBeDefined()
    await user.click(within(card).getByRole('button', { name: 'Confirm as root' }))
    const panel = screen.getByRole('dialog')
    expect(within(panel).getByRole('button', { name: 'Confirm all the same' })).toHaveProperty('disabled', true)
    await user.type(within(panel).getByRole('textbox'), 'We pay for it')
    await user.click(within(panel).getByRole('button', { name: 'Confirm all the same' }))
    const command = { type: 'mark-root', cause: anId('forms'), mark: 'confirmed', reason: 'We pay for it' }
    expect(give).toHaveBeenCalledWith(command)
  })
})
