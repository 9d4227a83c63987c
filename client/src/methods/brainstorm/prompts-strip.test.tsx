// @vitest-environment jsdom
import type { Item, ItemKind } from '@roundel/shared/board'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aView, anId } from '../../testing/a-view.ts'
import { playRoom } from '../../testing/played-room.tsx'
import { PromptsStrip } from './prompts-strip.tsx'

const item = (name: string, kind: ItemKind, change: Partial<Item> = {}): Item => ({
  id: anId(name.replaceAll(' ', '-').slice(0, 16)),
  kind,
  step: anId('step-0'),
  text: name,
  lang: 'en',
  rank: 'a',
  state: 'published',
  ...change,
})

const begin = (prompts: readonly string[]) => {
  const played = playRoom(
    aView({ step: { prompts: prompts.map((name) => anId<'item'>(name.replaceAll(' ', '-').slice(0, 16))) } }),
  )
  played.board.items.add(item('No sign at the door', 'cause'))
  played.board.items.add(item('Hide the clock', 'negative-idea'))
  played.board.items.add(item('More chairs', 'idea'))
  played.board.items.add(item('Who waits', 'question'))
  played.board.items.add(item('Gone', 'idea', { state: 'withdrawn' }))
  return played
}

test('S112 what a brainstorm begins from is asked in words by its kind, and in the order in which it was chosen', () => {
  begin(['Hide the clock', 'No sign at the door', 'Who waits', 'More chairs']).render(<PromptsStrip />)
  expect(screen.getByRole('list', { name: /^Begin from these/ })).toBeDefined()
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Turn it round:Hide the clock',
    'How can we remove:No sign at the door',
    'Who waits',
    'Improve:More chairs',
  ])
})

test('S112 what does not stand on the board any more is not shown, and of nothing there is no strip', () => {
  begin(['Gone', 'More chairs']).render(<PromptsStrip />)
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  const { container } = begin(['Gone']).render(<PromptsStrip />)
  expect(container.textContent).toBe('')
})
