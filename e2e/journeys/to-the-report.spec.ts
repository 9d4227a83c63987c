import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { joinByLink } from '../acts.ts'
import { lookAt } from '../look.ts'
import { expect, test } from '../people.ts'
import { ask, createSession, give } from '../program.ts'
import { startServer } from '../server.ts'
import { TOLD, tellSession } from '../told-session.ts'

const order = async (...[seat, command]: Parameters<typeof give>): Promise<void> => {
  const { status, text } = await give(seat, command)
  if (status !== 200) throw new Error(text)
}

test('C202 whoever leads looks at the report so far, finishes, and comes to the report; names are left out by a press', async ({
  bring,
  server,
}) => {
  const session = await createSession(server.origin, {
    title: 'The front desk',
    facilitatorName: 'Amina Leads',
    agenda: [{ kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } }, { kind: 'decide' }],
  })
  const { facilitator: lead } = session
  await order(lead, { type: 'start' })
  await order(lead, { type: 'add-item', kind: 'idea', text: 'Text me when it is my turn' })
  await order(lead, { type: 'skip' })
  const amina = await bring()
  await amina.open(session.links.facilitator)
  await amina.page.getByRole('button', { name: 'Lead from this device' }).click()
  const leila = await bring({ language: 'fa', device: 'phone', theme: 'dark' })
  await joinByLink(leila, session.links.participant, 'لیلا')

  // In the middle of it, beside the session, which goes on.
  const [early] = await Promise.all([
    amina.context.waitForEvent('page'),
    amina.page.getByRole('link', { name: 'Report so far' }).click(),
  ])
  await expect(early.getByText(/The session is not over/)).toBeVisible()
  await expect(early.getByText('by Amina Leads', { exact: true })).toBeVisible()
  await expect(early.getByText('still to come')).toHaveCount(0)
  await lookAt({ ...amina, page: early }, 'report-so-far-desktop-light-en')
  await order(lead, { type: 'draft-decision', text: 'We try it', items: [], revision: 0 })
  await expect(early.getByText('We try it')).toHaveCount(0)
  await early.getByRole('button', { name: 'Update' }).click()
  await expect(early.getByText('We try it')).toBeVisible()
  await early.close()

  // The end: taken back while there is time, then for good, and from there to the report.
  const bar = amina.page.getByRole('toolbar')
  await bar.getByRole('button', { name: 'Finish and make the report' }).click()
  await expect(bar.getByRole('link', { name: 'To the report' })).toBeVisible()
  await bar.getByRole('button', { name: 'Undo' }).click()
  await expect(bar.getByRole('link', { name: 'To the report' })).toBeHidden()
  await bar.getByRole('button', { name: 'Finish and make the report' }).click()
  await lookAt(amina, 'ended-leading-desktop-light-en')
  await bar.getByRole('link', { name: 'To the report' }).click()
  await expect(amina.page.getByText('by Amina Leads', { exact: true })).toBeVisible()
  await amina.page.getByRole('radio', { name: 'Left out' }).check()
  await expect(amina.page.getByText('Amina Leads')).toHaveCount(0)
  await lookAt(amina, 'report-without-names-desktop-light-en')
  const [file] = await Promise.all([
    amina.page.waitForEvent('download'),
    amina.page.getByRole('button', { name: 'Markdown' }).click(),
  ])
  const markdown = await readFile(await file.path(), 'utf8')
  expect(markdown).toContain('Text me when it is my turn')
  expect(markdown).not.toContain('Amina Leads')

  // On a phone: one's own link and file, the report, and the way out for good.
  await expect(leila.page.getByRole('heading', { name: 'برای شما' })).toBeVisible()
  await leila.page.getByRole('button', { name: 'نمایش پیوند من' }).click()
  await expect(leila.page.getByRole('img', { name: /QR/ })).toBeVisible()
  const [own] = await Promise.all([
    leila.page.waitForEvent('download'),
    leila.page.getByRole('button', { name: 'ذخیره در فایل' }).click(),
  ])
  expect(await readFile(await own.path(), 'utf8')).toContain('/me/')
  await leila.page.getByRole('link', { name: 'باز کردن گزارش' }).click()
  await expect(leila.page.getByText('Text me when it is my turn')).toBeVisible()
  await expect(leila.page.getByRole('table')).toBeHidden()
  await leila.page.getByText('نشست چگونه گذشت').click()
  await expect(leila.page.getByRole('table')).toBeVisible()
  await lookAt(leila, 'report-phone-dark-fa')
  await leila.page.getByRole('link', { name: 'به نشست' }).click()
  await leila.page.getByText('حذف من').click()
  await leila.page.getByRole('button', { name: 'پاک کردن من و نامم' }).click()
  await leila.page.getByRole('textbox', { name: /نام خود را بنویسید/ }).fill('لیلا')
  await leila.page.getByRole('button', { name: 'من و نامم پاک شویم' }).click()
  await expect(leila.page).toHaveURL(/\/$/)
})

