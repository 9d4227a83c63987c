// @vitest-environment jsdom
import type { Item } from '@roundel/shared/board'
import type { SessionPart } from '@roundel/shared/session'
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { LookBack } from './look-back.tsx'
import { StepsPanel } from './steps-panel.tsx'

const entry = (name: string, change: Partial<SessionPart['agenda'][number]>): SessionPart['agenda'][number] => ({
  id: anId(name.replaceAll(' ', '-')),
  kind: 'brainstorm',
  minutes: 10,
  state: 'planned',
  ...change,
})
const past = entry('first', { state: 'done', question: 'What went well?', phases: [] })
const agenda = [past, entry('step-1', { state: 'live', phases: [], title: 'Now here' }), entry('later', {})]
const item = (name: string, change: Partial<Item> = {}): Item => ({
  id: anId(name.replaceAll(' ', '-')),
  kind: 'idea',
  step: past.id,
  text: name,
  lang: 'en',
  rank: 'a',
  state: 'published',
  ...change,
})
const view = (session: Partial<SessionPart> = {}) => aView({ session: { agenda, ...session }, step: {} })

const lookAt = async (at: number) => {
  history.replaceState(null, '', `/s/${anId('session')}/step/${at}`)
  const played = playRoom(view())
  played.board.items.add(item('In a group', { cluster: anId('calm') }))
  played.board.items.add(item('Alone'))
  played.board.items.add(item('Of another step', { step: anId('step-1') }))
  played.board.items.add(item('Hidden', { state: 'hidden' }))
  played.board.clusters.add({ id: anId('calm'), step: past.id, title: 'Calm' })
  await act(async () => {
    played.render(
      <LookBack
        at={at}
        frame={({ question, room }) => (
          <main>
            {question}
            {room}
          </main>
        )}
      />,
    )
  })
  return played
}

describe('looking back', () => {
  test('C74 a step is shown with its question and what was published in it by group, to be read only', async () => {
    const { give } = await lookAt(1)
    const heading = screen.getByRole('heading', { level: 1, name: 'What went well?' })
    expect(document.activeElement).toBe(heading)
    expect(within(screen.getByRole('region', { name: 'Calm' })).getByText('In a group')).toBeDefined()
    expect(screen.getByText('Alone')).toBeDefined()
    for (const absent of ['Of another step', 'Hidden']) expect(screen.queryByText(absent)).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
    const names = screen.getAllByRole('button').map(({ textContent, title }) => textContent || title)
    expect(names.filter((name) => !name.startsWith('Where this comes from'))).toEqual(['Back to now'])
    await userEvent.click(screen.getByRole('button', { name: 'Back to now' }))
    expect(location.pathname).toBe(`/s/${anId('session')}`)
    expect(give).not.toHaveBeenCalled()
  })

  test('C74 it ends when everyone is called back, and not by an earlier call', async () => {
    const { show } = await lookAt(1)
    show(view({ title: 'Another' }))
    expect(location.pathname).toMatch(/step\/1$/)
    show(view({ gatheredAt: 5 }))
    expect(location.pathname).toBe(`/s/${anId('session')}`)
  })

  test.each([3, 9])('C74 there is nothing to see of a step that has not begun or is not there: %i', async (at) => {
    await lookAt(at)
    expect(screen.getByRole('heading', { name: 'This step has not begun' })).toBeDefined()
    expect(screen.queryByRole('article')).toBeNull()
  })

  test('C74 the steps lead back to those that have begun, and to no other', async () => {
    await act(async () => {
      playRoom(view()).render(<StepsPanel onClose={() => undefined} />)
    })
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      `/s/${anId('session')}/step/1`,
      `/s/${anId('session')}/step/2`,
    ])
  })
})
