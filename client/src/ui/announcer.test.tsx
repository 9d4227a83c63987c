// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { renderSpeaking } from '../testing/speak.tsx'
import { useAnnounce } from './announcer.tsx'
import { Panel } from './panel.tsx'

const Page = () => {
  const announce = useAnnounce()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button onClick={() => setIsOpen(true)}>Open</button>
      <button onClick={() => announce('Time is up.', 'assertive')}>Say</button>
      {isOpen && (
        <Panel title="Help" onClose={() => setIsOpen(false)}>
          <p>Keys</p>
        </Panel>
      )}
    </>
  )
}

test('C37 what is said while a panel is open is said inside of it, where it is heard', async () => {
  renderSpeaking(<Page />)
  const user = userEvent.setup()
  const say = () => act(() => screen.getByRole('button', { name: 'Say' }).click())
  say()
  expect(screen.getByRole('alert').textContent).toBe('Time is up.')

  await user.click(screen.getByRole('button', { name: 'Open' }))
  const panel = screen.getByRole('dialog')
  // What was said before is not said again.
  expect(within(panel).getByRole('alert').textContent).toBe('')
  say()
  expect(within(panel).getByRole('alert').textContent).toBe('Time is up.')
  expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual(['Time is up.', ''])
})
