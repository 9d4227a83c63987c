// @vitest-environment jsdom
import type { DraftItem } from '@roundel/shared/board'
import type { SessionPart } from '@roundel/shared/session'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { LeftBehind } from './left-behind.tsx'

const entry = (name: string, state: SessionPart['agenda'][number]['state'], title: string) => ({
  id: anId<'step'>(name),
  kind: 'brainstorm' as const,
  minutes: 10,
  state,
  title,
})
const agenda = [entry('old', 'skipped', 'Ideas'), entry('step-1', 'live', 'Talk'), entry('next', 'planned', 'Later')]
const idea = (name: string, step: string, state: DraftItem['state'] = 'ready'): DraftItem => ({
  id: anId(name.replaceAll(' ', '-')),
  kind: 'idea',
  step: anId(step),
  text: name,
  lang: 'en',
  state,
})
const begin = () => {
  const played = playRoom(aView({ session: { agenda }, step: { kind: 'talk', phase: 'talk' } }))
  for (const each of [
    idea('Ready', 'old'),
    idea('Half a sen', 'old', 'composing'),
    idea('Of the live step', 'step-1'),
    idea('Still to come', 'next'),
  ])
    played.draft.items.add(each)
  played.render(<LeftBehind />)
  return { ...played, user: userEvent.setup() }
}

test('C73 whatever step is live, what is left of one that is over is asked about, and nothing else', async () => {
  const { user, give } = begin()
  expect(screen.getByText(/You have 2 unopened ideas in .*Ideas/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Decide' }))
  expect(screen.queryByText('Of the live step')).toBeNull()
  expect(screen.queryByText('Still to come')).toBeNull()
  await user.click(screen.getAllByRole('button', { name: 'Add as late' })[0] as HTMLElement)
  expect(give).toHaveBeenLastCalledWith({ type: 'publish-late', draft: anId('Ready') })
})

test('C73 each is asked about once: kept or discarded, the question is gone', async () => {
  const { user, draft } = begin()
  await user.click(screen.getByRole('button', { name: 'Decide' }))
  await user.click(screen.getAllByRole('button', { name: 'Keep for me' })[0] as HTMLElement)
  await user.click(screen.getByRole('button', { name: 'Discard' }))
  expect(screen.queryByText(/unopened/)).toBeNull()
  expect([...draft.items.all().keys()]).toEqual([anId('Ready'), anId('Of-the-live-step'), anId('Still-to-come')])
})
