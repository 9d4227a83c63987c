// @vitest-environment jsdom
import type { Item } from '@roundel/shared/board'
import { readingShare } from '@roundel/shared/session'
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { NotesList } from '../../board/notes-list.tsx'
import { useView } from '../../sync/room-context.ts'
import { OPEN, aView, anId } from '../../testing/a-view.ts'
import { playWidth } from '../../testing/a-window.ts'
import { anIdea } from '../../testing/an-idea.ts'
import { playRoom } from '../../testing/played-room.tsx'
import { OpenRoom } from './open-room.tsx'
import { PhaseQuestion } from './phase-question.tsx'

beforeEach(() => playWidth(390))
afterEach(() => vi.unstubAllGlobals())

const reading = { seed: 5, turn: 3, readers: 12 }
const counted = (published: number) => ({ ready: 0, writers: 0, finished: 0, here: 12, published })
const viewOf = (published: number, me: Parameters<typeof aView>[0] = {}) =>
  aView({ step: { ...OPEN, counts: counted(published) }, ...me })

const Room = () => {
  const { step } = useView()
  return step ? <OpenRoom step={step} /> : null
}

/** A device on which so many ideas lie open. */
const begin = (count: number, view = viewOf(count, { me: { reading } }), width = 390) => {
  playWidth(width)
  const played = playRoom(view)
  for (let index = 0; index < count; index++) played.board.items.add(anIdea(index))
  const { container } = played.render(<Room />)
  // By what it is called, not by its role: finding a role among hundreds of notes takes a second.
  const list = (name: RegExp) => [...container.querySelectorAll('ul')].find((ul) => name.test(ul.ariaLabel ?? ''))
  const textsIn = (name: RegExp) => [...(list(name)?.querySelectorAll('article p') ?? [])].map((p) => p.textContent)
  const button = (name: string) => within(container).getByText(name, { selector: 'button' })
  return { ...played, list, textsIn, button, user: userEvent.setup() }
}

const shareOf = (count: number) =>
  readingShare(
    Array.from({ length: count }, (_, index) => anIdea(index).id),
    reading,
  ).map((id) => `Idea ${Number(id.replaceAll('-', ' ').trim().split(' ')[1])}`)

