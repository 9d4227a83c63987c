import type { Locator } from '@playwright/test'
import { expectSaved, joinByLink, turnTo } from '../acts.ts'
import { useHands } from '../hands.ts'
import { lookAt } from '../look.ts'
import { type Language, type Person, expect, test } from '../people.ts'
import { type ProgramSeat, ask, createSession, newId, secretOf, takeSeat, viewOf } from '../program.ts'
import { WORDS } from '../words.ts'

/** What only this journey looks for, in the words of each language. */
const SAYS = {
  en: {
    show: 'Show my next table',
    here: 'I’m here',
    at: /^At this table$/,
    addThere: /^Add it at table /,
    insight: 'Insight 1',
    save: 'Save for the harvest',
    along: 'What I take along',
    keep: 'Keep it',
  },
  ru: {
    show: 'Показать следующий стол',
    here: 'Я на месте',
    at: /^За этим столом$/,
    addThere: /^Добавить за столом /,
    insight: 'Инсайт 1',
    save: 'Сохранить для сбора урожая',
    along: 'Что я уношу с собой',
    keep: 'Записать',
  },
  fa: {
    show: 'نشان دادن میز بعدی من',
    here: 'رسیدم',
    at: /^سر این میز$/,
    addThere: /^به میز .* افزوده شود$/u,
    insight: 'بینش ۱',
    save: 'ذخیره برای برداشت',
    along: 'آنچه با خود می‌برم',
    keep: 'نگه داشتن',
  },
} as const satisfies Readonly<Record<Language, unknown>>

const TOPICS = ['Arriving', 'Waiting', 'A kinder desk', 'Languages'] as const
/** Who only sits, listens and goes where the café sends them: with a page of their own, or as a program. */
const LISTENERS = ['Kai', 'Lea', 'Mia', 'Noa', 'Oda', 'Pia'] as const
const PROGRAMS = ['Sol', 'Uma'] as const

interface Place {
  readonly table: string
  readonly role: 'host' | 'traveller'
}
interface CafeData {
  readonly tables: readonly { readonly id: string; readonly name: string; readonly host?: string }[]
  readonly places: Readonly<Record<string, Place>>
}
interface View {
  readonly me: { readonly seat: string }
  readonly step?: { readonly id: string; readonly epoch: number; readonly phase: string; readonly counts: unknown }
  readonly work?: Readonly<Record<string, { readonly data: CafeData }>>
  readonly people: readonly { readonly id: string; readonly name: string }[]
}
interface Exported {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly table?: string
  readonly round?: number
}

const speech = ({ language }: Person) => SAYS[language]
const composerOf = ({ page, language }: Person): Locator =>
  page.getByRole('textbox', { name: WORDS[language].idea, exact: true })
const noteOf = ({ page }: Person, text: string): Locator => page.getByRole('article').filter({ hasText: text }).first()

/** Puts something onto the cloth of one's table, and sees it lie there. */
const write = async (person: Person, text: string): Promise<void> => {
  await composerOf(person).fill(text)
  await person.page.getByRole('button', { name: WORDS[person.language].addIdea, exact: true }).click()
  await expect(noteOf(person, text)).toBeVisible()
}

