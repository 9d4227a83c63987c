import type { Locator } from '@playwright/test'
import { composerOf, expectSaved, joinByLink } from '../acts.ts'
import { lookAt } from '../look.ts'
import { type Language, type Person, expect, test } from '../people.ts'
import {
  type ProgramSeat,
  type ProgramSession,
  ask,
  createSession,
  give,
  secretOf,
  takeSeat,
  viewOf,
} from '../program.ts'
import { WORDS } from '../words.ts'

/** What only these journeys look for, in the words of each language. */
const SAYS = {
  en: {
    sit: /^Sit down here: /,
    getUp: 'Get up',
    done: 'I’m done',
    show: 'Show my next table',
    here: 'I’m here',
    youStay: 'You stay',
    youHost: 'You host this table',
    staysNext: 'You stay here for the next round, and host this table.',
    whoStays: 'Who stays here next',
    lines: 'Three lines for the next group',
    heard: 'What the last table heard',
  },
  ru: {
    sit: /^Сесть сюда: /,
    getUp: 'Встать из-за стола',
    done: 'Мысль закончена',
    show: 'Показать следующий стол',
    here: 'Я на месте',
    youStay: 'Вы остаётесь',
    youHost: 'Вы хозяин этого стола',
    staysNext: 'На следующий раунд вы остаётесь здесь и встречаете гостей.',
    whoStays: 'Кто останется здесь хозяином',
    lines: 'Три строки для следующих',
    heard: 'Что услышали до вас',
  },
  fa: {
    sit: /^اینجا می‌نشینم: /,
    getUp: 'برخاستن از میز',
    done: 'تمام شد',
    show: 'نشان دادن میز بعدی من',
    here: 'رسیدم',
    youStay: 'شما می‌مانید',
    youHost: 'میزبان این میز شمایید',
    staysNext: 'در دور بعد همین‌جا می‌مانید و میزبان این میز هستید.',
    whoStays: 'چه کسی پس از این اینجا می‌ماند',
    lines: 'سه خط برای گروه بعدی',
    heard: 'آنچه نفرهای پیش شنیدند',
  },
} as const satisfies Readonly<Record<Language, unknown>>

interface Place {
  readonly table: string
  readonly role: 'host' | 'traveller'
}
interface CafeData {
  readonly tables: readonly { readonly id: string; readonly name: string }[]
  readonly places: Readonly<Record<string, Place>>
}
interface View {
  readonly step?: { readonly id: string; readonly epoch: number; readonly phase: string }
  readonly work?: Readonly<Record<string, { readonly data: CafeData }>>
  readonly people: readonly { readonly id: string; readonly name: string }[]
}
interface Written {
  readonly text: string
  readonly table?: string
  readonly round?: number
}

const speech = ({ language }: Person) => SAYS[language]
const noteOf = ({ page }: Person, text: string): Locator => page.getByRole('article').filter({ hasText: text }).first()
const button = (person: Person, name: string | RegExp): Locator => person.page.getByRole('button', { name }).first()

/** Puts something onto the cloth of one's table, and sees it lie there. */
const write = async (person: Person, text: string): Promise<void> => {
  await composerOf(person).fill(text)
  await button(person, WORDS[person.language].addIdea).click()
  await expect(noteOf(person, text)).toBeVisible()
}

/** A café with a program that leads it, and what it is asked of. */
const openCafe = async (origin: string, settings: Record<string, unknown>) => {
  const of: ProgramSession = await createSession(origin, {
    title: 'The front desk',
    facilitatorName: 'Amina',
    challenge: { text: 'How might we make the first ten minutes calmer?' },
    agenda: [{ kind: 'cafe', settings }],
  })
  const lead: ProgramSeat = of.facilitator
  const look = async () => {
    const { step, work, people } = await viewOf<View>(lead)
    const data = step && work?.[step.id]?.data
    if (!data) throw new Error('no café')
    return { ...data, step, people }
  }
  return {
    of,
    lead,
    look,
    /** Presses what the bright button of who leads means, until a phase is live. */
    goTo: async (phase: string): Promise<void> => {
      for (let { step } = await look(); step.phase !== phase; { step } = await look()) {
        const reply = await give(lead, { type: 'advance', expected: { step: step.id, epoch: step.epoch } })
        expect(reply.status, reply.text).toBe(200)
      }
    },
    seatOf: async (name: string): Promise<string> =>
      (await look()).people.find((person) => person.name === name)?.id ?? `nobody is called ${name}`,
    /** The name of the table where somebody sits, and as what. */
    placeOf: async (name: string) => {
      const { tables, places, people } = await look()
      const place = places[people.find((person) => person.name === name)?.id ?? '']
      return { table: tables.find(({ id }) => id === place?.table)?.name, role: place?.role }
    },
    join: (name: string): Promise<ProgramSeat> => takeSeat(of, secretOf(of.links.participant), name),
  }
}

