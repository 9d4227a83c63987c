// @vitest-environment jsdom
import type { PollView, ScoreView } from '@roundel/shared/methods'
import { type ScoringId, scoringOf } from '@roundel/shared/scoring'
import type { View } from '@roundel/shared/session'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { LATER } from '../i18n/catalogue.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { ScoreScreen } from '../methods/score/score-screen.tsx'
import { SCORE_TEXTS } from '../methods/score/texts.ts'
import { aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { useBallots } from '../state/ballots.ts'

const STEP = anId<'step'>('step-1')
const IDEAS = ['Tea', 'Chairs', 'A sign'] as const
const idOf = (text: string) => anId<'item'>(text.replaceAll(' ', ''))

const aPoll = (scoring: ScoringId, more: Partial<PollView> = {}): PollView => ({
  id: anId<'poll'>('poll'),
  state: 'open',
  scoring,
  settings: scoringOf(scoring).settings({}),
  subject: 'ideas',
  items: IDEAS.map(idOf),
  electors: 6,
  cast: 0,
  seed: 1,
  openedAt: 0,
  ...(more as object),
})

const viewOf = (poll: PollView, own?: object, more: Partial<ScoreView> = {}, me: Partial<View['me']> = {}): View => ({
  ...aView({
    step: {
      kind: 'score',
      phase: poll.state === 'open' ? 'open' : 'shown',
      phases: [],
      policies: { add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' },
    },
    me: { can: {}, ...(own && { work: own }), ...me },
  }),
  work: { [STEP]: { data: { sheet: {}, poll, ...more } } },
})

const FRAME = ({ room, question }: { room: unknown; question: unknown }) => (
  <>
    {question as never}
    {room as never}
  </>
)

interface Sent {
  readonly person: string | null
  readonly body: { readonly ballot: unknown; readonly cast: boolean; readonly poll: string }
}

/** A server that takes every ballot, and remembers what it was sent. */
const takeBallots = (): readonly Sent[] => {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (url: string | URL, init?: RequestInit) => {
    const answer = (json: unknown) =>
      new Response(JSON.stringify(json), { status: 200, headers: { 'content-type': 'application/json' } })
    if ((init?.method ?? 'GET') === 'GET') return answer({ poll: anId('poll'), state: 'none', seq: 0 })
    const person = new URL(String(url), 'http://localhost').searchParams.get('person')
    sent.push({ person, body: JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as Sent['body'] })
    return answer({ poll: anId('poll'), state: 'cast', seq: 1, cast: 1, electors: 6 })
  })
  return sent
}

const play = (view: View) => {
  const room = playRoom(view)
  for (const text of IDEAS) {
    room.board.items.add({ id: idOf(text), kind: 'idea', step: STEP, text, lang: 'en', rank: '', state: 'published' })
  }
  room.render(
    <MoreTexts from={SCORE_TEXTS}>
      <ScoreScreen frame={FRAME} />
    </MoreTexts>,
  )
  return { ...room, user: userEvent.setup() }
}

/** A card that led to the first idea, of a step that keeps it from people who judge, or does not. */
const inspire = ({ board, show }: ReturnType<typeof play>, view: View, isUnseen: boolean): void => {
  const [card, step] = [anId<'item'>('lighthouse'), anId<'step'>('random')]
  board.items.add({ id: card, kind: 'stimulus', step, text: 'lighthouse', lang: 'en', rank: '', state: 'published' })
  board.links.add({ id: anId<'link'>('link'), type: 'inspired-by', from: idOf('Tea'), to: card })
  show({ ...view, work: { ...view.work, [step]: { data: {}, ...(isUnseen && { unseen: ['stimulus'] }) } } })
}

const cast = () => screen.getByRole('button', { name: 'Cast my ballot' })
const ONE = { people: 1, cast: [] }

beforeAll(async () => {
  await Promise.all([loadCatalogue(LATER, 'en'), loadCatalogue(SCORE_TEXTS, 'en')])
})
beforeEach(() => {
  localStorage.clear()
  useBallots.setState({ ballots: {} })
})
afterEach(() => vi.unstubAllGlobals())

describe('a ballot', () => {
  test.each([false, true])(
    'M26 what led to an idea stands on it, unless it is kept from people who judge: %s',
    (isUnseen) => {
      takeBallots()
      const view = viewOf(aPoll('fan', { items: [idOf('Tea')] }), ONE)
      inspire(play(view), view, isUnseen)
      expect(screen.queryAllByText('from: lighthouse')).toHaveLength(isUnseen ? 0 : 1)
    },
  )

  test('C95 with nothing on it cannot be cast; what is filled in is cast by a press, and can be changed', async () => {
    const sent = takeBallots()
    const { user, show } = play(viewOf(aPoll('dots'), ONE))
    expect(cast()).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('button', { name: 'A dot for: Tea' }))
    expect(screen.getByText(/Not cast yet/)).toBeDefined()
    await user.click(cast())
    expect(sent.at(-1)?.body).toEqual({ poll: anId('poll'), ballot: { [idOf('Tea')]: 1 }, cast: true })
    show(viewOf(aPoll('dots', { cast: 1 } as never), { people: 1, cast: [1] }))
    expect(screen.getByText('Your ballot is cast.')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Change my ballot' }))
    expect(screen.getByRole('status', { name: '1 dot' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Cast it anew' })).toBeDefined()
  })

  test('C96 by criteria every answer is one press, and “cannot judge” is one', async () => {
    const sent = takeBallots()
    const { user } = play(viewOf(aPoll('fan', { items: [idOf('Tea')] } as never), ONE))
    for (const name of ['Feasible', 'Attractive']) {
      await user.click(within(screen.getByRole('group', { name })).getByRole('radio', { name: /^4/ }))
    }
    await user.click(within(screen.getByRole('group', { name: 'Novel' })).getByRole('radio', { name: 'cannot judge' }))
    await user.click(cast())
    expect(sent.at(-1)?.body.ballot).toEqual({ [idOf('Tea')]: { feasible: 4, attractive: 4, novel: 'abstain' } })
  })

  test('C97 an order begins with nothing, is made by presses, and is moved by buttons, positions and keys', async () => {
    takeBallots()
    const { user } = play(viewOf(aPoll('ranking'), ONE))
    expect(screen.getByText('Press the idea that comes first, then the next one.')).toBeDefined()
    for (const text of IDEAS) await user.click(screen.getByRole('button', { name: new RegExp(`${text}$`) }))
    const order = () =>
      screen.getAllByRole('combobox', { name: /^Move to position/ }).map((field) => field.getAttribute('aria-label'))
    const places = (...texts: readonly string[]) => texts.map((text) => `Move to position: ${text}`)
    expect(order()).toEqual(places('Tea', 'Chairs', 'A sign'))
    await user.click(screen.getByRole('button', { name: 'Up: A sign' }))
    expect(order()).toEqual(places('Tea', 'A sign', 'Chairs'))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Move to position: Chairs' }), '1')
    expect(order()).toEqual(places('Chairs', 'Tea', 'A sign'))
    screen.getByRole('combobox', { name: 'Move to position: Tea' }).focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(order()).toEqual(places('Tea', 'Chairs', 'A sign'))
    await user.click(screen.getByRole('button', { name: 'Leave out: Chairs' }))
    expect(order()).toEqual(places('Tea', 'A sign'))
  })

  test('C98 a network that is away loses nothing: what was filled in is there after a reload', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('no network')
    })
    const { user } = play(viewOf(aPoll('dots'), ONE))
    await user.click(screen.getByRole('button', { name: 'A dot for: Tea' }))
    await user.click(cast())
    expect(await screen.findByText(/is kept on this device/)).toBeDefined()
    expect(localStorage.getItem('roundel.ballots')).toContain(idOf('Tea'))
  })
})

describe('several people around one device', () => {
  test('C99 vote one after the other, and who comes next sees nothing of the ballot before', async () => {
    const sent = takeBallots()
    const { user, show } = play(viewOf(aPoll('dots'), { people: 2, cast: [] }))
    await user.click(screen.getByRole('button', { name: 'A dot for: Tea' }))
    await user.click(cast())
    show(viewOf(aPoll('dots', { cast: 1 } as never), { people: 2, cast: [1] }))
    expect(screen.getByRole('radio', { name: 'Person 2' })).toHaveProperty('checked', true)
    expect(screen.queryByRole('status', { name: '1 dot' })).toBeNull()
    await user.click(screen.getByRole('radio', { name: 'Person 1: has voted' }))
    await user.click(screen.getByRole('button', { name: 'Change my ballot' }))
    expect(screen.queryByRole('status', { name: '1 dot' })).toBeNull()
    expect(JSON.stringify(localStorage)).not.toContain(idOf('Tea'))
    expect(sent.at(-1)).toMatchObject({ person: null, body: { cast: true } })
  })
})

describe('who leads', () => {
  const leading = { role: 'facilitator', can: { 'admit-voter': true, 'cancel-scoring': true } } as const

  test('C100 lets vote who came late, and gives one device more ballots', async () => {
    takeBallots()
    const [early, late] = [anId<'seat'>('early'), anId<'seat'>('late')]
    const view = viewOf(aPoll('dots'), undefined, { voters: { [early]: 1 } }, leading)
    const people = [
      { id: early, name: 'Early', colour: 'mint', role: 'participant', here: true },
      { id: late, name: 'Late', colour: 'sky', role: 'participant', here: true },
    ] as unknown as View['people']
    const { user, give } = play({ ...view, people })
    await user.click(screen.getByRole('button', { name: 'Who votes' }))
    await user.click(await screen.findByRole('button', { name: 'Let vote' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'admit-voter', seat: late, people: 1 })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Early' }), '3')
    expect(give).toHaveBeenLastCalledWith({ type: 'admit-voter', seat: early, people: 3 })
  })
})
