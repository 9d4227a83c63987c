// @vitest-environment jsdom
import { fail } from '@roundel/shared/kernel'
import type { View } from '@roundel/shared/session'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { OPEN, aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { SessionScreen } from './session-screen.tsx'

const NOTHING = { add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' } as const
const SECOND = anId<'step'>('step-2')
const COUNTS = { ready: 4, writers: 2, finished: 1, here: 5, published: 0 }
const AGENDA = [
  { id: anId<'step'>('step-1'), kind: 'brainstorm', minutes: 15, state: 'live' },
  { id: SECOND, kind: 'brainstorm', minutes: 15, state: 'planned' },
] as const

const PLACES = {
  frame: aView({ session: { agenda: AGENDA }, step: { phase: 'frame', policies: NOTHING } }),
  write: aView({ session: { agenda: AGENDA }, step: {} }),
  build: aView({ session: { agenda: AGENDA }, step: OPEN }),
  group: aView({
    session: { agenda: AGENDA },
    step: { phase: 'group', policies: { ...NOTHING, edit: 'own', place: 'all', group: 'all' } },
  }),
  next: aView({
    session: { agenda: AGENDA.map((entry, nth) => ({ ...entry, state: nth === 0 ? 'done' : 'live' })) },
    step: { id: SECOND },
  }),
  end: aView({ session: { state: 'ended', agenda: AGENDA.map((entry) => ({ ...entry, state: 'done' })) } }),
} satisfies Record<string, View>
type PlaceName = keyof typeof PLACES

const SENTENCE = 'یک جملهٔ نیمه‌تمام, half of it'
const composer = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your idea' })
const button = (name: string) => screen.findByRole('button', { name })
const strip = () => screen.queryByRole('button', { name: 'Keep my sentence' })

const go = async (from: PlaceName) => {
  const played = playRoom(PLACES[from])
  await act(async () => played.render(<SessionScreen onAgain={() => undefined} />))
  await screen.findByRole('textbox', { name: 'Your idea' }, { timeout: 10_000 })
  return {
    ...played,
    user: userEvent.setup(),
    drafts: () => [...played.draft.items.all().values()],
    goOn: async (to: PlaceName) => {
      played.show(PLACES[to])
      await act(async () => undefined)
    },
  }
}

/** Writes half a sentence, with the caret in the middle of it. */
const writeHalf = (): HTMLTextAreaElement => {
  const area = composer()
  area.focus()
  fireEvent.change(area, { target: { value: SENTENCE } })
  area.setSelectionRange(5, 9)
  return area
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }))
  vi.stubGlobal('scrollTo', () => undefined)
})

const TALK = aView({
  session: {
    agenda: [
      { ...AGENDA[0], state: 'done' },
      { ...AGENDA[1], kind: 'talk', state: 'live' },
    ],
  },
  step: { id: SECOND, kind: 'talk', phase: 'talk', phases: [{ key: 'talk', minutes: 5 }], policies: NOTHING },
})

describe('another method begins', () => {
  const leading = (view: View): View => ({ ...view, me: { ...view.me, role: 'facilitator', can: { message: true } } })

  test('C37 what those who lead have open stays open, with what they typed', async () => {
    const { render, show } = playRoom(leading(PLACES.write))
    await act(async () => render(<SessionScreen onAgain={() => undefined} />))
    await userEvent.click(await screen.findByRole('button', { name: 'More' }))
    await userEvent.click(screen.getByRole('button', { name: 'Message to all' }))
    const line = screen.getByRole<HTMLInputElement>('textbox', { name: /^One line/ })
    await userEvent.type(line, 'two minutes')
    show(leading(TALK))
    expect(await screen.findByRole('button', { name: /^2\W+2.*Conversation/ })).toBeDefined()
    expect(screen.getByRole('textbox', { name: /^One line/ })).toBe(line)
    expect([line.value, document.activeElement]).toEqual(['two minutes', line])
  })

  test('C37 what anybody has open from the top bar stays open', async () => {
    const { render, show } = playRoom(PLACES.write)
    await act(async () => render(<SessionScreen onAgain={() => undefined} />))
    const [button] = await screen.findAllByRole('button', { name: 'Help' })
    await userEvent.click(button as HTMLElement)
    const help = screen.getByRole('dialog', { name: 'Help' })
    show(TALK)
    expect(await screen.findByRole('button', { name: /^2\W+2.*Conversation/ })).toBeDefined()
    expect(screen.getByRole('dialog', { name: 'Help' })).toBe(help)
  })
})