test('C213 C217 where seating is free everybody goes where there is room, and finds their notes where they left them', async ({
  bring,
  server,
}) => {
  const names = ['Arriving', 'Waiting', 'Languages']
  const tables = names.map((name, nth) => ({ name, ...(nth === 0 && { capacity: 2 }) }))
  const cafe = await openCafe(server.origin, { mode: 'free', rounds: 2, tables })
  const { of, lead, placeOf } = cafe
  const hosts = [await cafe.join('Kai'), await cafe.join('Lea'), await cafe.join('Mia')]
  const noa = await cafe.join('Noa')
  const leila = await bring({ language: 'fa', device: 'phone' })
  const dmitri = await bring({ language: 'ru' })
  await Promise.all([
    joinByLink(leila, of.links.participant, 'لیلا'),
    joinByLink(dmitri, of.links.participant, 'Дмитрий'),
  ])
  await give(lead, { type: 'start' })
  await cafe.goTo('welcome')
  for (const seat of hosts) await give(seat, { type: 'arrive' })
  const first = (await cafe.look()).tables[0]?.id
  expect((await give(noa, { type: 'sit', table: first })).status).toBe(200)

  // The first table is full: the other two are offered, each with its sign.
  const offers = leila.page.getByRole('button', { name: SAYS.fa.sit })
  await expect(offers).toHaveCount(2)
  await expect(leila.page.getByRole('article').locator('[data-sign]')).toHaveCount(3)
  await lookAt(leila, 'cafe-free-welcome')
  await leila.page.getByRole('button', { name: /Waiting/ }).click()
  await expect(leila.page.getByRole('heading', { name: 'Waiting' }).first()).toBeVisible()
  await cafe.goTo('round-1')
  await write(leila, 'صدای آرام')

  // Dmitri has not sat down: he sees the room, and sits down in the middle of the round.
  await dmitri.page.getByRole('button', { name: /Languages/ }).click()
  await write(dmitri, 'Две очереди вместо одной')
  await lookAt(dmitri, 'cafe-free-round')
  // Leila gets up and joins him; what she wrote is not here.
  await expectSaved(leila)
  await button(leila, SAYS.fa.getUp).click()
  await leila.page.getByRole('button', { name: /Languages/ }).click()
  await expect(composerOf(leila)).toBeVisible()
  await expect(noteOf(leila, 'Две очереди вместо одной')).toBeVisible()
  await expect(leila.page.getByText('صدای آرام')).toHaveCount(0)
  await write(leila, 'دو صف')
  await expect(noteOf(dmitri, 'دو صف')).toBeVisible()

  // In the move nobody is sent anywhere: he says that his thought is done, and goes to the second table; she stays.
  await expectSaved(leila)
  await expectSaved(dmitri)
  await cafe.goTo('move-1')
  await button(dmitri, SAYS.ru.done).click()
  await expect(dmitri.page.getByRole('dialog')).toHaveCount(0)
  await dmitri.page.getByRole('button', { name: /Waiting/ }).click()
  await expect.poll(() => placeOf('Дмитрий')).toMatchObject({ table: 'Waiting' })
  await cafe.goTo('round-2')
  await expect(noteOf(dmitri, 'صدای آرام')).toBeVisible()
  await write(dmitri, 'Слышно всем')
  expect(await placeOf('لیلا')).toMatchObject({ table: 'Languages' })

  // At the end everything is of the table and the round where it was said.
  await expectSaved(dmitri)
  await cafe.goTo('gather')
  await give(lead, { type: 'arm' })
  await cafe.goTo('harvest')
  const items = await ask(`${lead.origin}/api/sessions/${lead.session}/items`, { token: lead.token })
  const all = (Array.isArray(items.json) ? items.json : (items.json as { items: Written[] }).items) as Written[]
  const nameOf = new Map((await cafe.look()).tables.map(({ id, name }) => [id, name]))
  const found = all.map(({ text, table, round }) => `${text}: ${nameOf.get(table ?? '')}, ${round}`)
  expect(new Set(found)).toEqual(
    new Set([
      'صدای آرام: Waiting, 1',
      'Две очереди вместо одной: Languages, 1',
      'دو صف: Languages, 1',
      'Слышно всем: Waiting, 2',
    ]),
  )
  expect(found).toHaveLength(4)
})

