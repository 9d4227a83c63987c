import type { Locator, Page } from '@playwright/test'
import { addComposed, addIdea, composerOf, createByForm, joinByCode, turnTo } from '../acts.ts'
import { findOutside } from '../outside.ts'
import { expect, test } from '../people.ts'
import { WORDS } from '../words.ts'

/** A window of 1280 by 1024 at 400 %. */
const ZOOMED = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } as const

/** The spacing of WCAG 1.4.12, put on by the reader. */
const SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`

/** Texts whose own box cuts them off, in either direction, with no way to scroll to the rest. */
const findCutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const cuts = (element: Element): boolean => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
      // One pixel is how texts for readers alone are kept; an ellipsis says itself that there is more.
      if (clientWidth <= 1 || clientHeight <= 1 || textOverflow === 'ellipsis') return false
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
      return (
        (hides(overflowX) && scrollWidth > clientWidth + 1) || (hides(overflowY) && scrollHeight > clientHeight + 1)
      )
    }
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && !element.closest('svg') && element.textContent?.trim())
      .filter(cuts)
      .map((element) => element.outerHTML.slice(0, 120))
  })

/** Controls that Tab reaches but nobody sees: covered by something that stays, or outside of the page. */
const findCovered = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = []
    const within = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
    for (const control of within.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select')) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.tabIndex < 0) continue
      if (control.matches(':disabled')) continue
      control.focus()
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const { x, y, width, height } = control.getBoundingClientRect()
      const top = document.elementFromPoint(
        Math.min(innerWidth - 1, x + width / 2),
        Math.max(0, Math.min(innerHeight - 1, y + Math.min(height, innerHeight) / 2)),
      )
      const isSeen = top && (control.contains(top) || top.contains(control) || top.closest('label')?.contains(control))
      if (!isSeen) found.push(`${control.outerHTML.slice(0, 120)} under ${top?.outerHTML.slice(0, 80)}`)
    }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    return found
  })

for (const language of ['en', 'fa'] as const) {
  const words = WORDS[language]

  for (const isSpaced of [false, true]) {
    test(`C38 a participant at 400 %${isSpaced ? ' with text spacing' : ''}, ${language}`, async ({ bring }) => {
      test.setTimeout(180_000)
      const leader = await bring({ language })
      const member = await bring({ language, ...ZOOMED })
      const { page } = member
      if (isSpaced) {
        // As an extension of the browser does it, which no policy of the page forbids.
        await page.addInitScript((css) => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(css)
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
        }, SPACING)
      }
      const look = async (name: string, ...shown: readonly Locator[]): Promise<void> => {
        for (const each of shown) await expect(each.first()).toBeVisible()
        await page.evaluate(() => document.fonts.ready.then(() => undefined))
        await page.screenshot({ path: `test-results/zoom/${name}-${language}${isSpaced ? '-spaced' : ''}.png` })
        expect.soft(await findOutside(page), `${name}: beyond a side`).toEqual([])
        expect.soft(await findCutOff(page), `${name}: cut off`).toEqual([])
        expect.soft(await findCovered(page), `${name}: cannot be reached`).toEqual([])
      }

      await leader.open('/new')
      const { code } = await createByForm(leader, {
        title: 'Q4',
        question: 'How might waiting feel shorter?',
        name: 'A',
      })
      await leader.page.getByRole('link', { name: words.openRoom }).click()
      const onwards = leader.page.locator('section[data-region] [role=toolbar] button').last()

      await member.open('/')
      await look('home', page.getByRole('textbox', { name: words.code }))
      await member.open(`/j/${code}`)
      await look('join', page.getByRole('textbox', { name: words.name }))
      await joinByCode(member, code, 'Leila')
      await look('lobby', page.locator('#question'))

      await onwards.click()
      await expect(composerOf(member)).toBeVisible()
      await look('write-empty', composerOf(member))
      await addIdea(member, 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft')
      await composerOf(member).fill('نوبت‌دهی با پیامک')
      await addComposed(member, 'نوبت‌دهی با پیامک')
      await look('write')
      await turnTo(member, 'room')
      await look('write-room')
      await turnTo(member, 'help')
      await look('help', page.getByRole('heading', { level: 1, name: words.help }))
      await turnTo(member, 'write')

      // Every action is reached at this size too.
      await page.keyboard.press('Control+k')
      await look('palette', page.getByRole('dialog').getByRole('option'))
      await page.keyboard.press('Escape')

      await onwards.click()
      await look('armed', page.getByText(words.countdown))
      await onwards.click()
      await turnTo(member, 'room')
      await look('build', page.getByRole('list', { name: words.ideas }).getByRole('article'))

      await onwards.click()
      const place = page.locator('[aria-labelledby=place-one]')
      await look('group', place)
      await place.getByRole('button').last().click()
      await place.getByRole('button').first().click()
      await look('grouped', page.getByRole('article'))

      await onwards.click()
      await look('ended', page.getByRole('heading', { name: words.ended }))
    })
  }
}
