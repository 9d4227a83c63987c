import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import Papa from 'papaparse'
import { composerOf, createByForm, expectSaved, joinByLink, turnTo } from '../acts.ts'
import { findOutside } from '../outside.ts'
import { type Person, expect, test } from '../people.ts'
import { type Input, readRealInput } from '../real-input.ts'
import { WORDS } from '../words.ts'

const INPUT = readRealInput()
const ALL = INPUT.flatMap(({ ideas }) => ideas).toSorted()
const WRITTEN = INPUT.filter(({ manner }) => manner !== 'built')
  .flatMap(({ ideas }) => ideas)
  .toSorted()

const ASKED = {
  en: { several: /^Add \d+ ideas$/, one: 'Keep as one', newGroup: 'New group' },
  ru: { several: /^Добавить \d+ иде/, one: 'Оставить одной', newGroup: 'Новая группа' },
  fa: { several: /^افزودن [۰-۹]+ ایده$/, one: 'یکی بماند', newGroup: 'خوشهٔ تازه' },
} as const

const paste = async ({ page }: Person, field: Locator, text: string): Promise<void> => {
  await page.bringToFront()
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await field.focus()
  await page.keyboard.press('ControlOrMeta+V')
}

/** Writes one entry of the file as a person does, and sees the composer empty again. */
const write = async (person: Person, { manner, raw }: Input): Promise<void> => {
  const { page, language } = person
  const field = composerOf(person)
  if (manner === 'typed' || manner === 'built') await field.pressSequentially(raw)
  else await paste(person, field, raw)
  if (manner === 'one') await page.getByRole('button', { name: ASKED[language].one, exact: true }).click()
  const name = manner === 'list' ? ASKED[language].several : WORDS[language].addIdea
  await page.getByRole('button', { name, exact: true }).click()
  await expect(field).toHaveValue('')
}

/** The texts of all notes that the page draws, character by character. */
const textsOn = async ({ page }: Person): Promise<string[]> => {
  const texts = await page.getByRole('article').locator('p[dir=auto]').allTextContents()
  return texts.toSorted()
}

const middleOf = async (target: Locator): Promise<{ x: number; y: number }> => {
  const box = await target.boundingBox()
  if (!box) throw new Error('not drawn')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const groupsOf = ({ page }: Person): Locator => page.locator('section[data-cluster]')

/** The loose notes of the wall that this person may move now. */
const movable = ({ page }: Person): Locator =>
  page
    .locator('li[data-note]:not([data-cluster] li)')
    .filter({ has: page.locator('> button[aria-describedby~="wall-keys"]') })

/** Drags one loose note of the wall onto the next. */
const dragTogether = async (person: Person): Promise<void> => {
  const { page } = person
  await page.bringToFront()
  const before = await groupsOf(person).count()
  const loose = movable(person)
  const target = page.locator(`li[data-note="${await loose.nth(1).getAttribute('data-note')}"]`)
  // Waits until it lies still.
  await loose.nth(0).hover()
  const from = await middleOf(loose.nth(0))
  await page.mouse.down()
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 3 })
  await expect(page.locator('li[data-note][data-dragging]')).toHaveCount(1)
  const to = await middleOf(target)
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
  await expect(groupsOf(person)).toHaveCount(before + 1)
}

const download = async ({ page }: Person, format: string): Promise<string> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: format, exact: true }).click(),
  ])
  return readFile(await file.path(), 'utf8')
}

/** Markdown without what guards its signs. */
const plain = (markdown: string): string => markdown.replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '')