describe('C40 a share to read', () => {
  test('C40 comes first, in its own order and the same on every device; everything is one press away, and back', async () => {
    const phone = begin(100)
    const mine = phone.textsIn(/^Your 20 ideas to read$/)
    expect(mine).toEqual(shareOf(100))
    expect(begin(100, undefined, 820).textsIn(/^Your 20 ideas to read$/)).toEqual(mine)

    await phone.user.click(phone.button('All 100 ideas'))
    expect(phone.list(/to read/)).toBeUndefined()
    expect(phone.textsIn(/^Ideas$/)).toHaveLength(100)
    await phone.user.click(phone.button('Back to your 20'))
    expect(phone.textsIn(/^Your 20 ideas to read$/)).toEqual(mine)
  })

  test('C40 up to 80 ideas, and for those who lead, there is everything at once', () => {
    expect(begin(80).textsIn(/^Ideas$/)).toHaveLength(80)
    const leading = begin(100, viewOf(100, { me: { role: 'facilitator' } }))
    expect(leading.textsIn(/^Ideas$/)).toHaveLength(100)
    expect(leading.list(/to read/)).toBeUndefined()
  })

  test('C40 what others add waits behind a word that moves nothing, and is then shown, the first of it in focus', async () => {
    const { board, user, textsIn, button } = begin(100)
    const before = textsIn(/to read/)
    act(() => {
      for (const index of [100, 101, 102]) board.items.add(anIdea(index))
    })
    expect(textsIn(/to read/)).toEqual(before)
    await user.click(button('3 new ideas'))
    const news = ['Idea 100', 'Idea 101', 'Idea 102']
    expect(textsIn(/to read/)).toEqual(shareOf(103))
    const shown = [...textsIn(/to read/), ...textsIn(/New since/)]
    expect(shown).toEqual(expect.arrayContaining(news))
    expect(document.activeElement?.textContent).toContain('Idea 100')
    expect(screen.queryByText(/new idea/)).toBeNull()
  })

  test('C40 a note that is taken off the board leaves, and the others stay', () => {
    const { board, textsIn } = begin(100)
    const [first, ...rest] = textsIn(/to read/)
    act(() => board.items.patch(anId<'item'>(`idea-${first?.split(' ')[1]}`), { state: 'withdrawn' }))
    expect(textsIn(/to read/)).toEqual(rest)
  })

  test('C40 it begins when everything is here, and until then one learns how much there is to come', () => {
    const { board, list, textsIn, render, show } = begin(60, viewOf(100, { me: { reading } }))
    expect(list(/./)).toBeUndefined()
    const Sub = () => {
      const { step } = useView()
      return step ? <PhaseQuestion step={step} /> : null
    }
    render(<Sub />)
    expect(screen.getByText('60 of 100 ideas are here so far.')).toBeDefined()
    act(() => {
      for (let index = 60; index < 100; index++) board.items.add(anIdea(index))
    })
    expect(textsIn(/to read/)).toEqual(shareOf(100))
    expect(screen.getByText(/^100 ideas, unsigned/)).toBeDefined()
    // One that goes before the session has counted again is not one that is still to come.
    act(() => board.items.patch(anIdea(0).id, { state: 'withdrawn' }))
    expect(screen.getByText(/^99 ideas, unsigned/)).toBeDefined()
    show(viewOf(99, { me: { reading } }))
    expect(screen.getByText(/^99 ideas, unsigned/)).toBeDefined()
  })
})

describe('a list of everything', () => {
  test('C40 in a small room what comes at its end is shown at once, what comes between waits', async () => {
    const { board, user, textsIn, button } = begin(3, viewOf(3))
    act(() => board.items.add(anIdea(9)))
    expect(textsIn(/^Ideas$/)).toEqual(['Idea 0', 'Idea 1', 'Idea 2', 'Idea 9'])
    act(() => board.items.add(anIdea(5)))
    expect(textsIn(/^Ideas$/)).toEqual(['Idea 0', 'Idea 1', 'Idea 2', 'Idea 9'])
    await user.click(button('1 new idea'))
    expect(textsIn(/^Ideas$/)).toEqual(['Idea 0', 'Idea 1', 'Idea 2', 'Idea 5', 'Idea 9'])
  })

  test('C40 nobody is told that there are no ideas while they are on their way', () => {
    const { show } = begin(0, viewOf(16))
    expect(screen.queryByText('No ideas yet')).toBeNull()
    show(viewOf(0))
    expect(screen.getByText('No ideas yet')).toBeDefined()
  })

  test('C43 a number that changes elsewhere draws no note anew, and a note that changes draws itself alone', () => {
    const first = viewOf(3)
    const { show, render } = playRoom(first)
    const drawn: number[] = []
    const watch = (index: number, text: string): Item => ({
      ...anIdea(index),
      get text() {
        drawn.push(index)
        return text
      },
    })
    let items = [0, 1, 2].map((index) => watch(index, `Idea ${index}`))
    const own = new Set<never>()
    const List = () => {
      useView()
      return <NotesList label="Ideas" items={items} own={own} />
    }
    render(<List />)
    expect(new Set(drawn)).toEqual(new Set([0, 1, 2]))
    drawn.length = 0
    const later = { ...first, ...(first.step && { step: { ...first.step, counts: counted(4) } }), me: { ...first.me } }
    show(later)
    expect(drawn).toEqual([])
    items = items.map((item, index) => (index === 1 ? watch(1, 'corrected') : item))
    show({ ...later, v: 8 })
    expect(screen.getByText('corrected')).toBeDefined()
    expect(new Set(drawn)).toEqual(new Set([1]))
  })
})
