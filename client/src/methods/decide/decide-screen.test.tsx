// @vitest-environment jsdom
import type { Item } from '@roundel/shared/board'
import { fail } from '@roundel/shared/kernel'
import type { DecideView, OwnDecide } from '@roundel/shared/methods/decide'
import type { Language, View } from '@roundel/shared/session'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test } from 'vitest'
import { LATER } from '../../i18n/catalogue.ts'
import { loadCatalogue } from '../../i18n/load-catalogue.ts'
import { MoreTexts } from '../../i18n/texts.tsx'
import { aView, anId } from '../../testing/a-view.ts'
import { playRoom } from '../../testing/played-room.tsx'
import { DecideScreen } from './decide-screen.tsx'
import { DECIDE_TEXTS } from './texts.ts'

const STEP = anId<'step'>('step-1')
const [FIRST, SECOND] = [anId<'item'>('first'), anId<'item'>('second')]

const aDecision = (more: Partial<DecideView> = {}): DecideView => ({
  decision: { text: '', chosen: [], why: '', revision: 3 },
  lacks: 'text',
  scored: {
    step: anId('vote'),
    places: [
      { item: FIRST, rank: 1 },
      { item: SECOND, rank: null },
    ],
  },
  concerns: [],
  actions: [],
  earlier: [],
  ...more,
})

const LEADS = [
  'draft-decision',
  'decide',
  'add-action',
  'edit-action',
  'remove-action',
  'review-action',
  'add-concern',
  'ask-temperature',
]