test('C55 C58 what six people really write is the same on every screen and in every export', async ({ bring }) => {
  test.setTimeout(420_000)
  const amina = await bring({ language: 'en' })
  const dmitri = await bring({ language: 'ru' })
  const olga = await bring({ language: 'ru', theme: 'dark' })
  const reza = await bring({ language: 'fa' })
  const leila = await bring({ language: 'fa', device: 'phone' })
  const tomas = await bring({ language: 'en', device: 'phone' })
  const everyone = [amina, dmitri, olga, reza, leila, tomas]
  for (const { context } of everyone) await context.grantPermissions(['clipboard-read', 'clipboard-write'])

  await amina.open('/new')
  const { link } = await createByForm(amina, { title: 'Real input', question: 'What would help?', name: 'Amina' })
  await amina.page.getByRole('link', { name: 'Open the room' }).click()
  const names = ['Дмитрий', 'Ольга', 'رضا', 'لیلا', 'Tomás']
  for (const [nth, name] of names.entries()) await joinByLink(everyone[nth + 1]!, link, name)
  await amina.page.getByRole('button', { name: /^Start:/ }).click()

  // Everybody writes, each in their language, two of each language in turn.
  const writers = { en: [amina, tomas], ru: [dmitri, olga], fa: [reza, leila] } as const
  const turns = { en: 0, ru: 0, fa: 0 }
  for (const input of INPUT.filter(({ manner }) => manner !== 'built')) {
    const pair = writers[input.language]
    await write(pair[turns[input.language]++ % pair.length]!, input)
  }
  for (const person of everyone) await expectSaved(person)
  for (const person of everyone) expect(await findOutside(person.page)).toEqual([])

  // The reveal, and two who build on what they read.
  await amina.page.getByRole('button', { name: `Reveal ${WRITTEN.length} ideas` }).click()
  await amina.page.getByRole('button', { name: 'Now', exact: true }).first().click()
  for (const person of [leila, tomas]) await turnTo(person, 'room')
  for (const person of everyone) await expect.poll(() => textsOn(person), { timeout: 30_000 }).toEqual(WRITTEN)
  for (const input of INPUT.filter(({ manner }) => manner === 'built')) {
    await write(input.language === 'ru' ? dmitri : reza, input)
  }
  for (const person of everyone) await expect.poll(() => textsOn(person), { timeout: 30_000 }).toEqual(ALL)
  for (const person of everyone) expect(await findOutside(person.page)).toEqual([])

  // Grouping: by mouse on the wall, by buttons and the list on phones.
  await amina.page.getByRole('button', { name: 'Start clustering' }).click()
  await expect(tomas.page.locator('[aria-labelledby="place-one"]')).toBeVisible()
  for (const person of [amina, reza]) await expect(movable(person)).toHaveCount(ALL.length)
  await dragTogether(amina)
  // What lies where is settled on his screen too before he takes hold of anything.
  await expect(groupsOf(reza)).toHaveCount(1)
  await dragTogether(reza)
  const place = tomas.page.locator('[aria-labelledby="place-one"]')
  // Until he sees both groups, the idea before him may be one that has just been placed.
  await expect(place.getByRole('button', { name: /^Group \d$/ })).toHaveCount(2)
  await place.getByRole('button', { name: 'New group', exact: true }).tap()
  await expect(groupsOf(amina)).toHaveCount(3)
  await place.getByRole('button', { name: 'Group 1', exact: true }).tap()
  const list = leila.page.getByRole('article').getByRole('combobox')
  await list.first().selectOption('new')
  for (const person of everyone) await expectSaved(person)

  // The end: the same texts on every screen, each once.
  await amina.page.getByRole('button', { name: 'Finish and make the report' }).click()
  for (const person of everyone) {
    await expect(person.page.getByRole('heading', { name: WORDS[person.language].ended })).toBeVisible()
    await expect.poll(() => textsOn(person), { timeout: 30_000 }).toEqual(ALL)
    expect(await findOutside(person.page)).toEqual([])
  }

  // And for programs, and to be taken home.
  const session = new URL(amina.page.url()).pathname.split('/').at(-1)!
  const reply = await amina.page.request.get(`/api/sessions/${session}/items`)
  const { items } = (await reply.json()) as { items: { text: string }[] }
  expect(items.map(({ text }) => text).toSorted()).toEqual(ALL)

  const json = JSON.parse(await download(amina, 'JSON')) as { items: { text: string }[] }
  expect(json.items.map(({ text }) => text).toSorted()).toEqual(ALL)

  const csv = Papa.parse<{ text: string }>(await download(amina, 'CSV'), {
    header: true,
    skipEmptyLines: true,
    newline: '\r\n',
  })
  expect(csv.errors).toEqual([])
  const cells = csv.data.map(({ text }) => text)
  expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
  // A text that could be a formula has an apostrophe before it.
  expect(cells.map((cell) => (ALL.includes(cell) ? cell : cell.replace(/^'/, ''))).toSorted()).toEqual(ALL)

  const markdown = plain(await download(amina, 'Markdown'))
  for (const line of ALL.flatMap((text) => text.split('\n').filter(Boolean))) {
    expect(markdown.split(line.trim()), line).toHaveLength(2)
  }
})
