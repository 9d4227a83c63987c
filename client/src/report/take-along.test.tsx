// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test } from 'vitest'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { aView } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { TakeAlong } from './take-along.tsx'
import { REPORT_TEXTS } from './texts.ts'

// What is there already is drawn at once.
beforeAll(() => loadCatalogue(REPORT_TEXTS, 'en'))

test('C221 wherever files are offered they are taken with names or without, as on the report', async () => {
  const view = aView({ session: { state: 'ended' } })
  const { render } = playRoom(view)
  render(<TakeAlong />)
  const shown = await screen.findByRole<HTMLInputElement>('radio', { name: 'Shown' })
  expect(shown.checked).toBe(true)
  const linksOf = (): (string | null)[] => screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  const addresses = (names: string) =>
    ['md', 'csv', 'json'].map((format) => `/api/sessions/${view.session.id}/export?format=${format}&names=${names}`)
  expect(linksOf()).toEqual(addresses('shown'))
  await userEvent.click(screen.getByRole('radio', { name: 'Left out' }))
  expect(linksOf()).toEqual(addresses('hidden'))
})
