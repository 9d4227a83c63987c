// @vitest-environment jsdom
import type { Item } from '@roundel/shared/board'
import { DAY_MS, ok } from '@roundel/shared/kernel'
import type { DecideView } from '@roundel/shared/methods/decide'
import type { SessionPart, View } from '@roundel/shared/session'
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { LATER } from '../i18n/catalogue.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { aView, anId } from '../testing/a-view.ts'
import { EndedHeader } from '../session/ended.tsx'
import { REPORT_TEXTS } from '../report/texts.ts'
import buttonStyles from '../ui/button.module.css'
import { playRoom } from '../testing/played-room.tsx'
import { renderSpeaking } from '../testing/speak.tsx'
import { ActionPage } from './action-page.tsx'
import { AfterEnd } from './after-end.tsx'
import { writeOwnFile } from './own-file.ts'
import { ENDING_TEXTS } from './texts.ts'

const [DECIDE, IDEAS] = [anId<'step'>('decide'), anId<'step'>('ideas')]
const IDEA = anId<'item'>('idea')
const me = aView().me.seat

const decision: DecideView = {
  decision: { text: 'We try it', chosen: [IDEA], why: 'Cheap', revision: 4, decided: { at: 1, by: me, name: 'Ann' } },
  concerns: [],
  actions: [
    { id: anId('mine'), text: 'Call them', owner: { seat: me, name: 'Ann' }, items: [], state: 'open' },
    { id: anId('theirs'), text: 'Write to them', owner: { outside: 'Olga' }, items: [], state: 'open' },
  ],
  earlier: [],
}

const agenda: SessionPart['agenda'] = [
  {
    id: IDEAS,
    kind: 'brainstorm',
    minutes: 5,
    state: 'done',
    phases: [{ key: 'write', minutes: 5, kinds: ['idea'] }],
  },
  { id: DECIDE, kind: 'decide', minutes: 10, state: 'done', phases: [] },
]

const ended = (session: Partial<SessionPart> = {}, more: Partial<View['me']> = {}): View => {
  const { step: _step, ...view } = aView({
    session: { state: 'ended', agenda, endedAt: Date.now() - DAY_MS, ...session },
    me: { role: 'participant', can: { 'report-action': true, 'add-late': true, 'forget-me': true }, ...more },
  })
  return { ...view, work: { [DECIDE]: { data: decision } } }
}

const play = async (view: View, leads = false) => {
  const room = playRoom(view)
  const record: Item = {
    id: IDEA,
    kind: 'idea',
    step: IDEAS,
    text: 'Text me',
    lang: 'en',
    rank: '',
    state: 'published',
  }
  room.board.items.add(record)
  room.draft.items.add({ ...record, id: anId('draft'), state: 'published', boardItem: IDEA } as never)
  await act(async () => {
    room.render(<AfterEnd leads={leads} />)
  })
  return room
}

beforeAll(async () => {
  await loadCatalogue(ENDING_TEXTS, 'en')
  await loadCatalogue(REPORT_TEXTS, 'en')
  await loadCatalogue(LATER, 'en')
})
afterEach(() => vi.unstubAllGlobals())

const answer = (status: number, body: unknown): void => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify(body), { status })),
  )
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
}

