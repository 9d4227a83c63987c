// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { aView } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { TakeAlong } from './take-along.tsx'
import { REPORT_TEXTS } from './texts.ts'

// What is there already is drawn at once.
afterEach(() => vi.unstubAllGlobals())
beforeAll(() => loadCatalogue(REPORT_TEXTS, 'en'))

test('C221 wherever files are offered they are taken with names or without, as on the report', async () => {
  const view = aView({ session: { state: 'ended' } })
  const { render } = playRoom(view)
  render(<TakeAlong />)
  const shown = await screen.findByRole<HTMLInputElement>('radio', { name: 'Shown' })
  expect(shown.checked).toBe(true)
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return new Response(null, { status: 503 })
  })
  const takeAll = async (): Promise<readonly string[]> => {
    asked.length = 0
    for (const name of ['Markdown', 'CSV', 'JSON']) await userEvent.click(screen.getByRole('button', { name }))
    return asked
  }
  const addresses = (names: string) =>
    ['md', 'csv', 'json'].map(
      (format) => `/api/sessions/${view.session.id}/export?format=${format}&language=en&names=${names}`,
    )
  expect(await takeAll()).toEqual(addresses('shown'))
  await userEvent.click(screen.getByRole('radio', { name: 'Left out' }))
  expect(await takeAll()).toEqual(addresses('hidden'))
  // A file that does not come is said.
  expect(await screen.findByText('The file could not be fetched. Try again in a moment.')).toBeTruthy()
})
