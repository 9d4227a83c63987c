// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { renderSpeaking } from '../testing/speak.tsx'
import { AgendaBuilder } from './agenda-builder.tsx'
import { type PlannedStep, minutesOf, planStep } from '../agenda/agenda-plan.ts'
import { TotalLine } from './total-line.tsx'

const step = (nth: number, title: string): PlannedStep => planStep('brainstorm', `step-00000000000${nth}`, { title })

const begin = (planned = 45) => {
  let agenda: readonly PlannedStep[] = [step(1, 'First'), step(2, 'Second'), step(3, 'Third')]
  const Page = () => {
    const [present, setPresent] = useState(agenda)
    agenda = present
    return (
      <>
        <AgendaBuilder agenda={present} onChange={setPresent} />
        <TotalLine agenda={present} planned={planned} onChange={setPresent} />
      </>
    )
  }
  renderSpeaking(<Page />)
  return {
    titles: () => agenda.map(({ title }) => title),
    minutes: () => agenda.map(minutesOf),
    user: userEvent.setup(),
  }
}

test('C59 a step is moved by its buttons and by Alt with an arrow, keeps the focus, and its new place is said', async () => {
  const { titles, user } = begin()
  await user.click(screen.getByRole('button', { name: 'First: move down to 2' }))
  expect(titles()).toEqual(['Second', 'First', 'Third'])
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(titles()).toEqual(['Second', 'Third', 'First'])
  expect(await screen.findByText('First, now 3 of 3.')).toBeDefined()
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(titles()).toEqual(['Second', 'Third', 'First'])
  expect(document.activeElement?.closest('[data-step]')?.textContent).toContain('First')
})

test('C59 a step that was removed leaves the focus on the next one, and is brought back to its place', async () => {
  const { titles, user } = begin()
  await user.click(screen.getByRole('button', { name: 'Second: options' }))
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }))
  expect(titles()).toEqual(['First', 'Third'])
  expect(document.activeElement?.closest('[data-step]')?.textContent).toContain('Third')
  await user.click(screen.getByRole('button', { name: 'Bring back Second' }))
  expect(titles()).toEqual(['First', 'Second', 'Third'])
  expect(document.activeElement?.closest('[data-step]')?.textContent).toContain('Second')
})

test('C59 the last step cannot be removed', async () => {
  const { titles, user } = begin()
  for (const name of ['First', 'Second', 'Third']) {
    await user.click(screen.getByRole('button', { name: `${name}: options` }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }))
  }
  expect(titles()).toEqual(['Third'])
})

test('C59 a step is added from the list of methods, and called what it is', async () => {
  const { titles, user } = begin()
  await user.click(screen.getByRole('button', { name: 'Add a step' }))
  await user.click(within(screen.getByRole('dialog')).getAllByRole('button', { name: /min/ })[0] as HTMLElement)
  expect(titles()).toHaveLength(4)
  await user.click(document.activeElement as HTMLElement)
  await user.type(screen.getByRole('textbox', { name: 'What the step is called' }), 'Fourth')
  expect(titles()[3]).toBe('Fourth')
})

test('C59 what is too long is shortened to the time there is, tells by how much, and is taken back', async () => {
  const { minutes, user } = begin(30)
  expect(screen.getByText('45 of 30 minutes')).toBeDefined()
  expect(screen.getByText('15 minutes over')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Fit to 30' }))
  expect(minutes()).toEqual([10, 10, 10])
  expect(screen.getByText(/First: 15 minutes became 10/)).toBeDefined()
  expect(screen.getByText('It fits')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(minutes()).toEqual([15, 15, 15])
})

test('C59 a minute more goes to the longest phase, and one phase is set by itself', async () => {
  const { minutes, user } = begin()
  await user.click(screen.getByRole('button', { name: 'First: one minute more' }))
  expect(minutes()).toEqual([16, 15, 15])
  await user.click(screen.getByRole('button', { name: 'Second: options' }))
  await user.click(screen.getByRole('button', { name: 'Clustering: one minute less' }))
  expect(minutes()).toEqual([16, 14, 15])
})