const viewOf = (data: DecideView, can: readonly string[] = LEADS, own: OwnDecide = { decides: true }): View => ({
  ...aView({
    step: {
      kind: 'decide',
      phase: 'decide',
      phases: [],
      policies: { add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' },
    },
    me: { can: Object.fromEntries(can.map((type) => [type, true as const])), work: own },
  }),
  work: { [STEP]: { data } },
})

const FRAME = ({ room, question }: { room: unknown; question: unknown }) => (
  <>
    {question as never}
    {room as never}
  </>
)

const play = async (view: View, language: Language = 'en') => {
  const room = playRoom(view)
  for (const [id, text] of [
    [FIRST, 'Show the waiting time'],
    [SECOND, 'Fill in the form'],
  ] as const) {
    const record: Item = { id, kind: 'idea', step: STEP, text, lang: 'en', rank: '', state: 'published' }
    room.board.items.add(record)
  }
  await act(async () => {
    room.render(
      <MoreTexts from={DECIDE_TEXTS}>
        <DecideScreen frame={FRAME} />
      </MoreTexts>,
      language,
    )
  })
  return room
}

beforeAll(async () => {
  for (const language of ['en', 'fa'] as const) {
    await loadCatalogue(DECIDE_TEXTS, language)
    await loadCatalogue(LATER, language)
  }
})

const given = (room: Awaited<ReturnType<typeof play>>) => room.give.mock.calls.map(([command]) => command)

describe('deciding', () => {
  test('C135 what the vote came to stands with its places, and is chosen by a press', async () => {
    const room = await play(viewOf(aDecision()))
    const vote = screen.getByRole('region', { name: 'What the vote says' })
    const [one, two] = within(vote).getAllByRole('listitem')
    expect(one?.textContent).toContain('Place 1')
    expect(two?.textContent).toContain('No place')
    await userEvent.click(within(vote).getByRole('button', { name: 'Choose: Fill in the form' }))
    expect(given(room)).toEqual([{ type: 'draft-decision', items: [SECOND], revision: 3 }])
    // Until the page shows what it did, the next press waits.
    expect(within(vote).getByRole('button', { name: 'Choose: Show the waiting time' })).toHaveProperty('disabled', true)
  })

  test('C136 what is typed is saved after a pause, and what somebody else put there meanwhile is shown beside it', async () => {
    const room = await play(viewOf(aDecision({ decision: { text: 'One', chosen: [], why: '', revision: 3 } })))
    const field = screen.getByRole('textbox', { name: 'We decide' })
    await userEvent.type(field, ' and two')
    expect(screen.getByText('Not saved yet')).toBeDefined()
    await waitFor(() => expect(given(room)).toEqual([{ type: 'draft-decision', text: 'One and two', revision: 3 }]))
    await userEvent.type(field, ' and three')
    room.show(viewOf(aDecision({ decision: { text: 'Theirs', chosen: [], why: '', revision: 5 } })))
    expect(screen.getByText('Theirs').closest('[role=alert]')).not.toBeNull()
    expect(field).toHaveProperty('value', 'One and two and three')
    await userEvent.click(screen.getByRole('button', { name: 'Leave it so' }))
    expect(field).toHaveProperty('value', 'Theirs')
  })

  test('C137 the decision waits for what it lacks and says what that is; who may not decide has no button', async () => {
    const text = { text: 'We try it', chosen: [SECOND], why: '', revision: 3 }
    const room = await play(viewOf(aDecision({ decision: text, lacks: 'why' })))
    const button = screen.getByRole('button', { name: 'This is our decision' })
    expect(button).toHaveProperty('disabled', true)
    expect(screen.getAllByText('Something else came first: please say why.').length).toBeGreaterThan(0)
    const { lacks: _lacks, ...whole } = aDecision({ decision: { ...text, why: 'Cheap' } })
    room.show(viewOf(whole))
    await userEvent.click(screen.getByRole('button', { name: 'This is our decision' }))
    expect(given(room)).toEqual([{ type: 'decide', revision: 3 }])
    room.show(viewOf(whole, LEADS, { decides: false }))
    expect(screen.queryByRole('button', { name: 'This is our decision' })).toBeNull()
  })

  test('C226 one button at a time is the next to be pressed: the decision, and once it is made the actions', async () => {
    const text = { text: 'We try it', chosen: [FIRST], why: 'Cheap', revision: 3 }
    const { lacks: _lacks, ...whole } = aDecision({ decision: text })
    const bright = (): readonly (string | null)[] =>
      [...document.querySelectorAll('button[class*=primary]')].map(({ textContent }) => textContent)
    const can = [...LEADS, 'show-temperature']
    const room = await play(viewOf({ ...whole, temperature: { state: 'open', round: 1, answered: 2 } }, can))
    expect(bright()).toEqual(['This is our decision'])
    const decided = { ...whole, decision: { ...text, decided: { at: 0, by: anId<'seat'>('amina'), name: 'Amina' } } }
    room.show(viewOf(decided, can))
    expect(bright()).toEqual(['Add an action'])
  })

  test.each(['en', 'fa'] as const)(
    'C138 who takes part answers by one of four buttons, and sees only counts, in %s',
    async (language) => {
      const can = ['answer-temperature', 'add-concern', 'add-action']
      const open = aDecision({ temperature: { state: 'open', round: 1, answered: 2 } })
      const room = await play(viewOf(open, can, { decides: false }), language)
      const buttons = screen.getAllByRole('button').filter((button) => button.hasAttribute('aria-pressed'))
      expect(buttons).toHaveLength(4)
      await userEvent.click(buttons[3] as HTMLElement)
      expect(given(room)).toEqual([{ type: 'answer-temperature', feeling: 'no' }])
      room.show(viewOf(open, can, { decides: false, feeling: 'no' }))
      expect(buttons.map((button) => button.getAttribute('aria-pressed'))).toEqual(['false', 'false', 'false', 'true'])
      expect(screen.queryByRole('textbox')).toBeNull()
      const counts = { 'strong-yes': 3, yes: 0, unsure: 0, no: 1 }
      room.show(viewOf(aDecision({ temperature: { state: 'shown', round: 1, counts } }), [], { decides: false }))
      const list = screen.getByRole('list', { name: language === 'en' ? 'Temperature check' : 'سنجش حال جمع' })
      expect(within(list).getAllByRole('listitem')).toHaveLength(4)
    },
  )

  test('C139 a concern is said to be unsigned where names are hidden, and stays typed when it is refused', async () => {
    const room = await play(viewOf(aDecision(), ['add-concern'], { decides: false }))
    room.give.mockResolvedValueOnce(fail({ code: 'offline' }))
    await userEvent.click(screen.getByRole('button', { name: 'Add a concern' }))
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText(/unsigned/)).toBeDefined()
    await userEvent.type(within(dialog).getByRole('textbox'), 'Not everyone has a phone')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep it' }))
    expect(within(dialog).getByText(/No connection/)).toBeDefined()
    expect(within(dialog).getByRole('textbox')).toHaveProperty('value', 'Not everyone has a phone')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep it' }))
    expect(given(room).at(-1)).toEqual({ type: 'add-concern', text: 'Not everyone has a phone' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('C140 an action is asked for with its owner and its day: somebody outside by name, a month ahead, or none', async () => {
    const room = await play(viewOf(aDecision({ decision: { text: 'x', chosen: [FIRST], why: '', revision: 3 } })))
    await userEvent.click(screen.getByRole('button', { name: 'Add an action' }))
    const dialog = within(screen.getByRole('dialog'))
    await userEvent.type(dialog.getByRole('textbox', { name: 'What will be done' }), 'Call the clinic')
    expect(dialog.getByLabelText('Until when').getAttribute('type')).toBe('date')
    expect((dialog.getByLabelText('Until when') as HTMLInputElement).value).toMatch(/^\d{4}-\d\d-\d\d$/)
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Who sees to it' }), 'Someone outside')
    expect(dialog.getByRole('button', { name: 'Save the action' })).toHaveProperty('disabled', true)
    await userEvent.type(dialog.getByRole('textbox', { name: 'Their name' }), 'Olga')
    await userEvent.click(dialog.getByRole('checkbox', { name: 'No date' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Save the action' }))
    expect(given(room)).toEqual([
      {
        type: 'add-action',
        text: 'Call the clinic',
        owner: { outside: 'Olga' },
        due: null,
        hypothesis: '',
        metric: '',
        baseline: '',
        items: [FIRST],
      },
    ])
  })

  test('C141 what was left open before comes first: done, carried over or dropped, with what came of it', async () => {
    const earlier = {
      session: anId<'session'>('may'),
      action: anId<'action'>('form'),
      title: 'May',
      text: 'Shorten the form',
      owner: 'Reza',
      due: '2020-01-01',
      state: 'open',
    } as const
    const room = await play(viewOf(aDecision({ earlier: [earlier] })))
    const list = screen.getByRole('region', { name: 'What we set out to do before' })
    expect(within(list).getByText(/was due/)).toBeDefined()
    expect(within(list).getByText(/From May|From \P{L}*May/u)).toBeDefined()
    await userEvent.click(within(list).getByRole('button', { name: 'Carry over: Shorten the form' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByRole('textbox', { name: 'Their name' })).toHaveProperty('value', 'Reza')
    await userEvent.click(dialog.getByRole('radio', { name: 'The same' }))
    await userEvent.type(dialog.getByRole('textbox', { name: 'In a line' }), 'Two pages less')
    await userEvent.click(dialog.getByRole('button', { name: 'Carry over' }))
    expect(given(room)).toMatchObject([
      {
        type: 'review-action',
        session: earlier.session,
        action: earlier.action,
        state: 'carried',
        outcome: 'same',
        what: 'Two pages less',
        owner: { outside: 'Reza' },
      },
    ])
  })

  test('A59 where causes are known, what was tried may say that one was none; nothing is asked where there are none', async () => {
    const earlier = {
      session: anId<'session'>('may'),
      action: anId<'action'>('form'),
      title: 'May',
      text: 'Shorten the form',
      owner: 'Reza',
      state: 'open',
    } as const
    const [forms, desk] = ['Forms', 'One desk'].map((text) => ({
      session: earlier.session,
      item: anId<'item'>(text),
      text,
    }))
    if (!forms || !desk) throw new Error('no causes')
    const room = await play(viewOf(aDecision({ earlier: [{ ...earlier, causes: [forms, desk] }] })))
    await userEvent.click(screen.getByRole('button', { name: 'Done: Shorten the form' }))
    const dialog = within(screen.getByRole('dialog'))
    const group = { name: 'What does this say of the cause?' }
    expect(dialog.queryByRole('group', group)).toBeNull()
    await userEvent.click(dialog.getByRole('radio', { name: 'Worse' }))
    const choices = within(dialog.getByRole('group', group))
    expect(choices.getAllByRole('checkbox', { checked: false })).toHaveLength(2)
    await userEvent.click(choices.getByRole('checkbox', { name: /The cause was something else than .*One desk/ }))
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    const { session, item } = desk
    expect(given(room)).toMatchObject([{ type: 'review-action', outcome: 'worse', refutes: [{ session, item }] }])
    const reviewed = { outcome: 'worse', what: '', at: 1, refutes: [{ session, item }] } as const
    room.show(viewOf(aDecision({ earlier: [{ ...earlier, causes: [forms, desk], state: 'done', reviewed }] })))
    const said = screen.getByText('The cause was something else than').nextElementSibling
    expect(said?.textContent).toBe('One desk')
    room.show(viewOf(aDecision({ earlier: [earlier] })))
    await userEvent.click(screen.getByRole('button', { name: 'Done: Shorten the form' }))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('radio', { name: 'Worse' }))
    expect(screen.queryByRole('group', group)).toBeNull()
  })

  test('C142 who takes part takes an action on, changes their own, and nobody else’s', async () => {
    const action = (name: string, seat: string) => ({
      id: anId<'action'>(name),
      text: name,
      owner: { seat: anId<'seat'>(seat), name: seat },
      items: [],
      state: 'open' as const,
    })
    const view = viewOf(aDecision(), ['add-action', 'edit-action'], { decides: false })
    const actions = [action('Mine', view.me.seat.replaceAll('-', '')), action('Theirs', 'somebody')]
    const mine = { ...actions[0], owner: { seat: view.me.seat } }
    await play(
      viewOf(aDecision({ actions: [mine, actions[1]] as never }), ['add-action', 'edit-action'], { decides: false }),
    )
    expect(screen.getByRole('button', { name: 'Change: Mine' })).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Change: Theirs' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Take one on myself' }))
    expect(within(screen.getByRole('dialog')).queryByRole('combobox')).toBeNull()
  })

  const EARLIER = {
    session: anId<'session'>('may'),
    action: anId<'action'>('form'),
    title: 'May',
    text: 'Shorten the form',
    owner: 'Reza',
    baseline: 'four pages',
    state: 'open',
  } as const

  test('C205 what the vote gave an idea stands beside it, before it is chosen and after', async () => {
    const decision = { text: '', chosen: [FIRST, SECOND], why: '', revision: 3 }
    const view = viewOf(aDecision({ decision }))
    const result = { budget: 3, items: [{ item: FIRST, rank: 1, dots: 7, breadth: 3 }] }
    await play({ ...view, work: { ...view.work, [anId<'step'>('vote')]: { data: { result } } } } as View)
    const vote = within(screen.getByRole('region', { name: 'What the vote says' }))
    expect(vote.getAllByRole('listitem')[0]?.textContent).toContain('7 dots')
    const [one, two] = within(screen.getByRole('region', { name: 'We decide' })).getAllByRole('listitem')
    expect(one?.textContent).toContain('Place 1 · 7 dots')
    expect(two?.textContent).toContain('No place')
  })

  test('C206 that whoever decides has gone is said to all, and those who lead take the decision back by a press', async () => {
    const seat = anId<'seat'>('omid')
    const decider = aDecision({ decider: { seat, name: 'Omid' } })
    const person = { id: seat, name: 'Omid', colour: 'mint', role: 'participant', here: false } as const
    const shown = (here: boolean, role: 'facilitator' | 'participant'): View => {
      const view = viewOf(decider, LEADS, { decides: false })
      return { ...view, me: { ...view.me, role }, people: [...view.people, { ...person, here }] }
    }
    const room = await play(shown(false, 'participant'))
    expect(screen.getByText(/Omid\P{L}* decides and is not here at the moment/u)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Those who lead decide' })).toBeNull()
    room.show(shown(false, 'facilitator'))
    await userEvent.click(screen.getByRole('button', { name: 'Those who lead decide' }))
    expect(given(room)).toEqual([{ type: 'set-flag', seat, flag: 'decider', on: false }])
    room.show(shown(true, 'facilitator'))
    expect(screen.queryByText(/is not here/)).toBeNull()
  })

  test('C207 how something went is said by who knows: nothing is proposed, and what is done was tried', async () => {
    await play(viewOf(aDecision({ earlier: [EARLIER] })))
    await userEvent.click(screen.getByRole('button', { name: 'Done: Shorten the form' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText('four pages')).toBeDefined()
    expect(dialog.queryByRole('radio', { name: 'Not tried' })).toBeNull()
    expect(dialog.queryByRole('radio', { checked: true })).toBeNull()
    expect(dialog.getByRole('button', { name: 'Done' })).toHaveProperty('disabled', true)
    await userEvent.click(dialog.getByRole('radio', { name: 'Worse' }))
    expect(dialog.getByRole('button', { name: 'Done' })).toHaveProperty('disabled', false)
  })

  test('C208 what was seen becomes an insight by one press, where it was tried and said, until it stands', async () => {
    const keep = { name: 'Keep as an insight: Shorten the form' }
    const done = (outcome: 'better' | 'not-tried', what: string, insight?: typeof FIRST) => ({
      ...EARLIER,
      state: 'done' as const,
      reviewed: { outcome, what, at: 1 },
      ...(insight && { insight }),
    })
    const shown = (earlier: ReturnType<typeof done>): View =>
      viewOf(aDecision({ earlier: [earlier] }), [...LEADS, 'keep-insight'])
    const room = await play(shown(done('better', 'Two pages less')))
    await userEvent.click(screen.getByRole('button', keep))
    expect(given(room)).toEqual([{ type: 'keep-insight', session: EARLIER.session, action: EARLIER.action }])
    for (const earlier of [done('better', ''), done('not-tried', 'No time'), done('better', 'Less', FIRST)]) {
      room.show(shown(earlier))
      expect(screen.queryByRole('button', keep)).toBeNull()
    }
    expect(screen.getByText('insight, seen in practice')).toBeDefined()
  })

  test('C209 that a quarter has more open actions than happen is a hint, counted over what is open from before', async () => {
    const action = (name: string) => ({
      id: anId<'action'>(name),
      text: name,
      owner: { outside: 'Olga' },
      items: [],
      state: 'open' as const,
    })
    const three = ['One', 'Two', 'Three'].map(action)
    const room = await play(viewOf(aDecision({ actions: three })))
    expect(screen.queryByText(/actions are open this quarter/)).toBeNull()
    room.show(viewOf(aDecision({ actions: three, earlier: [EARLIER] })))
    expect(screen.getByText(/^4 actions are open this quarter/)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Add an action' })).toHaveProperty('disabled', false)
  })

  test('C210 on a wall the words of a decision come before what was set out to do before', async () => {
    const order = (): readonly (string | null)[] =>
      screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))
    const shown = (role: 'screen' | 'participant', text: string): View => {
      const view = viewOf(aDecision({ decision: { text, chosen: [], why: '', revision: 3 }, earlier: [EARLIER] }), [])
      return { ...view, me: { ...view.me, role } }
    }
    const isFirst = (): boolean => order().indexOf('We decide') < order().indexOf('What we set out to do before')
    const room = await play(shown('participant', 'We text people'))
    expect(isFirst()).toBe(false)
    room.show(shown('screen', ''))
    expect(isFirst()).toBe(false)
    room.show(shown('screen', 'We text people'))
    expect(isFirst()).toBe(true)
  })

  test('C206 those who lead say on the page itself whose decision it is, and take it from one before another has it', async () => {
    const [omid, sara] = [anId<'seat'>('omid'), anId<'seat'>('sara')]
    const person = { colour: 'mint', role: 'participant', here: true } as const
    const view = viewOf(aDecision({ decider: { seat: omid, name: 'Omid' } }))
    const people = [...view.people, { ...person, id: omid, name: 'Omid' }, { ...person, id: sara, name: 'Sara' }]
    const room = await play({ ...view, me: { ...view.me, role: 'facilitator' }, people })
    room.give.mockResolvedValue({ ok: true, value: { version: 2 } })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Who decides' }), 'Sara')
    expect(given(room)).toEqual([
      { type: 'set-flag', seat: omid, flag: 'decider', on: false },
      { type: 'set-flag', seat: sara, flag: 'decider', on: true },
    ])
    room.show({ ...view, me: { ...view.me, role: 'participant' }, people })
    expect(screen.queryByRole('combobox', { name: 'Who decides' })).toBeNull()
  })
})
