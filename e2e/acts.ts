import { type Locator, expect } from '@playwright/test'
import type { Person } from './people.ts'
import { WORDS } from './words.ts'

/** What people do, each in the words of their own language. */

/** Makes a session in the browser. Answers the code and the participants' link, and stays on the page that shows them. */
export const createByForm = async (
  { page, language }: Person,
  { title, question, name }: { readonly title: string; readonly question: string; readonly name: string },
): Promise<{ readonly code: string; readonly link: string }> => {
  const words = WORDS[language]
  await page.getByRole('textbox', { name: words.title, exact: true }).fill(title)
  await page.getByRole('textbox', { name: words.name }).fill(name)
  await page.getByRole('textbox', { name: words.question }).fill(question)
  // One brainstorming, whatever agenda the page proposes.
  const steps = page.locator('[data-step]')
  await expect(steps.first()).toBeVisible()
  while ((await steps.count()) > 1) {
    await steps.last().locator('[data-open]').click()
    await page.getByRole('dialog').getByRole('button', { name: words.removeStep, exact: true }).click()
  }
  await page.getByRole('button', { name: words.create }).click()
  const lines = page.locator('input[readonly]')
  await expect(lines).toHaveCount(3)
  const [join = '', , link = ''] = await lines.evaluateAll((all) => all.map((line) => (line as HTMLInputElement).value))
  return { code: join.split('/').at(-1) ?? '', link }
}

/** Types the code on the first page, gives a name, and sits down. */
export const joinByCode = async (person: Person, code: string, name: string): Promise<void> => {
  const words = WORDS[person.language]
  await person.open('/')
  await person.page.getByRole('textbox', { name: words.code }).fill(code)
  await person.page.getByRole('button', { name: words.join, exact: true }).click()
  await giveName(person, name)
}

/** Opens an invitation, gives a name, and sits down. */
export const joinByLink = async (person: Person, link: string, name: string): Promise<void> => {
  await person.open(link)
  await giveName(person, name)
}

const giveName = async ({ page, language }: Person, name: string): Promise<void> => {
  const words = WORDS[language]
  await page.getByRole('textbox', { name: words.name }).fill(name)
  await page.getByRole('button', { name: words.joinAs }).click()
  await expect(page).toHaveURL(/\/s\//)
}

export const composerOf = ({ page, language }: Person): Locator =>
  page.getByRole('textbox', { name: WORDS[language].idea, exact: true })

/** What the person sees of their own ideas. */
const mySide = ({ page, language }: Person): Locator =>
  page.getByRole('complementary', { name: WORDS[language].mySide })

/** Presses the button that adds what stands in the composer, and sees it among one's own. */
export const addComposed = async (person: Person, text: string): Promise<void> => {
  await person.page.getByRole('button', { name: WORDS[person.language].addIdea, exact: true }).click()
  await expect(composerOf(person)).toHaveValue('')
  await expect(mySide(person).getByText(text, { exact: true })).toBeVisible()
}

export const addIdea = async (person: Person, text: string): Promise<void> => {
  await composerOf(person).fill(text)
  await addComposed(person, text)
}

/** On phones: turns to the tab with everyone's ideas, or to one's own. */
export const turnTo = async ({ page, language }: Person, tab: 'room' | 'write' | 'help'): Promise<void> =>
  page.getByRole('button', { name: WORDS[language][tab], exact: true }).click()

/** The texts of the open ideas, as the page shows them, in any order. */
export const ideasShown = async ({ page, language }: Person): Promise<string[]> => {
  const notes = page.getByRole('list', { name: WORDS[language].ideas }).getByRole('article')
  const texts = await notes.locator('p').allInnerTexts()
  return texts.toSorted()
}

/** Waits until the page says that everything is on the server's disk, or that it is not. */
export const expectSaved = ({ page, language }: Person, state: 'saved' | 'onDevice' = 'saved'): Promise<void> =>
  // What takes less than a blink is not worth a word, but is not saved yet either.
  expect(page.getByTitle(WORDS[language][state], { exact: true }).and(page.locator('[aria-busy=false]'))).toBeVisible({
    timeout: 45_000,
  })
