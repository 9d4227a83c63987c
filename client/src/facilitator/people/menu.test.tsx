// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { renderSpeaking } from '../../testing/speak.tsx'
import { MenuButton } from './menu.tsx'

const draw = () => {
  const pressed = vi.fn<(what: string) => void>()
  const outside = vi.fn<() => void>()
  renderSpeaking(
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={outside} data-testid="row">
      <MenuButton
        label="About Leila"
        entries={[
          { label: 'Rename…', onPress: () => pressed('rename') },
          { label: 'Participant', group: 'role', checked: true, onPress: () => pressed('participant') },
          { label: 'Observer', group: 'role', checked: false, onPress: () => pressed('observer') },
          { label: 'Scribe', checked: true, onPress: () => pressed('scribe') },
          { label: 'Remove', onPress: () => pressed('remove') },
        ]}
      />
    </div>,
  )
  return { pressed, outside, button: screen.getByRole('button', { name: 'About Leila' }) }
}
const focused = () => document.activeElement?.textContent

test('C66 a menu opens by key, moves by arrows, Home, End and letters, and a press gives the focus back', async () => {
  const { pressed, button } = draw()
  button.focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(focused()).toBe('Rename…')
  await userEvent.keyboard('{ArrowUp}')
  expect(focused()).toBe('Remove')
  await userEvent.keyboard('{Home}{ArrowDown}')
  expect(focused()).toBe('Participant')
  await userEvent.keyboard('o')
  expect(focused()).toBe('Observer')
  await userEvent.keyboard('{End}{Enter}')
  expect(pressed.mock.calls).toEqual([['remove']])
  expect(document.activeElement).toBe(button)
  expect(screen.queryByRole('menu')).toBeNull()
})

test('C66 Escape closes the menu alone, and what is switched or chosen says so', async () => {
  const { outside, button } = draw()
  await userEvent.click(button)
  expect(screen.getByRole('menuitemradio', { name: 'Participant' }).getAttribute('aria-checked')).toBe('true')
  expect(screen.getByRole('menuitemradio', { name: 'Observer' }).getAttribute('aria-checked')).toBe('false')
  expect(screen.getByRole('menuitemcheckbox', { name: 'Scribe' }).getAttribute('aria-checked')).toBe('true')
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('menu')).toBeNull()
  expect(outside).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(button)
})

test('C66 the key for context menus opens it from anywhere in the row', () => {
  draw()
  fireEvent.contextMenu(screen.getByTestId('row'))
  expect(screen.getByRole('menu')).toBeDefined()
})