describe('after the end', () => {
  test('C223 one button is the bright one at the end: the way to the report, for those who lead in the bar', async () => {
    for (const [leads, bright] of [
      [false, ['Open the report']],
      [true, []],
    ] as const) {
      const role = leads ? 'facilitator' : 'participant'
      const room = playRoom(
        ended({ settings: { ...aView().session.settings, lateUntil: Date.now() + DAY_MS } }, { role }),
      )
      await act(async () => {
        room.render(
          <>
            <EndedHeader leads={leads} />
            <AfterEnd leads={leads} />
          </>,
        )
      })
      const { primary } = buttonStyles
      const buttons = [...screen.getAllByRole('button'), ...screen.getAllByRole('link')]
      expect(buttons.length).toBeGreaterThan(4)
      expect(
        buttons.filter(({ classList }) => classList.contains(primary ?? '')).map((each) => each.textContent),
      ).toEqual(bright)
      cleanup()
    }
  })

  test('C143 one’s own ideas and actions stand together, and nobody else’s action is among them', async () => {
    const room = await play(ended())
    const mine = within(screen.getByRole('region', { name: 'Yours' }))
    expect(mine.getByText('Text me')).toBeDefined()
    expect(mine.getByText('Call them')).toBeDefined()
    expect(mine.queryByText('Write to them')).toBeNull()
    await userEvent.click(mine.getByRole('button', { name: 'How did it go: Call them' }))
    const dialog = within(screen.getByRole('dialog'))
    await userEvent.click(dialog.getByRole('radio', { name: 'Worse' }))
    await userEvent.type(dialog.getByRole('textbox', { name: 'In a line' }), 'Nobody answered')
    await userEvent.click(dialog.getByRole('button', { name: 'Say so' }))
    expect(room.give).toHaveBeenLastCalledWith({
      type: 'report-action',
      action: anId('mine'),
      state: 'done',
      outcome: 'worse',
      what: 'Nobody answered',
    })
  })

  test('C143 a link of one’s own is shown as a code and to be copied, with how long it lasts', async () => {
    answer(201, { link: 'https://example.org/me/x#secret', expiresAt: 1 })
    await play(ended())
    await act(() => userEvent.click(screen.getByRole('button', { name: 'Show my link' })))
    expect(screen.getByRole('img', { name: 'QR code of your own link' })).toBeDefined()
    expect(screen.getByDisplayValue('https://example.org/me/x#secret')).toBeDefined()
    expect(screen.getByText(/half a year/)).toBeDefined()
  })

  test('C143 the link of an action is made by a press alone, since it ends the one before', async () => {
    answer(201, { link: 'https://example.org/a/x#secret' })
    await play(ended())
    await userEvent.click(screen.getByRole('button', { name: 'Link and calendar: Call them' }))
    expect(fetch).not.toHaveBeenCalled()
    await act(() => userEvent.click(screen.getByRole('button', { name: 'Make the link' })))
    expect(screen.getByDisplayValue('https://example.org/a/x#secret')).toBeDefined()
  })

  test('C143 the file holds the decision, one’s ideas and actions, and the link where one was shown', () => {
    const words = { decision: 'We decide', ideas: 'Ideas', actions: 'Actions', due: (day: string) => `until ${day}` }
    const things = {
      title: 'The desk',
      decisions: ['We try it'],
      ideas: ['Text me\nplease'],
      actions: [{ text: 'Call them', due: '2027-01-15', metric: 'calls' }],
    }
    expect(writeOwnFile({ ...things, link: 'https://example.org/me' }, words)).toBe(
      '# The desk\n\n## We decide\n\n- We try it\n\n## Ideas\n\n- Text me\n  please\n\n## Actions\n\n- Call them · until 2027-01-15 · calls\n\nhttps://example.org/me\n',
    )
    expect(writeOwnFile({ ...things, ideas: [], actions: [], decisions: [] }, words)).toBe('# The desk\n')
  })

  test('C144 those who lead put words right while there is time, and afterwards nothing offers it', async () => {
    const leading = { role: 'facilitator', can: { 'correct-item': true } } as const
    const room = await play(ended({}, leading), true)
    await userEvent.click(screen.getByRole('button', { name: 'Put right: We try it' }))
    const dialog = within(screen.getByRole('dialog'))
    await userEvent.clear(dialog.getByRole('textbox', { name: 'We decide' }))
    await userEvent.type(dialog.getByRole('textbox', { name: 'We decide' }), 'We try it in May')
    await userEvent.click(dialog.getByRole('button', { name: 'Put it right' }))
    expect(room.give).toHaveBeenLastCalledWith({
      type: 'correct-decision',
      step: DECIDE,
      text: 'We try it in May',
      why: 'Cheap',
    })
    expect(screen.getByRole('button', { name: 'Put right: Call them' })).toBeDefined()
    room.show(ended({ endedAt: Date.now() - 15 * DAY_MS }, leading))
    expect(screen.queryByRole('button', { name: /^Put right/ })).toBeNull()
  })

  test('C144 a late idea is written where that is allowed, for the last step that asked for ideas; otherwise there is no place', async () => {
    const room = await play(ended())
    expect(screen.queryByRole('textbox', { name: 'One more idea' })).toBeNull()
    const { settings } = ended().session
    room.show(ended({ settings: { ...settings, lateUntil: Date.now() + DAY_MS } }))
    room.give.mockResolvedValueOnce(ok({ version: 2 }))
    await userEvent.type(screen.getByRole('textbox', { name: 'One more idea' }), 'A quiet corner')
    await userEvent.click(screen.getByRole('button', { name: 'Add as late' }))
    expect(room.give).toHaveBeenLastCalledWith({ type: 'add-late', step: IDEAS, text: 'A quiet corner' })
    expect(screen.getByRole('textbox', { name: 'One more idea' })).toHaveProperty('value', '')
  })
})

