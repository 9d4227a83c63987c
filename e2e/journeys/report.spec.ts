import { readFile } from 'node:fs/promises'
import type { Download } from '@playwright/test'
import Papa from 'papaparse'
import { extractText, getDocumentProxy } from 'unpdf'
import { type Language, type Person, expect, test } from '../people.ts'
import { ask, secretOf } from '../program.ts'
import { TOLD, tellSession } from '../told-session.ts'

/** What only this journey looks for, in the words of each language. */
const SAYS = {
  en: { decided: 'What we decided', course: 'How the session went', files: 'Take it along', page: 'Web page' },
  ru: { decided: 'Что мы решили', course: 'Как прошла сессия', files: 'Взять с собой', page: 'Веб-страница' },
  fa: { decided: 'چه تصمیم گرفتیم', course: 'نشست چگونه گذشت', files: 'با خود ببرید', page: 'صفحهٔ وب' },
} as const

const titleOf = ({ page }: Person) => page.getByRole('heading', { level: 1, name: TOLD.title })

const take = async ({ page }: Person, name: string): Promise<Download> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ])
  return file
}
const textOf = async (file: Download): Promise<string> => readFile(await file.path(), 'utf8')

test('C150 a session is over: its report is read, shared by a link with people in other languages, taken along, and the link ended', async ({
  bring,
  server,
}) => {
  const session = await tellSession(server.origin)
  const amina = await bring({ language: 'en' })
  await amina.open(session.links.facilitator)
  await amina.page.getByRole('button', { name: 'Lead from this device' }).click()
  await amina.page.getByRole('link', { name: 'Open the report' }).click()
  await expect(titleOf(amina)).toBeVisible()
  await expect(amina.page.getByText(`by ${TOLD.signed}`)).toBeVisible()
  for (const text of [TOLD.decision, TOLD.concern, TOLD.action, TOLD.first, TOLD.second, TOLD.third]) {
    await expect(amina.page.getByText(text).first()).toBeVisible()
  }
  await expect(amina.page.getByText(TOLD.hidden)).toHaveCount(0)

  // Shared by a link: announced, and opened at once.
  await amina.page.getByRole('link', { name: 'To the session' }).click()
  await amina.page.getByRole('button', { name: 'Share the report' }).click()
  const link = await amina.page.getByRole('textbox', { name: 'Copy' }).inputValue()
  expect(link).toMatch(/\/r\/[\w-]{16}#[\w-]{43}$/)
  await expect(amina.page.getByText(/The report is shared in/)).toBeVisible()
  await amina.page.getByRole('button', { name: 'Now', exact: true }).click()
  await expect(amina.page.getByText(/The report is shared in/)).toBeHidden()
  await expect(amina.page.getByText('Whoever has the link can read the report.')).toBeVisible()

  // People who were not there read it in their own language; nobody is named, and the secret leaves the address.
  const path = new URL(link).pathname + new URL(link).hash
  const readers = [
    await bring({ language: 'ru' }),
    await bring({ language: 'fa', device: 'phone', theme: 'dark' }),
  ] as const
  for (const reader of readers) {
    const says = SAYS[reader.language]
    await reader.open(path)
    await expect(titleOf(reader)).toBeVisible()
    expect(new URL(reader.page.url()).hash).toBe('')
    await expect(reader.page.getByText(says.decided)).toBeVisible()
    await expect(reader.page.getByText(TOLD.decision)).toBeVisible()
    for (const name of [TOLD.signed, TOLD.leader]) await expect(reader.page.getByText(name)).toHaveCount(0)
  }
  const [dana, leila] = readers

  // On a phone two sections stand open and the others open at a press.
  await expect(leila.page.getByText(TOLD.action)).toBeVisible()
  await expect(leila.page.getByRole('table')).toBeHidden()
  await leila.page.getByText(SAYS.fa.course).click()
  await expect(leila.page.getByRole('table')).toBeVisible()

  // Files speak the reader's language, and hold what the report does.
  const page = await textOf(await take(dana, SAYS.ru.page))
  expect(page).toContain(SAYS.ru.course)
  const rows = Papa.parse<Record<string, string>>(await textOf(await take(dana, 'CSV')), { header: true }).data
  expect(rows.flatMap(({ text }) => text || []).toSorted()).toEqual([TOLD.first, TOLD.second, TOLD.third].toSorted())
  const workbook = await take(dana, 'Excel')
  expect(workbook.suggestedFilename()).toMatch(/^roundel-.+\.xlsx$/)
  expect((await readFile(await workbook.path())).subarray(0, 2).toString()).toBe('PK')
  await leila.page.getByText(SAYS.fa.files).click()
  expect(await textOf(await take(leila, 'Markdown'))).toContain(SAYS.fa.course)
  for (const file of [page, JSON.stringify(rows)]) expect(file).not.toContain(TOLD.signed)

  // Ended: the same address reads nothing more.
  await amina.page.getByRole('button', { name: 'End the link' }).click()
  await expect(amina.page.getByRole('button', { name: 'End the link' })).toBeHidden()
  await dana.page.reload()
  await expect(dana.page.getByRole('heading', { name: 'Этот отчёт недоступен' })).toBeVisible()
  for (const person of [amina, ...readers]) expect(person.troubles).toEqual([])
})

/**
 * The words of a text however a program reads them off a printed page: forms of letters are letters again, joiners and marks
 * are gone. Programs read letters that run from right to left in either order, so a word is known by its letters.
 */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize('NFKC')
      .replaceAll(/\p{Cf}|\p{M}/gu, '')
      .split(/[^\p{L}\p{N}]+/u)
      .map((word) => Array.from(word).toSorted().join('')),
  )

