// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderSpeaking } from '../testing/speak.tsx'
import { Panel } from './panel.tsx'

test('C71 a panel that closes over another one leaves that one open', () => {
  const outer = vi.fn<() => void>()
  const inner = vi.fn<() => void>()
  renderSpeaking(
    <Panel title="Agenda" onClose={outer}>
      <Panel title="Conversation" onClose={inner}>
        …
      </Panel>
    </Panel>,
  )
  fireEvent(screen.getByRole('dialog', { name: 'Conversation' }), new Event('close'))
  expect(inner).toHaveBeenCalledTimes(1)
  expect(outer).not.toHaveBeenCalled()
  fireEvent(screen.getByRole('dialog', { name: 'Agenda' }), new Event('close'))
  expect(outer).toHaveBeenCalledTimes(1)
})