test('C218 hosts take turns: a host names who stays, who reads so in her language, and travels like everybody', async ({
  bring,
  server,
}) => {
  const cafe = await openCafe(server.origin, {
    hosts: 'relay',
    rounds: 3,
    tables: ['Arriving', 'Waiting', 'Languages'].map((name) => ({ name })),
  })
  const { of, lead, placeOf } = cafe
  const boris = await bring({ theme: 'dark' })
  await joinByLink(boris, of.links.participant, 'Boris')
  for (const name of ['Kai', 'Lea', 'Mia', 'Noa', 'Oda', 'Pia']) await cafe.join(name)
  const leila = await bring({ language: 'fa', device: 'phone' })
  const dmitri = await bring({ language: 'ru' })
  await Promise.all([
    joinByLink(leila, of.links.participant, 'لیلا'),
    joinByLink(dmitri, of.links.participant, 'Дмитрий'),
  ])
  await give(lead, { type: 'start' })
  await cafe.goTo('welcome')
  await expect(boris.page.getByText(SAYS.en.youHost)).toBeVisible()
  const table = (await cafe.look()).places[await cafe.seatOf('Boris')]?.table
  expect((await give(lead, { type: 'move-person', seat: await cafe.seatOf('لیلا'), table })).status).toBe(200)
  await cafe.goTo('round-1')
  const menu = boris.page.getByRole('combobox', { name: SAYS.en.whoStays })
  await menu.selectOption('لیلا')
  await expect(leila.page.getByText(SAYS.fa.staysNext)).toBeVisible()
  await expect(menu).toHaveValue(await cafe.seatOf('لیلا'))
  await button(boris, SAYS.en.lines).click()
  await boris.page.getByRole('textbox', { name: 'Line 1' }).fill('Nobody reads signs')
  await expectSaved(boris)
  await lookAt(boris, 'cafe-relay-host')
  await lookAt(leila, 'cafe-relay-named')

  // Boris travels, Leila stays and hosts.
  await cafe.goTo('move-1')
  await button(boris, SAYS.en.show).click()
  await expect(boris.page.getByRole('dialog')).toBeVisible()
  await button(boris, SAYS.en.here).click()
  await button(leila, SAYS.fa.show).click()
  await expect(leila.page.getByRole('dialog')).toHaveCount(0)
  await expect(leila.page.getByText(SAYS.fa.youHost)).toBeVisible()
  expect(await placeOf('لیلا')).toEqual({ table: 'Arriving', role: 'host' })
  expect((await placeOf('Boris')).table).not.toBe('Arriving')
  await cafe.goTo('round-2')
  await expect(leila.page.getByText('Nobody reads signs')).toBeVisible()
  await expect(leila.page.getByRole('combobox', { name: SAYS.fa.whoStays })).toBeVisible()
  await expect(boris.page.getByRole('button', { name: SAYS.en.lines })).toHaveCount(0)

  // She names nobody: somebody of the table is found, and she travels too. In the last round nobody is asked.
  await cafe.goTo('round-3')
  expect((await placeOf('لیلا')).role).toBe('traveller')
  const { tables, places } = await cafe.look()
  for (const { id } of tables)
    expect(Object.values(places).filter((place) => place.table === id && place.role === 'host')).toHaveLength(1)
  for (const person of [leila, boris, dmitri])
    await expect(person.page.getByRole('combobox', { name: speech(person).whoStays })).toHaveCount(0)
})

test('C219 of two tables half of each stays: some read that they do, the others are shown the other table', async ({
  bring,
  server,
}) => {
  const cafe = await openCafe(server.origin, { rounds: 2, tables: [{ name: 'Arriving' }, { name: 'Waiting' }] })
  const { of, lead, placeOf } = cafe
  const amina = await bring()
  await amina.open(of.links.facilitator)
  await amina.page.getByRole('button', { name: 'Lead from this device' }).click()
  // Two who host, and six who travel.
  for (const name of ['Kai', 'Lea']) await cafe.join(name)
  const people: readonly (readonly [string, Person])[] = [
    ['لیلا', await bring({ language: 'fa', device: 'phone' })],
    ['Дмитрий', await bring({ language: 'ru' })],
    ['Boris', await bring({ theme: 'dark' })],
  ]
  for (const [name, person] of people) await joinByLink(person, of.links.participant, name)
  for (const name of ['Mia', 'Noa', 'Oda']) await cafe.join(name)
  await give(lead, { type: 'start' })
  await expect(amina.page.getByRole('checkbox', { name: 'Half of each table stays' })).toBeChecked()
  await cafe.goTo('round-1')
  const first = await cafe.look()
  await cafe.goTo('move-1')
  const second = await cafe.look()
  const staysHere = (seat: string): boolean => second.places[seat]?.table === first.places[seat]?.table
  // Of the three guests of each table some stay and some go, and the tables are as large as they were.
  for (const { id } of first.tables) {
    const guests = Object.keys(first.places).filter(
      (seat) => first.places[seat]?.table === id && first.places[seat].role === 'traveller',
    )
    expect(guests).toHaveLength(3)
    expect(guests.filter(staysHere).length).toBeGreaterThan(0)
    expect(guests.filter(staysHere).length).toBeLessThan(3)
    expect(Object.values(second.places).filter(({ table }) => table === id)).toHaveLength(4)
  }
  await Promise.all(
    people.map(async ([name, person]) => {
      const { table } = await placeOf(name)
      const stays = staysHere(await cafe.seatOf(name))
      await button(person, speech(person).show).click()
      const shown = person.page.getByRole('dialog')
      if (!stays) {
        await expect(shown.getByRole('heading', { name: table ?? '' })).toBeVisible()
        await shown.getByRole('button', { name: speech(person).here }).click()
      } else await expect(person.page.getByText(speech(person).youStay, { exact: true })).toBeVisible()
      await expect(shown).toHaveCount(0)
    }),
  )
  await lookAt(people[2]?.[1] as Person, 'cafe-half-move', 'colours')
  await cafe.goTo('round-2')
  await Promise.all(people.map(([name, person]) => write(person, `${name} 2`)))
})
