// @vitest-environment jsdom
import type { View } from '@roundel/shared/session'
import { type ItemId, fail, ok } from '@roundel/shared/kernel'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { OPEN, aView, anId } from '../../testing/a-view.ts'
import { playRoom } from '../../testing/played-room.tsx'
import { useView } from '../../sync/room-context.ts'
import { IdeasSide } from './ideas-side.tsx'

const Side = () => {
  const { step } = useView()
  return step ? <IdeasSide step={step} /> : null
}

const composer = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Your idea' })

const begin = (view: View = aView({ step: {} })) => {
  const played = playRoom(view)
  played.render(<Side />)
  const drafts = () => [...played.draft.items.all().values()]
  return { ...played, drafts, user: userEvent.setup() }
}

describe('the composer', () => {
  test('C11 Ctrl with Enter adds a private idea, and one stays in an empty composer', async () => {
    const { user, drafts } = begin()
    await user.type(composer(), 'Text me when it is my turn')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(drafts()).toMatchObject([{ text: 'Text me when it is my turn', state: 'ready', lang: 'en' }])
    expect(composer()).toHaveProperty('value', '')
    expect(document.activeElement).toBe(composer())
  })

  test('C11 Enter alone makes a new line, and an empty note adds nothing', async () => {
    const { user, drafts } = begin()
    await user.type(composer(), 'one{Enter}two')
    expect(composer().value).toBe('one\ntwo')
    await user.clear(composer())
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(drafts().filter(({ state }) => state === 'ready')).toEqual([])
  })

  test('C10 what is being typed is in the draft before it is added, and survives a new start', async () => {
    const { user, drafts, draft, give } = begin()
    await user.type(composer(), 'half a sen')
    await waitFor(() => expect(drafts()).toMatchObject([{ text: 'half a sen', state: 'composing' }]))
    const again = playRoom(aView({ step: {} }))
    again.draft.items.add(drafts()[0] as NonNullable<ReturnType<typeof drafts>[0]>)
    const { container } = again.render(<Side />)
    await waitFor(() =>
      expect(within(container).getByRole('textbox', { name: 'Your idea' })).toHaveProperty('value', 'half a sen'),
    )
    expect(draft.items.all().size).toBe(1)
    expect(give).not.toHaveBeenCalled()
  })

  test('C11 a sentence above two thousand characters is refused and stays where it is', async () => {
    const { user, drafts } = begin()
    await user.click(composer())
    await user.paste('x'.repeat(2_001))
    expect(screen.getByText(/At most 2,000 characters/)).toBeDefined()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(drafts().filter(({ state }) => state === 'ready')).toEqual([])
    expect(composer().value).toHaveLength(2_001)
  })

  test('C11 the counter appears at 240 characters, advice at 280', async () => {
    const { user } = begin()
    await user.click(composer())
    await user.paste('x'.repeat(239))
    expect(screen.queryByText('239')).toBeNull()
    await user.paste('x')
    expect(screen.getByText('240')).toBeDefined()
    await user.paste('x'.repeat(40))
    expect(screen.getByText(/Could these be two ideas/)).toBeDefined()
  })

  const offered = (name: RegExp) => screen.findByRole('button', { name })

  test('C55 several pasted lines are asked about once, become ideas of their own, and one undo takes all back', async () => {
    const { user, drafts } = begin()
    await user.click(composer())
    await user.paste('- one\r\n- two\r\n\r\n- three')
    await user.click(await offered(/Add 3 ideas/))
    expect(drafts().map(({ text, state }) => `${state} ${text}`)).toEqual(['ready one', 'ready two', 'ready three'])
    expect(composer().value).toBe('')
    await user.click(await offered(/Take them back/))
    expect(drafts().filter(({ state }) => state === 'ready')).toEqual([])
    expect(composer().value).toBe('- one\n- two\n\n- three')
    expect(screen.queryByRole('button', { name: /Add 3/ })).toBeNull()
  })

  test('C55 a paste that is kept as one stays as it came; one line, or a plain paste, is not asked about', async () => {
    const { user } = begin()
    await user.click(composer())
    await user.paste('one\ntwo')
    await user.click(await offered(/Keep as one/))
    expect(composer().value).toBe('one\ntwo')
    expect(screen.queryByRole('button', { name: /Add 2/ })).toBeNull()
    await user.clear(composer())
    await user.paste('only one\n')
    expect(screen.queryByRole('button', { name: /Add 2/ })).toBeNull()
    await user.keyboard('{Control>}{Shift>}v')
    await user.paste('one\ntwo')
    await user.keyboard('{/Shift}{/Control}')
    expect(screen.queryByRole('button', { name: /Add 2/ })).toBeNull()
  })

  test('C55 what stood in the composer before a paste stays there, with the lines that no note can hold', async () => {
    const { user, drafts } = begin()
    await user.type(composer(), 'half a thought')
    await user.paste(`one\n${'long '.repeat(401)}\ntwo`)
    expect(await screen.findByText(/^“long long.*” stays here/)).toBeDefined()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(drafts().filter(({ state }) => state === 'ready')).toHaveLength(2))
    expect(composer().value).toBe(`half a thought\n${'long '.repeat(401).trim()}`)
  })

  test('C55 no more ideas are added than a person may have; the rest stays', async () => {
    const { user, drafts, draft } = begin()
    const step = anId<'step'>('step-1')
    for (let nth = 1; nth <= 498; nth++) {
      draft.items.add({
        id: anId(`idea-${nth}`),
        kind: 'idea',
        step,
        text: `idea ${nth}`,
        lang: 'en',
        state: 'published',
      })
    }
    await user.click(composer())
    await user.paste('one\ntwo\nthree')
    await user.click(await offered(/Add 2 ideas/))
    expect(
      drafts()
        .filter(({ state }) => state === 'ready')
        .map(({ text }) => text),
    ).toEqual(['one', 'two'])
    expect(composer().value).toBe('three')
  })

  test('C55 in the open every line goes to the server, slower when it asks for that, and is taken back there', async () => {
    const { user, give } = begin(aView({ step: OPEN }))
    const items = ['a', 'b'].map((name) => anId<'item'>(name))
    give.mockResolvedValueOnce(ok({ version: 2, item: items[0] as ItemId }))
    give.mockResolvedValueOnce(fail({ code: 'too-many' }))
    give.mockResolvedValueOnce(ok({ version: 3, item: items[1] as ItemId }))
    await user.click(composer())
    await user.paste('one\ntwo')
    await user.click(await offered(/Add 2 ideas/))
    await user.click(await screen.findByRole('button', { name: /Take them back/ }, { timeout: 3_000 }))
    const given = give.mock.calls.map(([command]) =>
      'text' in command ? command.text : 'item' in command && command.item,
    )
    expect(given).toEqual(['one', 'two', 'two', ...items])
  })

  test('C17 a colour can be chosen only where names are shown', () => {
    begin()
    expect(screen.queryByRole('radio')).toBeNull()
    playRoom(aView({ step: { names: 'shown' } })).render(<Side />)
    expect(screen.getAllByRole('radio')).toHaveLength(8)
  })
})