test('C111 C115 C116 C117 C121 C123 C125 C128 twelve people, four tables, three rounds: everybody moves on, and every thought is at its table at the end', async ({
  bring,
  server,
}) => {
  test.setTimeout(170_000)
  const of = await createSession(server.origin, {
    title: 'The front desk',
    facilitatorName: 'Amina',
    challenge: { text: 'How might we make the first ten minutes calmer?' },
    agenda: [{ kind: 'cafe', settings: { rounds: 3, tables: TOPICS.map((name) => ({ name })) } }],
  })
  const lead: ProgramSeat = of.facilitator
  const cafeOf = async (seat: ProgramSeat = lead): Promise<CafeData> => {
    const { step, work } = await viewOf<View>(seat)
    const data = step && work?.[step.id]?.data
    if (!data) throw new Error('no café')
    return data
  }

  // Amina leads. Twelve people have a page of their own in the end; two are programs.
  const amina = await bring()
  await amina.open(of.links.facilitator)
  await amina.page.getByRole('button', { name: 'Lead from this device' }).click()
  const listeners: Person[] = []
  for (const name of LISTENERS) {
    const listener = await bring()
    await joinByLink(listener, of.links.participant, name)
    listeners.push(listener)
  }
  for (const name of PROGRAMS) await takeSeat(of, secretOf(of.links.participant), name)
  const leila = await bring({ language: 'fa', device: 'phone' })
  const jonas = await bring({ device: 'phone' })
  const boris = await bring({ theme: 'dark' })
  const dmitri = await bring({ language: 'ru' })
  await Promise.all([
    joinByLink(leila, of.links.participant, 'لیلا'),
    joinByLink(jonas, of.links.participant, 'Jonas'),
    joinByLink(boris, of.links.participant, 'Boris'),
    joinByLink(dmitri, of.links.participant, 'Дмитрий'),
  ])
  const hands = await useHands(dmitri.page, 'russian')
  await dmitri.page.reload()
  const everyone = [leila, jonas, boris, dmitri]
  const press = (name: string | RegExp) => amina.page.getByRole('button', { name }).first().click()
  const phase = (name: string) => expect.poll(async () => (await viewOf<View>(lead)).step?.phase).toBe(name)
  const seatOf = async (name: string): Promise<string> => {
    const found = (await viewOf<View>(lead)).people.find((person) => person.name === name)
    if (!found) throw new Error(`nobody is called ${name}`)
    return found.id
  }
  const topicOf = async (name: string): Promise<string> => {
    const cafe = await cafeOf()
    const place = cafe.places[await seatOf(name)]
    return cafe.tables.find(({ id }) => id === place?.table)?.name ?? ''
  }

  // The tables are set: Jonas hosts the fourth.
  await press(/^Start:/)
  await phase('setup')
  await expect(amina.page.getByRole('radio', { name: /^4 tables of 3/ })).toBeChecked()
  await amina.page.getByRole('combobox', { name: 'Host' }).nth(3).selectOption('Jonas')
  const jonasSeat = await seatOf('Jonas')
  await expect.poll(async () => (await cafeOf()).tables[3]?.host).toBe(jonasSeat)
  await lookAt(amina, 'cafe-setup')
  await press('Welcome everyone')
  await phase('welcome')
  await expect(jonas.page.getByText('You host this table')).toBeVisible()
  await leila.page.getByRole('button', { name: SAYS.fa.here }).click()
  await lookAt(leila, 'cafe-welcome')

  // The first round: everybody writes at their own table, and nobody else reads it but Amina.
  await press('Begin the round')
  await phase('round-1')
  const written = new Map<string, { readonly topic: string; readonly round: number }>()
  const writeDown = async (person: Person, name: string, text: string, round: number): Promise<void> => {
    await write(person, text)
    written.set(text, { topic: await topicOf(name), round })
  }
  await writeDown(leila, 'لیلا', 'سلام به زبان خودشان', 1)
  await writeDown(jonas, 'Jonas', 'Signs at eye level', 1)
  await hands.tabTo(composerOf(dmitri))
  await hands.type('тихий час')
  await hands.press('Control+Enter')
  await expect(noteOf(dmitri, 'тихий час')).toBeVisible()
  written.set('тихий час', { topic: await topicOf('Дмитрий'), round: 1 })
  for (const person of [leila, jonas, dmitri]) await expectSaved(person)
  await expect(amina.page.getByRole('article').getByText('Signs at eye level')).toBeVisible()
  const first = await cafeOf()
  const firstTopic = await topicOf('Boris')
  for (const other of [leila, dmitri]) {
    const [name, text] =
      other === leila ? (['لیلا', 'سلام به زبان خودشان'] as const) : (['Дмитрий', 'тихий час'] as const)
    if ((await topicOf(name)) !== firstTopic) await expect(boris.page.getByText(text)).toHaveCount(0)
  }
  await lookAt(amina, 'cafe-round')
  await lookAt(jonas, 'cafe-table')
  // Jonas leaves three lines for those who come next.
  await jonas.page.getByRole('button', { name: 'Three lines for the next group' }).click()
  await jonas.page.getByRole('textbox', { name: 'Line 1' }).fill('Faces are read first')
  await expectSaved(jonas)

  // Boris loses the network with a thought half written; the others move on without him.
  await composerOf(boris).fill('Text me when it is my turn')
  boris.tunnel.cut()
  await press('Rotate tables')
  await phase('move-1')
  await leila.page.getByRole('button', { name: SAYS.fa.show }).click()
  await expect(leila.page.getByRole('dialog')).toBeVisible()
  await expect(leila.page.getByRole('button', { name: SAYS.fa.here })).toBeFocused()
  await lookAt(leila, 'cafe-moment')
  await leila.page.getByRole('button', { name: SAYS.fa.here }).click()
  await expect(leila.page.getByRole('dialog')).toHaveCount(0)
  await hands.tabTo(dmitri.page.getByRole('button', { name: SAYS.ru.show }))
  await hands.press('Enter')
  await expect(dmitri.page.getByRole('button', { name: SAYS.ru.here })).toBeFocused()
  await hands.press('Enter')
  await expect(dmitri.page.getByRole('dialog')).toHaveCount(0)
  const second = await cafeOf()
  for (const name of ['لیلا', 'Дмитрий', 'Boris']) {
    const seat = await seatOf(name)
    if (second.places[seat]?.role === 'host') continue
    expect(second.places[seat]?.table, `${name} moved`).not.toBe(first.places[seat]?.table)
  }

  await press('Begin the round')
  await phase('round-2')
  // Boris comes back, is at his new table, and his thought goes to the old one by a press.
  boris.tunnel.mend()
  await boris.page.getByRole('button', { name: SAYS.en.addThere }).click({ timeout: 45_000 })
  await expect(boris.page.getByRole('button', { name: SAYS.en.addThere })).toHaveCount(0)
  written.set('Text me when it is my turn', { topic: firstTopic, round: 1 })
  await writeDown(boris, 'Boris', 'A second row of chairs', 2)
  // Whoever came to Jonas reads his lines.
  const guests = Object.entries(second.places).filter(
    ([, { table, role }]) => table === second.tables[3]?.id && role === 'traveller',
  )
  for (const person of [leila, boris, dmitri]) {
    const name = person === leila ? 'لیلا' : person === boris ? 'Boris' : 'Дмитрий'
    const seat = await seatOf(name)
    const lines = person.page.getByText('Faces are read first')
    if (guests.some(([guest]) => guest === seat)) await expect(lines).toBeVisible()
    else await expect(lines).toHaveCount(0)
  }
  // Somebody comes late and sits at a table at once; a host leaves, and somebody of that table takes over.
  const ines = await bring({ language: 'ru' })
  await joinByLink(ines, of.links.participant, 'Инес')
  await expect(ines.page.getByRole('heading', { name: SAYS.ru.at })).toBeVisible()
  await writeDown(ines, 'Инес', 'Дать номер заранее', 2)
  const seats = await Promise.all(LISTENERS.map(seatOf))
  const left = second.tables.find(({ host }) => seats.some((seat) => seat === host))
  const leaver = listeners[seats.findIndex((seat) => seat === left?.host)]
  expect(leaver, 'somebody who listens hosts a table').toBeDefined()
  const reply = await leaver?.page.request.post(`/api/sessions/${lead.session}/commands`, {
    data: { commandId: newId(), type: 'leave' },
  })
  expect(reply?.status()).toBe(200)
  await expect
    .poll(async () => {
      const { tables, places } = await cafeOf()
      const host = tables.find(({ id }) => id === left?.id)?.host
      return host !== undefined && host !== left?.host && places[host]?.role === 'host'
    })
    .toBe(true)
  await expectSaved(ines)
  await expectSaved(boris)

  // A second move and a third round, in which whoever does nothing is at their table all the same.
  await press('Rotate tables')
  await phase('move-2')
  await press('Begin the round')
  await phase('round-3')
  for (const person of [...everyone, ines, ...listeners]) {
    if (person === leila || person === jonas || person === leaver) continue
    await expect(person.page.getByRole('heading', { name: speech(person).at })).toBeVisible()
  }
  await writeDown(leila, 'لیلا', 'صف دیده شود', 3)
  await turnTo(leila, 'room')
  await expect(leila.page.getByRole('list', { name: 'میزها' })).toBeVisible()
  await turnTo(jonas, 'help')

  // They gather: Jonas writes what his table brings, Leila what she takes along.
  await press('Gather at the tables')
  await phase('gather')
  await jonas.page.getByRole('button', { name: WORDS.en.write, exact: true }).click()
  await jonas.page.getByRole('textbox', { name: SAYS.en.insight }).fill('People do not want to ask twice')
  await jonas.page.getByRole('button', { name: SAYS.en.save }).click()
  await leila.page.getByRole('button', { name: WORDS.fa.write, exact: true }).click()
  await leila.page.getByRole('textbox', { name: SAYS.fa.along }).fill('گوش دادن کافی است')
  await leila.page.getByRole('button', { name: SAYS.fa.keep, exact: true }).click()
  await expectSaved(leila)
  await expect(jonas.page.getByRole('button', { name: 'Saved for the harvest' })).toBeVisible()
  await expect(amina.page.getByText('گوش دادن کافی است')).toHaveCount(0)
  await lookAt(jonas, 'cafe-gather')

  // The harvest opens all of it; Jonas’s table has the word, and everybody sees it large.
  await press(/^Harvest|^Start the harvest/)
  await press('Now')
  await phase('harvest')
  await expect(amina.page.getByText('People do not want to ask twice')).toBeVisible()
  await amina.page.getByRole('button', { name: /^Give the word: .*Languages/ }).click()
  for (const person of [dmitri, boris, ines]) {
    await expect(person.page.getByRole('heading', { level: 2, name: /Languages/ })).toBeVisible()
    await expect(person.page.getByText('People do not want to ask twice')).toBeVisible()
  }
  await lookAt(amina, 'cafe-stage')
  await lookAt(boris, 'cafe-stage-dark', 'colours')

  // Everything that was written is on the board once, of its table and its round.
  const items = await ask(`${lead.origin}/api/sessions/${lead.session}/items`, { token: lead.token })
  const found = JSON.stringify(items.json)
  const all = (Array.isArray(items.json) ? items.json : (items.json as { items: Exported[] }).items) as Exported[]
  const { tables } = await cafeOf()
  for (const [text, { topic, round }] of written) {
    const same = all.filter((item) => item.text === text)
    expect(same, `${text} in ${found.slice(0, 2_000)}`).toHaveLength(1)
    expect([text, tables.find(({ id }) => id === same[0]?.table)?.name, same[0]?.round]).toEqual([text, topic, round])
  }
  expect(all.find(({ text }) => text === 'گوش دادن کافی است')?.kind).toBe('note')
})