const printed = async ({ page }: Person): Promise<ReadonlySet<string>> => {
  const file = await page.pdf({ format: 'A4' })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true })
  return wordsOf(text)
}

/** What reaches out of its column on a page, in pixels. */
const findOutOfColumns = async ({ page }: Person): Promise<string[]> => {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 680, height: 960 })
  return page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'))
    const found = [...document.querySelectorAll('td > *')].flatMap((part) => {
      const cell = part.parentElement?.getBoundingClientRect()
      const words = document.createRange()
      words.selectNodeContents(part)
      const { left, right, width } = words.getBoundingClientRect()
      const isOut = cell && width > 0 && (left < cell.left - 1 || right > cell.right + 1)
      return isOut ? [`${part.textContent}: ${left} to ${right} in ${cell.left} to ${cell.right}`] : []
    })
    dispatchEvent(new Event('afterprint'))
    return found
  })
}

test.describe('X36 paper', () => {
  for (const language of ['en', 'ru', 'fa'] as const satisfies readonly Language[]) {
    test(`X36 C229 a printed report has every word that people wrote, also from a phone, each in its column: ${language}`, async ({
      bring,
      server,
    }) => {
      const session = await tellSession(server.origin)
      const { facilitator } = session
      const api = `${server.origin}/api/sessions/${facilitator.session}/report/link`
      const made = await ask(api, { token: facilitator.token, body: {} })
      await ask(`${api}/now`, { method: 'POST', token: facilitator.token })
      const secret = secretOf((made.json as { link: string }).link)
      const reader = await bring({ language, device: language === 'fa' ? 'phone' : 'desktop', theme: 'dark' })
      await reader.open(`/r/${facilitator.session}#${secret}`)
      await expect(titleOf(reader)).toBeVisible()
      const words = await printed(reader)
      const wrote = [TOLD.title, TOLD.question, TOLD.first, TOLD.second, TOLD.third, TOLD.decision, TOLD.action]
      const said = [...wrote, SAYS[language].decided, SAYS[language].course]
      expect([...wordsOf(said.join(' '))].filter((word) => !words.has(word))).toEqual([])
      expect(words.has(Array.from('Roundel').toSorted().join(''))).toBe(false)
      expect(await findOutOfColumns(reader)).toEqual([])
    })
  }
})
