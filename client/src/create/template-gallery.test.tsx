// @vitest-environment jsdom
import { TEMPLATES } from '@roundel/shared/session'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { renderSpeaking } from '../testing/speak.tsx'
import { TemplateGallery } from './template-gallery.tsx'

test('C23 every template stands in the gallery with its name, its time and what it is for, and is chosen with one press', async () => {
  const onChoose = vi.fn()
  const user = userEvent.setup()
  renderSpeaking(<TemplateGallery onChoose={onChoose} onBack={undefined} />)
  expect(screen.queryByRole('button', { name: 'Back to what I had' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Choose an agenda…' }))
  const cards = within(screen.getByRole('dialog', { name: 'Start from' })).getAllByRole('listitem')
  expect(cards).toHaveLength(TEMPLATES.length)
  expect(cards[0]?.textContent).toBe('Quick brainstorm20 minOne question, ideas in silence, groups, a short talk')
  await user.click(within(cards[1] as HTMLElement).getByRole('button'))
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(TEMPLATES[1]?.id)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('C23 the agenda that a template replaced comes back with one press', async () => {
  const onBack = vi.fn()
  renderSpeaking(<TemplateGallery onChoose={() => undefined} onBack={onBack} />)
  await userEvent.click(screen.getByRole('button', { name: 'Back to what I had' }))
  expect(onBack).toHaveBeenCalledOnce()
})
