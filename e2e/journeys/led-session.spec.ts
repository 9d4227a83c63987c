import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { addIdea, composerOf, expectSaved, ideasShown, joinByLink, turnTo } from '../acts.ts'
import { bringCompany, groupItems, writeDrafts } from '../company.ts'
import { type Person, expect, test } from '../people.ts'
import { type ProgramSeat, ask, createSession, give, newId, viewOf } from '../program.ts'
import { WORDS } from '../words.ts'

const AGENDA = [
  { kind: 'brainstorm', title: 'What helps at the desk?', settings: { write: 8, build: 7, group: 0 } },
  { kind: 'break', title: 'Coffee', settings: { break: 10 } },
  { kind: 'talk', title: 'One word each', settings: { talk: 15, round: true } },
  { kind: 'group', title: 'What belongs together', settings: { group: 15 } },
  { kind: 'brainstorm', title: 'What helps on the phone?', settings: { write: 10, build: 10, group: 0 } },
] as const
const COMPANY = ['Berit', 'Jonas', 'Мария', 'حسن', 'Ngozi', 'Zoë'] as const

const AT_THE_DESK = {
  amina: 'A sign at the door that says how long it takes',
  aminaInTheTunnel: 'Tea in the waiting room ☕',
  dana: 'Тихий угол для тех, кому плохо',
  leila: 'نوبت‌دهی با پیامک',
  leilaElsewhere: 'صندلی راحت برای همراهان',
  kofi: 'Chargers for every kind of phone',
  kofiAlone: 'A map of who sits where',
  tomas: 'Música suave, no ads',
  olga: 'Ёлка в холле круглый год 🎄',
} as const
const ON_THE_PHONE = {
  amina: 'A person answers, not a menu',
  dana: 'Перезвонить самим',
  leila: 'پاسخ به زبان خودشان',
  kofi: 'Say your place in the queue',
  tomas: 'Let people choose the music',
  olga: 'Чат вместо звонка',
} as const
const UNFINISHED = 'What Zoë would rather keep for herself'

const byCompany = (where: string): readonly (readonly string[])[] =>
  COMPANY.map((name) => [`First ${where}, ${name}`, `Second ${where}, ${name}`])
const DESK_ALL: readonly string[] = [...Object.values(AT_THE_DESK), ...byCompany('at the desk').flat()].toSorted()
const PHONE_ALL: readonly string[] = [...Object.values(ON_THE_PHONE), ...byCompany('on the phone').flat()].toSorted()
const ALL = [...DESK_ALL, ...PHONE_ALL].toSorted()

/** What only this journey looks for, in the words of each language. */
const SAYS = {
  en: {
    clock: 'Keep the clock',
    kept: /Kofi.* keeps the clock/,
    pause: 'Take a break. Everything stays as it is.',
    turn: 'It is your turn',
    next: /^Next person$|^Finish the round$/,
    later: 'Later',
    over: 'Everyone has had a turn.',
  },
  ru: {
    clock: 'Следить за временем',
    kept: /За временем следит .*Kofi/,
    pause: 'Отдохните. Всё остаётся как есть.',
    turn: 'Сейчас говорите вы',
    next: /^Следующий участник$|^Завершить круг$/,
    later: 'Позже',
    over: 'Все по очереди высказались.',
  },
  fa: {
    clock: 'نگه داشتن زمان',
    kept: /Kofi.* زمان را نگه می‌دارد/,
    pause: 'کمی استراحت کنید. همه‌چیز همان‌طور می‌ماند.',
    turn: 'نوبت شماست',
    next: /^نفر بعدی$|^پایان دور$/,
    later: 'بعداً',
    over: 'نوبت همه رسیده است.',
  },
} as const

interface View {
  readonly session: { readonly agenda: readonly { readonly title?: string; readonly state: string }[] }
  readonly step?: { readonly id: string; readonly round?: { readonly waiting: readonly string[] } }
  readonly me: { readonly seat: string; readonly role: string }
}

const newsOf = ({ page, language }: Person): Locator => page.getByRole('region', { name: WORDS[language].news })
const toolbarOf = ({ page }: Person): Locator => page.getByRole('toolbar')
const panelOf = ({ page }: Person): Locator => page.getByRole('dialog', { name: /^People: / })

