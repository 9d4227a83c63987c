import type { Page } from '@playwright/test'
import { addIdea, composerOf, createByForm, ideasShown, joinByCode } from '../acts.ts'
import { type Person, expect, test } from '../people.ts'
import { WORDS } from '../words.ts'

/**
 * Translates the page as browsers do: every text that may be translated is taken out and put back in another language,
 * inside two `font` elements, and again whenever something changes. The translation of a text is the text in angle
 * quotes, so that it can be told.
 */
const translate = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const isOurs = (node: Node): boolean => node.parentElement?.tagName === 'FONT'
    const mayTranslate = (node: Node): boolean => {
      const holder = node.parentElement?.closest('[translate]')
      return holder ? holder.getAttribute('translate') !== 'no' : true
    }
    const replace = (text: Text): void => {
      if (isOurs(text) || !text.data.trim() || text.parentElement?.closest('script, style, textarea, title')) return
      if (!mayTranslate(text)) return
      const outer = document.createElement('font')
      const inner = document.createElement('font')
      outer.append(inner)
      inner.append(`«${text.data}»`)
      text.replaceWith(outer)
    }
    const look = (): void => {
      const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walker.nextNode()) texts.push(walker.currentNode as Text)
      for (const text of texts) replace(text)
    }
    const begin = (): void => {
      look()
      new MutationObserver(look).observe(document.documentElement, {
        childList: true,
        subtree: true,
        characterData: true,
      })
    }
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin)
    else begin()
  })
}

const translated = (texts: readonly string[]): string[] => texts.map((text) => `«${text}»`).toSorted()

/** Texts of the interface that a translator was let at: whatever is not what people wrote. */
const findTranslated = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('font > font')]
      .filter((font) => !font.closest('[translate=yes]'))
      .map((font) => font.textContent ?? ''),
  )

/** What people wrote that stands in more than the one element that is made anew with its text. */
const findLoose = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('article p')]
      .filter((text) => text.getAttribute('translate') !== 'yes' || text.childElementCount > 1)
      .map((text) => text.outerHTML),
  )

for (const device of ['desktop', 'phone'] as const) {
  test(`C39 a translator at work all the time harms nothing, ${device}`, async ({ bring }) => {
    const leader = await bring()
    const member = await bring({ language: 'ru', device })
    const { page } = member
    const words = WORDS.ru
    await translate(page)
    const room = async (person: Person): Promise<void> => {
      if (device === 'phone') await person.page.getByRole('button', { name: words.room, exact: true }).click()
    }

    await leader.open('/new')
    const { code } = await createByForm(leader, {
      title: 'The front desk',
      question: 'How might waiting feel shorter?',
      name: 'Amina',
    })
    await leader.page.getByRole('link', { name: WORDS.en.openRoom }).click()
    const onwards = leader.page.getByRole('toolbar').getByRole('button').last()

    // The interface is not for translators: it speaks the language already.
    await joinByCode(member, code, 'Лейла')
    await expect(page.locator('#question')).toContainText('Лейла')
    await onwards.click()
    await expect(page.locator('#question')).toHaveText('«How might waiting feel shorter?»')
    expect(await page.locator('html').getAttribute('translate')).toBe('no')
    expect(await findTranslated(page)).toEqual([])

    // Writing, correcting and deleting.
    await addIdea(leader, 'Tea and water')
    await composerOf(member).fill('Тихий угол')
    await page.getByRole('button', { name: words.addIdea, exact: true }).click()
    await expect(page.getByText('«Тихий угол»')).toBeVisible()
    await page.getByRole('button', { name: 'Исправить: Тихий угол', exact: true }).click()
    await page.getByRole('textbox', { name: 'Исправить текст' }).fill('Тихая комната')
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
    await expect(page.getByText('«Тихая комната»')).toBeVisible()
    await expect(page.getByText('«Тихий угол»')).toHaveCount(0)
    await composerOf(member).fill('Лишнее')
    await page.getByRole('button', { name: words.addIdea, exact: true }).click()
    await page.getByRole('button', { name: 'Удалить: Лишнее', exact: true }).click()
    await expect(page.getByText('«Лишнее»')).toHaveCount(0)

    // What counts and changes goes on doing so.
    await expect(leader.page.getByRole('button', { name: 'Reveal 2 ideas' })).toBeVisible()
    await onwards.click()
    await expect(page.getByText(words.countdown).first()).toBeVisible()
    await onwards.click()
    await room(member)
    await expect.poll(() => ideasShown(member)).toEqual(translated(['Tea and water', 'Тихая комната']))

    // Somebody else corrects theirs, and adds one.
    const own = leader.page.getByRole('button', { name: 'Correct: Tea and water', exact: true })
    await own.click()
    await leader.page.getByRole('textbox', { name: 'Correct the text' }).fill('Coffee')
    await leader.page.getByRole('button', { name: 'Save', exact: true }).click()
    await addIdea(leader, 'A sign')
    await expect.poll(() => ideasShown(member)).toEqual(translated(['A sign', 'Coffee', 'Тихая комната']))
    await expect(page.getByText(/^Идей: 3|3 иде/).first()).toBeVisible()
    expect(await findLoose(page)).toEqual([])

    // Grouping, by both.
    await onwards.click()
    if (device === 'phone') {
      await page.getByRole('button', { name: 'Новая группа', exact: true }).first().click()
    } else {
      const note = page.getByRole('listitem').filter({ hasText: 'Coffee' })
      await note.getByRole('combobox').selectOption({ label: 'Новая группа' })
    }
    const name = page.getByRole('textbox', { name: /^Название: / })
    await expect(name).toBeFocused()
    await page.keyboard.type('Уют')
    await page.keyboard.press('Enter')
    const group = leader.page.getByRole('region', { name: 'Уют' })
    await expect(group.getByRole('article')).toHaveCount(1)
    const loose = leader.page
      .locator('[data-note]')
      .filter({ hasNot: leader.page.locator('section') })
      .last()
    await loose.getByRole('combobox').selectOption({ label: 'Уют' })
    await expect(page.getByRole('region', { name: 'Уют' }).getByRole('article')).toHaveCount(2)
    await group.getByRole('textbox').fill('Покой')
    await expect(page.getByRole('region', { name: 'Покой' })).toBeVisible()

    // Panels, another language, and the end.
    await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true })))
    await page.getByRole('dialog').getByRole('combobox').fill('english')
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await onwards.click()
    await expect(page.getByRole('heading', { name: WORDS.en.ended })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Покой' }).getByText('«Покой»')).toBeVisible()
    expect(await findTranslated(page)).toEqual([])
    expect(await findLoose(page)).toEqual([])
  })
}
