// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { renderSpeaking } from '../testing/speak.tsx'
import { CodeForm } from './code-form.tsx'

const begin = () => {
  const onCode = vi.fn<(code: string) => void>()
  renderSpeaking(<CodeForm onCode={onCode} />)
  const field: HTMLInputElement = screen.getByRole('textbox', { name: 'Session code' })
  return { onCode, field, user: userEvent.setup() }
}

describe('the field for a code', () => {
  test.each([
    ['k7qm4tdx', 'lower case, no hyphen'],
    [' K7QM 4TDX ', 'spaces'],
    ['K7QM–4TDX', 'a dash of another kind'],
    ['k۷qm۴tdx', 'Persian digits'],
    ['https://roundel.example/j/K7QM-4TDX', 'a whole link'],
  ])('C3 understands %s: %s', async (typed) => {
    const { onCode, field, user } = begin()
    await user.click(field)
    await user.paste(typed)
    await user.keyboard('{Enter}')
    expect(onCode).toHaveBeenCalledWith('K7QM-4TDX')
  })

  test('C3 says what is wrong with a code that cannot be one, keeps it, and takes the word back when it changes', async () => {
    const { onCode, field, user } = begin()
    await user.type(field, 'K7QM{Enter}')
    expect(onCode).not.toHaveBeenCalled()
    expect(screen.getByText(/A code has eight characters/)).toBeDefined()
    expect(field.value).toBe('K7QM')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    await user.type(field, '4')
    expect(field.getAttribute('aria-invalid')).toBeNull()
  })
})
