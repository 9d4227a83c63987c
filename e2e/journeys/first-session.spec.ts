import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import {
  addComposed,
  addIdea,
  composerOf,
  createByForm,
  expectSaved,
  ideasShown,
  joinByCode,
  joinByLink,
  turnTo,
} from '../acts.ts'
import { type Person, expect, test } from '../people.ts'
import { type ProgramSeat, ask } from '../program.ts'
import { WORDS } from '../words.ts'

const IDEAS = {
  amina: [
    'A sign at the door with the waiting time',
    '=1+1 is an idea, not a formula',
    'Tea ☕ and 👩‍👩‍👧 seats "by the window"',
  ],
  dmitri: ['Тихий угол для тех, кому плохо', 'Очередь по SMS: «через 10 минут ваша»', 'Ёлка в холле круглый год 🎄'],
  leila: ['نوبت‌دهی با پیامک', 'صندلی راحت برای همراهان (VIP نه!)'],
  leilaInTheTunnel: ['کتابخانهٔ کوچک کنار پنجره ۱۲۳', 'موسیقی آرام، no ads'],
  dmitriThroughTheCrash: 'Рисунки детей на стенах',
  aminaWhileItIsDown: 'Let people wait outside in the sun',
  dmitriBuildsOn: 'SMS и табло вместе: one system for both',
} as const

const WRITTEN_BEFORE: readonly string[] = [
  ...IDEAS.amina,
  ...IDEAS.dmitri,
  ...IDEAS.leila,
  ...IDEAS.leilaInTheTunnel,
  IDEAS.dmitriThroughTheCrash,
  IDEAS.aminaWhileItIsDown,
].toSorted()
const ALL = [...WRITTEN_BEFORE, IDEAS.dmitriBuildsOn].toSorted()

/** What a button of the end page downloads, as text. */
const download = async ({ page }: Person, format: string): Promise<string> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: format, exact: true }).click(),
  ])
  return readFile(await file.path(), 'utf8')
}

