// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderSpeaking } from '../testing/speak.tsx'
import { Panel } from './panel.tsx'

test('C227 a panel is entered at the answer that is checked, and anywhere else as the platform has it', () => {
  // As browsers do: the first control that follows in the page.
  const show = vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(function showModal(
    this: HTMLDialogElement,
  ) {
    this.open = true
    this.querySelector<HTMLElement>('[data-first]')?.focus()
  })
  const close = vi.fn<() => void>()
  const radio = (value: string, isChecked: boolean, isFirst = false) => (
    <input
      type="radio"
      name="how"
      aria-label={value}
      defaultChecked={isChecked}
      {...(isFirst && { 'data-first': '' })}
    />
  )
  const { unmount } = renderSpeaking(
    <Panel title="How it went" onClose={close}>
      {radio('Better', false, true)}
      {radio('Not tried', true)}
    </Panel>,
  )
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Not tried' }))
  unmount()
  renderSpeaking(
    <Panel title="How it went" onClose={close}>
      {radio('Better', false, true)}
      {radio('Worse', false)}
    </Panel>,
  )
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Better' }))
  show.mockRestore()
})

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
