// @vitest-environment jsdom
import { METHOD_IDS } from '@roundel/shared/methods'
import { LANGUAGES } from '@roundel/shared/session'
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { AddStep } from '../agenda/add-step.tsx'
import { Rules } from '../methods/brainstorm/rules.tsx'
import { renderSpeaking } from '../testing/speak.tsx'
import { AboutMethod } from './about-method.tsx'

test.each(METHOD_IDS.flatMap((id) => LANGUAGES.map((language) => [id, language] as const)))(
  'C76 %s has a page that says everything there is to choose by, in %s',
  (id, language) => {
    renderSpeaking(<AboutMethod id={id} />, language)
    const headings = screen.getAllByRole('heading', { level: 3 })
    expect(headings.length).toBeGreaterThanOrEqual(5)
    for (const heading of headings) expect(heading.parentElement?.textContent).not.toBe(heading.textContent)
    expect(document.body.textContent).not.toMatch(/method\.|brainstorm\./)
  },
)

test('C76 the rules of a page are those its step shows', () => {
  const { unmount } = renderSpeaking(<Rules />)
  const rules = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  unmount()
  renderSpeaking(<AboutMethod id="brainstorm" />)
  for (const rule of rules) expect(screen.getByText(rule)).toBeDefined()
})

test('C76 whoever adds a step can read about a method before choosing it', async () => {
  const added: string[] = []
  renderSpeaking(<AddStep onAdd={(kind) => added.push(kind)} />)
  await userEvent.click(screen.getByRole('button', { name: 'Add a step' }))
  await act(() => userEvent.click(screen.getByRole('button', { name: 'About Break' })))
  const page = (await screen.findByText('Everyone.')).closest('dialog') as HTMLElement
  expect(within(page).getByRole('heading', { name: 'Break' })).toBeDefined()
  expect(added).toEqual([])
})
