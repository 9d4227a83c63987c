import { AxeBuilder } from '@axe-core/playwright'
import { type Person, expect } from './people.ts'
import { findOutside } from './outside.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Keeps a picture of what somebody sees, and looks for what nobody may meet. `name` tells the picture from all others.
 * Of a screen that differs from one looked at before in its colours alone, only those are looked at.
 */
export const lookAt = async (
  { page, language }: Person,
  name: string,
  what: 'everything' | 'colours' = 'everything',
): Promise<void> => {
  // A page on its way from one part to another is blank for a moment.
  await expect(page.getByRole('main').first()).toBeVisible()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: `test-results/looks/${name}.png` })
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (what === 'colours' ? axe.withRules(['color-contrast']) : axe.withTags(RULES)).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' · ')}`)
  expect.soft(found, `${name}: accessibility`).toEqual([])
  if (what === 'colours') return
  expect.soft(await findOutside(page), `${name}: what is cut off at a side`).toEqual([])
  expect.soft(await page.locator('html').getAttribute('lang'), name).toBe(language)
}