/** Opens the menu of somebody in Amina's list of people, and chooses a line of it. */
const choose = async (
  person: Person,
  name: string,
  role: 'menuitem' | 'menuitemradio',
  line: string,
): Promise<void> => {
  await panelOf(person)
    .getByRole('button', { name: new RegExp(`^What to do about .*${name}`) })
    .click()
  await panelOf(person).getByRole(role, { name: line }).click()
}

/** Everything that a page hears from now on, as text. */
const listenTo = ({ page }: Person): (() => string) => {
  const heard: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(Buffer.from(payload).toString('utf8'))),
  )
  return () => heard.join('\n')
}

/** All notes on a page after the end, in any order, also those that are drawn only when one scrolls to them. */
const notesOn = async ({ page }: Person): Promise<string[]> =>
  (await page.getByRole('article').locator('p').allTextContents()).toSorted()

const without = (all: readonly string[], own: readonly string[]): string[] => all.filter((text) => !own.includes(text))

test('C61 C66 C73 C75 twelve people are led through an evening, and everything that was thought of is there exactly once', async ({
  bring,
  server,
}) => {
  test.setTimeout(480_000)
  const { facilitator, links, code } = await createSession(server.origin, {
    title: 'The front desk',
    challenge: { text: 'How might waiting feel shorter?' },
    facilitatorName: 'Amina',
    agenda: AGENDA,
  })
  const { session } = facilitator
  const viewAt = async ({ page }: Person): Promise<View> =>
    (await (await page.request.get(`/api/sessions/${session}`)).json()) as View

  const amina = await bring()
  const dana = await bring({ language: 'ru', device: 'phone' })
  const leila = await bring({ language: 'fa', device: 'phone' })
  const kofi = await bring({ device: 'phone' })
  const tomas = await bring()
  const heard = new Map([amina, dana, kofi, tomas].map((person) => [person, listenTo(person)]))

  // They come. Dana will help to lead, from a phone.
  await amina.open(links.facilitator)
  await amina.page.getByRole('button', { name: 'Lead from this device' }).click()
  const company = await bringCompany(server.origin, session, code, COMPANY)
  const [berit, jonas] = company.seats as [ProgramSeat, ProgramSeat]
  await joinByLink(dana, links.participant, 'Дана')
  await joinByLink(leila, links.participant, 'لیلا')
  await joinByLink(kofi, links.participant, 'Kofi')
  await joinByLink(tomas, links.participant, 'Tomás')
  await toolbarOf(amina).getByRole('button', { name: 'People', exact: true }).click()
  await choose(amina, 'Дана', 'menuitemradio', 'Co-facilitator')
  await expect(toolbarOf(dana)).toBeVisible()
  await amina.page.keyboard.press('Escape')

  // Everyone writes, for themselves.
  await toolbarOf(amina)
    .getByRole('button', { name: /^Start:/ })
    .click()
  /** Waits until a step is the live one, and answers its id. */
  const stepOf = async (title: string): Promise<string> => {
    const read = async () => (await viewOf<View>(berit)).session.agenda.find(({ state }) => state === 'live')?.title
    await expect.poll(read).toBe(title)
    return (await viewOf<View>(berit)).step?.id ?? ''
  }
  const desk = await stepOf(AGENDA[0].title)
  const writeAll = (step: string, texts: readonly (readonly string[])[], from: number, to: number) =>
    Promise.all(company.seats.slice(from, to).map((seat, nth) => writeDrafts(seat, step, texts[from + nth] ?? [])))
  await writeAll(desk, byCompany('at the desk'), 0, 3)
  await writeDrafts(company.seats[5] as ProgramSeat, desk, [UNFINISHED], 'composing')
  await addIdea(amina, AT_THE_DESK.amina)
  await addIdea(dana, AT_THE_DESK.dana)
  await addIdea(leila, AT_THE_DESK.leila)
  await addIdea(kofi, AT_THE_DESK.kofi)
  await addIdea(tomas, AT_THE_DESK.tomas)
  for (const person of [amina, dana, leila, kofi, tomas]) await expectSaved(person)

  // Both who lead lose the network. The others are told, and go on.
  for (const person of [amina, dana]) person.tunnel.cut()
  await addIdea(amina, AT_THE_DESK.aminaInTheTunnel)
  await expectSaved(amina, 'onDevice')
  for (const person of [leila, kofi, tomas]) {
    await expect(newsOf(person).getByText(WORDS[person.language].away)).toBeVisible({ timeout: 45_000 })
  }

  // Meanwhile Olga comes late, on a phone, and reads where everyone is.
  const olga = await bring({ language: 'ru', device: 'phone' })
  await joinByLink(olga, links.participant, 'Ольга')
  await expect(
    newsOf(olga).getByText(/Сейчас шаг 1 из 5: .*What helps at the desk.*Все молча пишут идеи/),
  ).toBeVisible()
  await addIdea(olga, AT_THE_DESK.olga)
  await addIdea(kofi, AT_THE_DESK.kofiAlone)
  await writeAll(desk, byCompany('at the desk'), 3, 6)
  for (const person of [olga, kofi]) await expectSaved(person)

  // After two minutes the clock is offered to all of them. Kofi takes it; nobody else can.
  for (const person of [kofi, leila, olga, tomas]) {
    const offer = newsOf(person).getByRole('button', { name: SAYS[person.language].clock })
    await expect(offer).toBeVisible({ timeout: 150_000 })
  }
  await newsOf(kofi).getByRole('button', { name: SAYS.en.clock }).click()
  const keeper = kofi.page.getByRole('toolbar', { name: 'You keep the clock' })
  await expect(keeper).toBeVisible()
  for (const person of [leila, olga, tomas]) {
    await expect(newsOf(person).getByText(SAYS[person.language].kept)).toBeVisible()
    await expect(newsOf(person).getByRole('button', { name: SAYS[person.language].clock })).toHaveCount(0)
  }
  expect((await give(berit, { type: 'take-clock' })).status).toBe(409)
  await keeper.getByRole('button', { name: 'Set the clock' }).click()
  await kofi.page.getByRole('textbox', { name: 'Time left' }).fill('30')
  await kofi.page.getByRole('button', { name: 'Set', exact: true }).click()
  await expect(tomas.page.getByRole('timer')).toHaveText(/30:00|29:\d\d/)
  await keeper.getByRole('button', { name: 'Message to all' }).click()
  await kofi.page.getByRole('dialog').getByRole('textbox').fill('Half an hour, and she will be back')
  await kofi.page.getByRole('button', { name: 'Say it', exact: true }).click()
  await expect(newsOf(tomas).getByText('Half an hour, and she will be back')).toBeVisible()
  const removal = await kofi.page.request.post(`/api/sessions/${session}/commands`, {
    data: { type: 'remove', seat: jonas.seat, commandId: newId() },
  })
  expect(removal.status()).toBe(403)

  // Who leads is back, and so is the clock. What she wrote meanwhile arrives.
  amina.tunnel.mend()
  await expect(keeper).toHaveCount(0, { timeout: 45_000 })
  await expect(newsOf(tomas).getByText(SAYS.en.kept)).toHaveCount(0)
  await expectSaved(amina)
  dana.tunnel.mend()
  await expectSaved(dana)

  // Tomás is removed by mistake, asks once, and has what he wrote.
  await toolbarOf(amina).getByRole('button', { name: 'People', exact: true }).click()
  await choose(amina, 'Tomás', 'menuitem', 'Remove')
  await expect(tomas.page.getByRole('heading', { name: 'You are no longer in this session' })).toBeVisible()
  await tomas.page.getByRole('button', { name: WORDS.en.askBack }).click()
  await expect(panelOf(amina).getByText('1 person asks to come back')).toBeVisible()
  await amina.page.keyboard.press('Escape')
  await amina.page
    .getByRole('region', { name: '1 person asks to come back' })
    .getByRole('button', { name: WORDS.en.letIn })
    .click()
  const ownOf = ({ page, language }: Person): Locator =>
    page.getByRole('complementary', { name: WORDS[language].mySide })
  await expect(ownOf(tomas).getByText(AT_THE_DESK.tomas)).toBeVisible()

  // Leila's phone is empty. On a laptop that knows nothing of her she is let in as who she was.
  await leila.context.close()
  const laptop = await bring({ language: 'fa' })
  await joinByLink(laptop, links.participant, 'لیلا')
  await addIdea(laptop, AT_THE_DESK.leilaElsewhere)
  await expectSaved(laptop)
  await newsOf(laptop).getByRole('button', { name: WORDS.fa.askHost }).click()
  await amina.page.getByRole('button', { name: WORDS.en.samePerson }).click()
  await newsOf(laptop).getByRole('button', { name: WORDS.fa.sitAs }).click()
  for (const idea of [AT_THE_DESK.leila, AT_THE_DESK.leilaElsewhere]) {
    await expect(ownOf(laptop).getByText(idea, { exact: true })).toBeVisible({ timeout: 30_000 })
  }
  await toolbarOf(amina).getByRole('button', { name: 'People', exact: true }).click()
  await expect(amina.page.getByRole('dialog', { name: 'People: 12' })).toBeVisible()
  await amina.page.keyboard.press('Escape')

  // Until now nobody has seen anything of anybody: not on the page, not below it.
  const own = new Map<Person, readonly string[]>([
    [amina, [AT_THE_DESK.amina, AT_THE_DESK.aminaInTheTunnel]],
    [dana, [AT_THE_DESK.dana]],
    [kofi, [AT_THE_DESK.kofi, AT_THE_DESK.kofiAlone]],
    [tomas, [AT_THE_DESK.tomas]],
  ])
  for (const [person, texts] of own) {
    const [drawn, came] = [await person.page.content(), heard.get(person)?.() ?? '']
    expect(came).toContain('How might waiting feel shorter?')
    for (const secret of [...without(DESK_ALL, texts), UNFINISHED]) {
      expect(drawn).not.toContain(secret)
      expect(came).not.toContain(secret)
    }
  }

  // Dana opens the ideas from the phone, takes it back, and opens them.
  const everyone = [amina, dana, laptop, kofi, tomas, olga]
  const participantsOnPhones = [kofi, olga]
  const reveal = (count: number) => toolbarOf(dana).getByRole('button', { name: new RegExp(`^Открыть ${count} `) })
  await reveal(DESK_ALL.length).click()
  for (const person of everyone) await expect(newsOf(person).getByText(WORDS[person.language].countdown)).toBeVisible()
  await newsOf(dana).getByRole('button', { name: 'Отмена' }).click()
  for (const person of everyone) await expect(newsOf(person).getByText(WORDS[person.language].countdown)).toHaveCount(0)
  await reveal(DESK_ALL.length).click()
  await newsOf(dana).getByRole('button', { name: 'Сейчас', exact: true }).click()
  for (const person of participantsOnPhones) await turnTo(person, 'room')
  for (const person of everyone) await expect.poll(() => ideasShown(person)).toEqual(DESK_ALL)

  // A break, and then everyone speaks once. Who is not ready speaks at the end.
  await toolbarOf(amina).getByRole('button', { name: 'Next: Coffee' }).click()
  for (const person of everyone) await expect(person.page.getByText(SAYS[person.language].pause)).toBeVisible()
  await toolbarOf(dana).getByRole('button', { name: 'Дальше: One word each' }).click()
  const seatOf = new Map(
    await Promise.all(everyone.map(async (person) => [(await viewAt(person)).me.seat, person] as const)),
  )
  const waiting = async (): Promise<readonly string[]> => (await viewOf<View>(berit)).step?.round?.waiting ?? []
  await expect.poll(waiting).toHaveLength(12)
  const heardOut: string[] = []
  let passed: string | undefined
  for (let [speaking] = await waiting(); speaking; [speaking] = await waiting()) {
    const now = speaking
    const person = seatOf.get(now)
    const program = company.seats.find(({ seat }) => seat === now)
    if (program) expect((await give(program, { type: 'next-speaker', seat: now })).status).toBe(200)
    if (person) {
      const { turn, later, next } = SAYS[person.language]
      await expect(person.page.getByText(turn)).toBeVisible()
      const passes = passed === undefined
      await person.page.getByRole('button', passes ? { name: later, exact: true } : { name: next }).click()
      if (passes) passed = now
    }
    heardOut.push(now)
    await expect.poll(async () => (await waiting())[0]).not.toBe(now)
  }
  expect(new Set(heardOut).size).toBe(12)
  expect(heardOut).toHaveLength(13)
  expect(heardOut.at(-1)).toBe(passed)
  for (const person of everyone) await expect(person.page.getByText(SAYS[person.language].over)).toBeVisible()

  // Amina has to go: Dana leads from here on, and Amina helps.
  await toolbarOf(amina).getByRole('button', { name: 'People', exact: true }).click()
  await choose(amina, 'Дана', 'menuitem', 'Hand over the lead…')
  await panelOf(amina)
    .getByRole('button', { name: /^Hand the lead to/ })
    .click()
  await expect.poll(async () => (await viewAt(dana)).me.role).toBe('facilitator')
  expect((await viewAt(amina)).me.role).toBe('co-facilitator')
  await amina.page.keyboard.press('Escape')

  // They make groups, and begin anew with another question.
  await toolbarOf(dana).getByRole('button', { name: 'Дальше: What belongs together' }).click()
  await groupItems(berit, await stepOf(AGENDA[3].title), ['The room', 'The time'])
  for (const name of ['The room', 'The time']) {
    for (const person of [amina, tomas, dana]) await expect(person.page.getByRole('region', { name })).toBeVisible()
  }
  await toolbarOf(dana).getByRole('button', { name: 'Дальше: What helps on the phone?' }).click()
  for (const person of everyone) await expect(composerOf(person)).toBeVisible()
  await writeAll(await stepOf(AGENDA[4].title), byCompany('on the phone'), 0, 6)
  await addIdea(amina, ON_THE_PHONE.amina)
  await addIdea(dana, ON_THE_PHONE.dana)
  await addIdea(laptop, ON_THE_PHONE.leila)
  await addIdea(tomas, ON_THE_PHONE.tomas)
  for (const person of participantsOnPhones) await turnTo(person, 'write')
  await addIdea(kofi, ON_THE_PHONE.kofi)
  await addIdea(olga, ON_THE_PHONE.olga)
  for (const person of everyone) await expectSaved(person)
  const drawnAtKofi = await kofi.page.content()
  for (const secret of without(PHONE_ALL, [ON_THE_PHONE.kofi])) expect(drawnAtKofi).not.toContain(secret)
  await reveal(PHONE_ALL.length).click()
  await newsOf(dana).getByRole('button', { name: 'Сейчас', exact: true }).click()
  for (const person of participantsOnPhones) await turnTo(person, 'room')
  for (const person of everyone) await expect.poll(() => ideasShown(person)).toEqual(PHONE_ALL)

  // The end: everything once, on every screen, for every program, and in what is taken home.
  await toolbarOf(dana).getByRole('button', { name: 'Завершить и составить отчёт' }).click()
  for (const person of everyone) {
    const { language, page } = person
    await expect(page.getByRole('heading', { name: WORDS[language].ended })).toBeVisible()
    await expect.poll(() => notesOn(person)).toEqual(ALL)
    expect(await page.content()).not.toContain(UNFINISHED)
  }
  for (const { token } of company.seats.slice(0, 5)) {
    const { json, text } = await ask(`${server.origin}/api/sessions/${session}/items`, { token })
    expect((json as { items: { text: string }[] }).items.map((item) => item.text).toSorted()).toEqual(ALL)
    expect(text).not.toContain(UNFINISHED)
  }
  const [file] = await Promise.all([
    dana.page.waitForEvent('download'),
    dana.page.getByRole('button', { name: 'JSON', exact: true }).click(),
  ])
  const taken = await readFile(await file.path(), 'utf8')
  const { items, clusters } = JSON.parse(taken) as {
    items: { text: string; author?: string }[]
    clusters: { title: string }[]
  }
  expect(items.map((item) => item.text).toSorted()).toEqual(ALL)
  expect(items.filter((item) => item.author)).toEqual([])
  expect(clusters.map(({ title }) => title).toSorted()).toEqual(['The room', 'The time'])
  expect(taken).not.toContain(UNFINISHED)
  company.leave()
})