describe('what was put right', () => {
  test('C212 a decision and an action say that they were put right, and a decision that was not made says so', async () => {
    const room = await play(ended())
    expect(screen.queryByText(/^Put right/)).toBeNull()
    const at = Date.UTC(2027, 0, 12)
    const [mine] = decision.actions
    const corrected = {
      ...decision,
      decision: { ...decision.decision, corrected: at },
      actions: [{ ...mine, corrected: at }],
    }
    room.show({ ...ended(), work: { [DECIDE]: { data: corrected } } })
    expect(screen.getAllByText(/^Put right on (12 January|January 12)/)).toHaveLength(2)
    const { decided: _, ...open } = decision.decision
    room.show({ ...ended(), work: { [DECIDE]: { data: { ...decision, decision: open } } } })
    expect(screen.getByText('It was written down, and not decided.')).toBeDefined()
  })
})

describe('the page of an action', () => {
  const shown = {
    session: { id: anId('session'), title: 'The desk', language: 'en' },
    action: { id: anId('mine'), text: 'Call them', due: '2027-01-15', state: 'open' },
    decision: 'We try it',
    why: 'Cheap',
    ideas: ['Text me'],
    isOver: true,
  }

  const open = async (): Promise<void> => {
    history.replaceState({ secret: 'a-secret' }, '', `/a/${anId('session')}`)
    await act(async () => {
      renderSpeaking(<ActionPage session={anId('session')} />)
    })
  }

  test('C145 it says what, why and until when, and takes what is said of it, with the secret in a header', async () => {
    answer(200, shown)
    await open()
    expect(screen.getByRole('heading', { level: 1, name: 'Call them' })).toBeDefined()
    for (const text of ['We try it', 'Cheap', 'Text me']) expect(screen.getByText(text)).toBeDefined()
    expect(screen.getByText(/15 January 2027|January 15, 2027/)).toBeDefined()
    await userEvent.click(screen.getByRole('radio', { name: 'Done' }))
    // What came of it is said by who knows, and not proposed.
    expect(screen.getByRole('button', { name: 'Say so' })).toHaveProperty('disabled', true)
    await userEvent.click(screen.getByRole('radio', { name: 'Better' }))
    await userEvent.click(screen.getByRole('button', { name: 'Say so' }))
    const [path, request] = vi.mocked(fetch).mock.calls.find(([, made]) => made?.method === 'PUT') ?? []
    expect(path).toBe(`/api/sessions/${anId('session')}/action`)
    expect(request).toMatchObject({
      method: 'PUT',
      headers: { authorization: 'Bearer a-secret' },
      body: JSON.stringify({ state: 'done', outcome: 'better', what: '' }),
    })
    expect(screen.getByText('Thank you. Everybody who was there can see it.')).toBeDefined()
  })

  test('C145 before the end nothing can be said yet, and a link that opens nothing says so', async () => {
    answer(200, { ...shown, isOver: false })
    await open()
    expect(screen.queryByRole('button', { name: 'Say so' })).toBeNull()
    cleanup()
    answer(404, { error: { code: 'unknown', message: 'x' } })
    await open()
    expect(screen.getByRole('heading', { name: 'This link opens nothing' })).toBeDefined()
  })
})