/** The published texts in a document that an unmodified provider has brought into sync. */
const textsForStockProvider = async ({ origin, session, token }: ProgramSeat): Promise<string[]> => {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/api/sessions/${session}/docs`, 'board', doc, {
    protocols: ['yjs', `token.${token}`],
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.on('sync', (isSynced) => isSynced && resolve()))
  const items = Object.values(doc.getMap('items').toJSON()) as { text: string }[]
  provider.destroy()
  return items.map(({ text }) => text).toSorted()
}

test('H6 three people, three scripts, a tunnel and a crash: every idea is there exactly once', async ({
  bring,
  server,
}) => {
  const amina = await bring({ language: 'en' })
  const dmitri = await bring({ language: 'ru' })
  const leila = await bring({ language: 'fa', device: 'phone' })
  const everyone = [amina, dmitri, leila]

  // Amina makes a session and opens the room.
  await amina.open('/')
  await amina.page.getByRole('link', { name: 'Start a session' }).click()
  const { code, link } = await createByForm(amina, {
    title: 'Q4: the front desk',
    question: 'How might waiting feel shorter?',
    name: 'Amina',
  })
  await amina.page.getByRole('link', { name: 'Open the room' }).click()

  // Dmitri types the code in small letters and with a space; Leila has the link.
  await joinByCode(dmitri, code.toLowerCase().replace('-', ' '), 'Дмитрий')
  await joinByLink(leila, link, 'لیلا')
  for (const name of ['Дмитрий', 'لیلا']) await expect(amina.page.getByText(name).first()).toBeVisible()
  expect(await leila.page.evaluate(() => document.documentElement.dir)).toBe('rtl')

  await amina.page.getByRole('button', { name: /^Start:/ }).click()
  for (const idea of IDEAS.amina) await addIdea(amina, idea)
  for (const idea of IDEAS.dmitri) await addIdea(dmitri, idea)
  for (const idea of IDEAS.leila) await addIdea(leila, idea)
  for (const person of everyone) await expectSaved(person)

  // Leila's train enters a tunnel; she goes on writing.
  leila.tunnel.cut()
  await expectSaved(leila, 'onDevice')
  for (const idea of IDEAS.leilaInTheTunnel) await addIdea(leila, idea)

  // The server is killed in the middle of Dmitri's sentence. Both go on.
  const half = IDEAS.dmitriThroughTheCrash.length >> 1
  await composerOf(dmitri).pressSequentially(IDEAS.dmitriThroughTheCrash.slice(0, half))
  await Promise.all([server.kill(), composerOf(dmitri).pressSequentially(IDEAS.dmitriThroughTheCrash.slice(half))])
  await addComposed(dmitri, IDEAS.dmitriThroughTheCrash)
  await addIdea(amina, IDEAS.aminaWhileItIsDown)
  await expectSaved(amina, 'onDevice')
  await server.restart()
  leila.tunnel.mend()
  for (const person of everyone) await expectSaved(person)

  // Before the reveal nobody has anything of anybody else.
  await turnTo(leila, 'room')
  const reveal = amina.page.getByRole('button', { name: `Reveal ${WRITTEN_BEFORE.length} ideas` })
  await expect(reveal).toBeVisible()
  for (const idea of [...IDEAS.dmitri, ...IDEAS.leila]) await expect(amina.page.getByText(idea)).toHaveCount(0)
  for (const idea of IDEAS.amina) await expect(leila.page.getByText(idea)).toHaveCount(0)

  // The reveal is announced to all, then opens everything at once.
  await reveal.click()
  for (const person of everyone) {
    await expect(person.page.getByText(WORDS[person.language].countdown).first()).toBeVisible()
    expect(await ideasShown(person)).toEqual([])
  }
  for (const person of everyone) await expect.poll(() => ideasShown(person)).toEqual(WRITTEN_BEFORE)

  // Dmitri builds on what he reads.
  await addIdea(dmitri, IDEAS.dmitriBuildsOn)
  for (const person of everyone) await expect.poll(() => ideasShown(person)).toEqual(ALL)

  // Somebody with an empty browser, and a program that knows nothing of us.
  const tomas = await bring({ language: 'en', device: 'phone' })
  await joinByLink(tomas, link, 'Tomás')
  await turnTo(tomas, 'room')
  await expect.poll(() => ideasShown(tomas)).toEqual(ALL)
  const session = new URL(amina.page.url()).pathname.split('/').at(-1)!
  const view = (await (await amina.page.request.get(`/api/sessions/${session}`)).json()) as {
    session: { links: { observer: string } }
  }
  const seated = await ask(`${server.origin}/api/sessions/${session}/seats`, {
    body: { invite: view.session.links.observer, name: 'Program', credential: 'token' },
  })
  const { seat } = seated.json as { seat: { id: string; token: string } }
  const program = { origin: server.origin, session, seat: seat.id, token: seat.token }
  expect(await textsForStockProvider(program)).toEqual(ALL)

  // The end, and what is taken home.
  await amina.page.getByRole('button', { name: 'Start clustering' }).click()
  await amina.page.getByRole('button', { name: 'Finish and make the report' }).click()
  for (const person of everyone) {
    await expect(person.page.getByRole('heading', { name: WORDS[person.language].ended })).toBeVisible()
  }
  const json = JSON.parse(await download(amina, 'JSON')) as { items: { text: string }[] }
  expect(json.items.map(({ text }) => text).toSorted()).toEqual(ALL)

  const csv = Papa.parse<{ text: string }>(await download(amina, 'CSV'), { header: true, skipEmptyLines: true })
  expect(csv.errors).toEqual([])
  // A text that could be a formula has an apostrophe before it.
  expect(csv.data.map(({ text }) => text.replace(/^'(?==)/, '')).toSorted()).toEqual(ALL)

  const markdown = (await download(amina, 'Markdown')).replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '')
  for (const idea of ALL) expect(markdown.split(idea), idea).toHaveLength(2)
})