describe('the session goes on while somebody writes', () => {
  const changes = (['write', 'build'] as const).flatMap((from) =>
    (Object.keys(PLACES) as PlaceName[]).filter((to) => to !== from).map((to) => [from, to] as const),
  )

  test.each(changes)('C56 from %s to %s the sentence stays under the hand, with its caret', async (from, to) => {
    const { goOn } = await go(from)
    const before = writeHalf()
    await goOn(to)
    await waitFor(() => expect(document.activeElement).toBe(composer()))
    const area = composer()
    expect([area.value, area.selectionStart, area.selectionEnd]).toEqual([SENTENCE, 5, 9])
    // Only after the end the whole screen is another.
    if (to !== 'end') expect(area).toBe(before)
    // Where it can be added in private as before there is nothing to ask.
    expect(strip() === null).toBe(to === 'write')
  })

  test('C56 to whoever writes nothing nothing is said', async () => {
    const { goOn } = await go('write')
    await goOn('build')
    expect(strip()).toBeNull()
  })

  test('C56 whoever keeps their sentence ends it, and adds it as late', async () => {
    const { goOn, give, user, drafts } = await go('write')
    writeHalf()
    await goOn('group')
    await user.click(await button('Keep my sentence'))
    expect(strip()).toBeNull()
    expect(document.activeElement).toBe(composer())
    await user.keyboard('{Control>}{End}{/Control}, whole')
    await user.click(await button('Add as late'))
    expect(drafts()).toMatchObject([{ text: `${SENTENCE}, whole`, step: anId('step-1') }])
    await waitFor(() => expect(give).toHaveBeenLastCalledWith({ type: 'publish-late', draft: drafts()[0]?.id }))
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Your idea' })).toBeNull())
  })

  test('C56 whoever goes along comes to the heading, and is asked about the sentence once', async () => {
    const { goOn, user, drafts } = await go('write')
    writeHalf()
    await goOn('next')
    await user.click(await button('Go'))
    expect(document.activeElement).toBe(document.getElementById('question'))
    expect(composer().value).toBe('')
    expect(await screen.findByText(SENTENCE)).toBeDefined()
    await user.click(await button('Keep for me'))
    expect(screen.queryByRole('button', { name: 'Keep for me' })).toBeNull()
    expect(drafts()).toMatchObject([{ text: SENTENCE, state: 'composing', step: anId('step-1') }])
  })

  test('C56 after the end nothing can be added, but a sentence is kept for its writer, or thrown away', async () => {
    const { goOn, user, drafts, show } = await go('build')
    writeHalf()
    await goOn('end')
    show({ ...PLACES.end, me: { ...PLACES.end.me, can: {} } })
    expect(await screen.findByText('The session has ended.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Add as late' })).toBeNull()
    await user.click(await button('Discard'))
    expect(drafts()).toEqual([])
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  test('C56 without a connection a sentence that was overtaken stays where it is, with the reason beside it', async () => {
    const { goOn, give, user } = await go('write')
    writeHalf()
    await goOn('build')
    give.mockResolvedValue(fail({ code: 'offline' }))
    await user.click(await button('Add as late'))
    expect(await screen.findByText(/No connection/)).toBeDefined()
    expect(composer().value).toBe(SENTENCE)
  })

  test('C56 before the reveal a sentence that was overtaken is still a private idea when it is done', async () => {
    const { goOn, give, user, drafts } = await go('write')
    writeHalf()
    await goOn('frame')
    expect(screen.queryByRole('button', { name: 'Add as late' })).toBeNull()
    await user.click(await button('Add idea'))
    expect(drafts()).toMatchObject([{ text: SENTENCE, state: 'ready' }])
    expect(give).not.toHaveBeenCalled()
  })

  test('C56 going back to private writing goes on with the same sentence', async () => {
    const { goOn, user, drafts } = await go('write')
    writeHalf()
    await goOn('group')
    await goOn('write')
    expect(strip()).toBeNull()
    await user.click(await button('Add idea'))
    expect(drafts()).toMatchObject([{ text: SENTENCE, state: 'ready' }])
  })
})

test('C84 a seat that is a screen sees what the projector shows, and nothing else', async () => {
  const { render } = playRoom(aView({ me: { role: 'screen', name: '', can: {} }, step: { counts: COUNTS } }))
  await act(async () => render(<SessionScreen onAgain={() => undefined} />))
  expect((await screen.findByText('ideas so far', {}, { timeout: 10_000 })).parentElement?.textContent).toBe(
    '4 ideas so far',
  )
  expect(document.querySelectorAll('button, input, textarea, a[href]')).toHaveLength(0)
})
