// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { ReactNode } from 'react'
import { usePreferences } from '../state/preferences.ts'
import { renderSpeaking } from '../testing/speak.tsx'
import { useAction } from './actions.ts'
import { KEYS } from './catalogue.ts'
import { KeyMap } from './key-map.tsx'
import { Keyboard } from './keyboard.tsx'

// It is fetched ahead in the page, too.
beforeAll(() => Promise.all([import('./palette.tsx'), KEYS.en()]))
afterEach(() => act(() => usePreferences.setState({ shortcuts: true, chords: {} })))

const Offer = ({ id, name, run, when = true }: { id: string; name: string; run: () => void; when?: boolean }) => {
  useAction({ id, name, run, when })
  return null
}

const begin = (offers: ReactNode = null) => {
  renderSpeaking(
    <>
      <textarea aria-label="A field" />
      {offers}
      <KeyMap />
      <Keyboard />
    </>,
  )
  return userEvent.setup()
}
const field = (): Promise<HTMLElement> => screen.findByRole('combobox', { name: 'What would you like to do?' })
const options = (): (string | null)[] => screen.getAllByRole('option').map(({ textContent }) => textContent)
const change = (what: string): Promise<HTMLElement> =>
  screen.findByRole('button', { name: `Choose other keys: ${what}` })

test('C36 what the screen offers now is found by its name, and done by Enter', async () => {
  const lock = vi.fn()
  const user = begin(
    <>
      <Offer id="lock" name="Lock the board" run={lock} />
      <Offer id="next" name="Reveal 3 ideas" run={() => undefined} />
      <Offer id="end" name="End the session" run={() => undefined} when={false} />
    </>,
  )
  await user.keyboard('{Control>}k{/Control}')
  const input = await field()
  // What has keys of its own comes first, and says them.
  expect(options().slice(0, 2)).toEqual(['Reveal 3 ideasCtrlShiftEnter', 'Lock the board'])
  expect(options().join()).not.toMatch(/End the session/)
  await user.type(input, 'BOARD lo')
  expect(options()).toEqual(['Lock the board'])
  expect(input.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option').id)
  await user.keyboard('{Enter}')
  await vi.waitFor(() => expect(lock).toHaveBeenCalledOnce())
  expect(screen.queryByRole('combobox')).toBeNull()
})

test('C36 arrows go round the list, and what nothing is called is said', async () => {
  const user = begin(<Offer id="lock" name="Lock the board" run={() => undefined} />)
  await user.keyboard('{Control>}k{/Control}')
  const input = await field()
  const chosen = (): string | null | undefined =>
    screen.getAllByRole('option').find((each) => each.getAttribute('aria-selected') === 'true')?.textContent
  await user.keyboard('{ArrowUp}')
  expect(chosen()).toBe(options().at(-1))
  await user.keyboard('{ArrowDown}')
  expect(chosen()).toBe('Lock the board')
  await user.type(input, 'xyz')
  expect(screen.queryAllByRole('option')).toEqual([])
  expect(screen.getByText('Nothing by that name can be done now.')).toBeDefined()
})

test('C36 theme and language are among the actions, on every page', async () => {
  const user = begin()
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await field(), 'theme dark{Enter}')
  expect(usePreferences.getState().theme).toBe('dark')
})

test('C35 keys are changed, refused with a sentence where they have a use, and put back', async () => {
  const lead = vi.fn()
  const user = begin(<Offer id="next" name="Go on" run={lead} />)
  await user.click(await change('Press the bright button that leads on'))
  await user.keyboard('{Control>}k{/Control}')
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(screen.getByText('Ctrl K already has a use: Open the list of all actions.')).toBeDefined()
  await user.keyboard('x')
  expect(screen.getByText(/X alone types or moves/)).toBeDefined()
  await user.keyboard('{Control>}w{/Control}')
  expect(screen.getByText('The browser needs Ctrl W itself.')).toBeDefined()
  await user.keyboard('{Control>}j{/Control}')
  expect(document.activeElement).toBe(await change('Press the bright button that leads on'))
  expect(lead).not.toHaveBeenCalled()

  await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
  expect(lead).not.toHaveBeenCalled()
  await user.keyboard('{Control>}j{/Control}')
  expect(lead).toHaveBeenCalledOnce()
  await user.click(screen.getByRole('button', { name: 'Back to the usual keys' }))
  await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
  expect(lead).toHaveBeenCalledTimes(2)
})

test('C35 Escape keeps the keys there were', async () => {
  const user = begin()
  await user.click(await change('Take back your last move'))
  await user.keyboard('{Escape}')
  expect(usePreferences.getState().chords).toEqual({})
  expect(document.activeElement).toBe(await change('Take back your last move'))
})

test('C35 all of them are switched off at once; the button still opens the list', async () => {
  const lead = vi.fn()
  const user = begin(<Offer id="next" name="Go on" run={lead} />)
  await user.click(screen.getByRole('radio', { name: 'Off' }))
  await user.keyboard('{Control>}k{/Control}{Control>}{Shift>}{Enter}{/Shift}{/Control}')
  expect(lead).not.toHaveBeenCalled()
  expect(screen.queryByRole('combobox')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'All actions' }))
  expect(await field()).toBeDefined()
})

test('C35 taking back is left to a field that is being typed in', async () => {
  const undo = vi.fn()
  const user = begin(<Offer id="undo" name="Undo" run={undo} />)
  await user.type(screen.getByRole('textbox', { name: 'A field' }), '{Control>}z{/Control}')
  expect(undo).not.toHaveBeenCalled()
  act(() => screen.getByRole('textbox', { name: 'A field' }).blur())
  await user.keyboard('{Control>}z{/Control}')
  expect(undo).toHaveBeenCalledOnce()
})