describe('one’s own ideas', () => {
  test('C11 a private idea is corrected and removed, and its removal taken back', async () => {
    const { user, drafts } = begin()
    await user.type(composer(), 'first')
    await user.click(screen.getByRole('button', { name: 'Add idea' }))
    await user.click(screen.getByRole('button', { name: 'Correct: first' }))
    const editor = screen.getByRole('textbox', { name: 'Correct the text' })
    await user.clear(editor)
    await user.type(editor, 'better')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(drafts()).toMatchObject([{ text: 'better', state: 'ready' }])
    await user.click(screen.getByRole('button', { name: 'Remove: better' }))
    expect(drafts()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(drafts()).toMatchObject([{ text: 'better', state: 'ready' }])
  })

  test('C18 "I’m finished" is said and taken back by commands', async () => {
    const { user, give, show } = begin()
    await user.click(screen.getByRole('button', { name: 'I’m finished' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'mark', mark: 'ready' })
    const seat = anId<'seat'>('leila')
    show(aView({ step: {}, me: { marks: [{ type: 'ready', seat }] } }))
    await user.click(screen.getByRole('button', { pressed: true }))
    expect(give).toHaveBeenLastCalledWith({ type: 'unmark', mark: 'ready' })
  })
})

describe('when the ideas open', () => {
  test('C12 what the reveal may have taken along is not asked about before the draft is in step again', async () => {
    const { draft, room, show } = begin()
    const { step } = aView({ step: {} })
    if (!step) throw new Error('no step')
    act(() => {
      const id = anId<'item'>('written')
      draft.items.add({
        id,
        kind: 'idea',
        step: step.id,
        text: 'Written before the tunnel',
        lang: 'en',
        state: 'ready',
      })
      room.saved.lost('draft')
    })
    show(aView({ step: OPEN }))
    expect(screen.queryByRole('button', { name: 'Add as late' })).toBeNull()
    await act(async () => room.saved.connected('draft'))
    expect(await screen.findByRole('button', { name: 'Add as late' })).toBeDefined()
  })

  test('C12 a sentence that is being written stays under the hand, and its owner is asked what becomes of it', async () => {
    const { user, show, give, drafts } = begin()
    await user.type(composer(), 'almost there')
    await waitFor(() => expect(drafts()).toHaveLength(1))
    const area = composer()
    show(aView({ step: OPEN }))
    expect(composer()).toBe(area)
    expect(area.value).toBe('almost there')
    await user.click(screen.getByRole('button', { name: 'Add as late' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'publish-late', draft: drafts()[0]?.id })
    expect(composer().value).toBe('')
  })

  test('C12 what was kept is not asked about again', async () => {
    const { user, show, drafts } = begin()
    await user.type(composer(), 'for myself')
    await waitFor(() => expect(drafts()).toHaveLength(1))
    show(aView({ step: OPEN }))
    await user.click(screen.getByRole('button', { name: 'Keep for me' }))
    expect(composer().value).toBe('')
    expect(await screen.findByText('Kept for you: 1')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Keep for me' })).toBeNull()
    expect(drafts()).toMatchObject([{ text: 'for myself', state: 'composing' }])
  })

  test('C12 an idea that came too late for the reveal is asked about too, and can be thrown away', async () => {
    const { user, show, draft, drafts } = begin()
    const item = {
      id: anId<'item'>('late'),
      kind: 'idea',
      step: anId<'step'>('step-1'),
      text: 'too late',
      lang: 'en',
      state: 'ready',
    } as const
    draft.items.add(item)
    show(aView({ step: OPEN }))
    expect(await screen.findByText('This idea was not added before the reveal')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    expect(drafts()).toEqual([])
  })

  test('C17 where names are hidden an open idea goes to the server, and nothing is written to the board from here', async () => {
    const { user, give, board } = begin(aView({ step: OPEN }))
    await user.type(composer(), 'unsigned')
    await user.click(screen.getByRole('button', { name: 'Add idea' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'add-item', kind: 'idea', text: 'unsigned', lang: 'en' })
    expect(board.items.all().size).toBe(0)
    expect(composer().value).toBe('')
  })

  test('C17 where names are shown an open idea is signed on the board, without asking the server', async () => {
    const { user, give, board } = begin(aView({ step: { ...OPEN, names: 'shown' } }))
    await user.type(composer(), 'signed')
    await user.click(screen.getByRole('button', { name: 'Add idea' }))
    expect(give).not.toHaveBeenCalled()
    expect([...board.items.all().values()]).toMatchObject([{ text: 'signed', author: anId('leila'), colour: 'mint' }])
  })

  test('C10 an idea that is refused stays in the composer with the reason beside it', async () => {
    const { user, give } = begin(aView({ step: OPEN }))
    give.mockResolvedValue(fail({ code: 'locked' }))
    await user.type(composer(), 'refused')
    await user.click(screen.getByRole('button', { name: 'Add idea' }))
    expect(composer().value).toBe('refused')
    expect(screen.getByText(/The board is locked/)).toBeDefined()
    give.mockResolvedValue(ok({ version: 2 }))
    await user.click(screen.getByRole('button', { name: 'Add idea' }))
    expect(composer().value).toBe('')
  })

  test('C10 an open idea without a connection becomes a private one that its owner is asked about', async () => {
    const { user, give, drafts } = begin(aView({ step: OPEN }))
    give.mockResolvedValue(fail({ code: 'offline' }))
    await user.type(composer(), 'in the tunnel')
    await user.click(screen.getByRole('button', { name: 'Add idea' }))
    expect(drafts()).toMatchObject([{ text: 'in the tunnel', state: 'ready' }])
    expect(await screen.findByText('This idea was not added before the reveal')).toBeDefined()
  })

  test('C17 a locked board takes the composer from those who do not lead', () => {
    begin(aView({ step: { ...OPEN, locked: true } }))
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
