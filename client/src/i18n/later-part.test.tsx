// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import type { Language } from '@roundel/shared/session'
import { Suspense } from 'react'
import { expect, test, vi } from 'vitest'
import { type CatalogueLoader, EVERYONE } from './catalogue.ts'
import { laterPart } from './later-part.tsx'
import { loadCatalogue } from './load-catalogue.ts'
import { useText } from './text.ts'
import { MoreTexts, Texts } from './texts.tsx'

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

test('C54 texts that are there stay there, whichever part of the page is the last to load', async () => {
  const slow = Promise.withResolvers<{ readonly catalogue: object }>()
  const SLOW = { en: () => slow.promise, ru: () => slow.promise, fa: () => slow.promise } as CatalogueLoader
  const idle: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (act: () => void) => idle.push(act))
  const first = { language: 'en', catalogue: await loadCatalogue(EVERYONE, 'en') } as const
  await act(async () =>
    render(
      <Texts language="en" first={first}>
        <Thanks />
        <Suspense>
          <MoreTexts from={SLOW}>.</MoreTexts>
        </Suspense>
      </Texts>,
    ),
  )
  await act(async () => {
    for (const run of idle) run()
  })
  expect(await screen.findByLabelText('Thank you for thinking together.')).toBeDefined()
  await act(async () => slow.resolve({ catalogue: {} }))
  expect(screen.getByLabelText('Thank you for thinking together.')).toBeDefined()
  vi.unstubAllGlobals()
})
