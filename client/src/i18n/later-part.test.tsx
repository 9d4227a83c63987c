// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import type { Language } from '@roundel/shared/session'
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import { EVERYONE } from './catalogue.ts'
import { laterPart } from './later-part.tsx'
import { loadCatalogue } from './load-catalogue.ts'
import { useText } from './text.ts'
import { Texts } from './texts.tsx'

const Thanks = () => (
  <label>
    {useText()('ended.thanks')}
    <input />
  </label>
)

test('C54 a later part is drawn with its texts, and a change of language leaves it under the hand', async () => {
  const LaterThanks = laterPart(async () => Thanks)
  const first = { language: 'en', catalogue: await loadCatalogue(EVERYONE, 'en') } as const
  const page = (language: Language) => (
    <Texts language={language} first={first}>
      <Suspense fallback="…">
        <LaterThanks />
      </Suspense>
    </Texts>
  )
  const { rerender } = await act(async () => render(page('en')))
  const field = await screen.findByLabelText('Thank you for thinking together.')
  field.focus()
  await act(async () => rerender(page('fa')))
  expect(await screen.findByLabelText(/سپاس|ممنون/)).toBe(field)
  expect(document.activeElement).toBe(field)
  expect(document.documentElement.dir).toBe('rtl')
})