/** Browsers as operators install them. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find((path) =>
  existsSync(path),
)

/** Starts an installed browser without its sandbox, which does not work for the user that tests may run as. */
const startInstalled = (browser: string): string => `#!/bin/sh\nexec '${browser}' --no-sandbox "$@"\n`

/**
 * Prints as an installed browser does, with the one of the other tests: that one prints nothing by its command line. It is
 * started with nothing around it, so it is told what it needs.
 */
const standIn = (browser: string | undefined): string => `#!${process.execPath}
import { chromium } from '${import.meta.resolve('@playwright/test')}'
Object.assign(process.env, ${JSON.stringify({ LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'], FONTCONFIG_PATH: process.env['FONTCONFIG_PATH'] })})
const path = process.argv.find((word) => word.startsWith('--print-to-pdf=')).replace('--print-to-pdf=', '')
const browser = await chromium.launch(${JSON.stringify({ executablePath: browser, args: ['--no-sandbox', '--disable-gpu'] })})
const page = await browser.newPage()
await page.goto(process.argv.at(-1))
await page.pdf({ path, preferCSSPageSize: true })
await browser.close()
`

const writeBrowser = async (folder: string): Promise<string> => {
  const path = join(folder, 'browser.mjs')
  await writeFile(path, INSTALLED === undefined ? standIn(process.env['BROWSER_PATH']) : startInstalled(INSTALLED))
  await chmod(path, 0o755)
  return path
}

test('X127 a server with a browser prints the report: Russian and Persian words, A4, and nobody’s name where none is wished', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roundel-e2e-browser-'))
  const server = await startServer({ REPORT_BROWSER: await writeBrowser(folder) })
  try {
    await expectPrinted(server.origin)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

const expectPrinted = async (origin: string): Promise<void> => {
  const { facilitator } = await tellSession(origin)
  for (const language of ['en', 'ru', 'fa']) {
    const url = `${origin}/api/sessions/${facilitator.session}/report.pdf?language=${language}&names=hidden`
    const answer = await fetch(url, { headers: { authorization: `Bearer ${facilitator.token}` } })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
    const { text } = await extractText(pdf, { mergePages: true })
    const letters = (words: string): readonly string[] =>
      words
        .normalize('NFKC')
        .replaceAll(/\p{Cf}|\p{M}/gu, '')
        .split(/[^\p{L}\p{N}]+/u)
        .map((word) => Array.from(word).toSorted().join(''))
    const printed = new Set(letters(text))
    expect(letters(`${TOLD.first} ${TOLD.second} ${TOLD.third}`).filter((word) => !printed.has(word))).toEqual([])
    for (const name of [TOLD.signed, TOLD.leader]) expect(text).not.toContain(name)
  }
  const config = await ask(`${origin}/api/config`)
  expect(config.json).toMatchObject({ pdf: true })
}
