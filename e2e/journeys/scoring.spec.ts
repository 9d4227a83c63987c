import type { Locator } from '@playwright/test'
import { joinByLink } from '../acts.ts'
import { type Person, expect, test } from '../people.ts'
import { type ProgramSeat, ask, createSession, give, newId, takeSeat, viewOf } from '../program.ts'

/** What only this journey looks for, in the words of each language. */
const SAYS = {
  en: { dotFor: 'A dot for: ', cast: 'Cast my ballot', voted: 'Your ballot is cast.', next: 'Next idea' },
  ru: { dotFor: 'Точка за: ', cast: 'Подать голос', voted: 'Ваш голос подан.', next: 'Следующая' },
  fa: { dotFor: 'یک نقطه برای: ', cast: 'ثبت رأی من', voted: 'رأی شما ثبت شد.', next: 'ایدهٔ بعدی' },
} as const

const IDEAS = [
  'Text me when it is my turn',
  'Fill in the form at home',
  'Show the real waiting time at the door',
  'A quiet corner',
  'Chargers for every phone',
  'Plants in the hall',
  'Tea in the waiting room',
  'A map of who sits where',
] as const
const [TEXT_ME, FORM, DOOR] = IDEAS
const SHORTLIST: readonly string[] = [TEXT_ME, FORM, DOOR]

/** Values for feasible, attractive and novel. */
type Values = readonly [number, number, number]
type Judgement = Readonly<Record<string, Values>>

/** Half of the people want the form at home, half do not: it is to be talked about. */
const judged = (form: Values): Judgement => ({ [TEXT_ME]: [4, 4, 4], [FORM]: form, [DOOR]: [3, 3, 4] })
const FOR = judged([4, 5, 3])
const AGAINST = judged([4, 1, 3])
const AFTER_TALKING = judged([5, 5, 5])
const ORDER: readonly string[] = [FORM, TEXT_ME, DOOR]

const press = async ({ page }: Person, name: RegExp | string): Promise<void> =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click()

const castBy = async (person: Person): Promise<void> => press(person, SAYS[person.language].cast)

const expectVoted = ({ page, language }: Person): Promise<void> =>
  expect(page.getByText(SAYS[language].voted)).toBeVisible()

/** A button that names an idea; where the page runs the other way the name stands in marks that keep its direction to itself. */
const dotFor = ({ language }: Person, text: string): RegExp =>
  new RegExp(`^${SAYS[language].dotFor.trim()}\\P{L}*${text}\\P{L}*$`, 'u')

/** Around one device the next person has a sheet of their own as soon as the one before has cast. */
const expectTurnOf = ({ page }: Person, number: number): Promise<void> =>
  expect(page.getByRole('radio', { name: `Person ${number}`, exact: true })).toBeChecked()

const giveDots = async (person: Person): Promise<void> => {
  for (const text of SHORTLIST) await press(person, dotFor(person, text))
  await castBy(person)
}

/** The idea that lies before somebody, in the order that is their own. */
const presentIdea = async ({ page }: Person): Promise<string> =>
  (await page.locator('nav [aria-current=true] [dir=auto]').textContent()) ?? ''

const questionsOf = ({ page }: Person): Locator => page.locator('fieldset[aria-describedby$="-about"]')

const judge = async (person: Person, judgement: Judgement): Promise<void> => {
  for (let at = 0; at < SHORTLIST.length; at++) {
    const values = judgement[await presentIdea(person)]
    for (const [question, value] of (values ?? []).entries()) {
      await questionsOf(person)
        .nth(question)
        .locator('label')
        .nth(value - 1)
        .click()
    }
    if (at < SHORTLIST.length - 1) await press(person, SAYS[person.language].next)
  }
  await castBy(person)
}

const rank = async (person: Person): Promise<void> => {
  for (const text of ORDER) await person.page.getByRole('button', { name: new RegExp(`${text}$`) }).click()
  await castBy(person)
}

/** Goes by Tab alone to what is meant. */
const tabTo = async ({ page }: Person, target: Locator): Promise<void> => {
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(target)}`)
}

const pressByKey = async (person: Person, name: string | RegExp): Promise<void> => {
  const { page } = person
  await tabTo(person, page.getByRole('button', { name, exact: typeof name === 'string' }))
  await page.keyboard.press('Enter')
}

const judgeByKeys = async (person: Person, judgement: Judgement): Promise<void> => {
  const { keyboard } = person.page
  for (let at = 0; at < SHORTLIST.length; at++) {
    const values = judgement[await presentIdea(person)]
    for (const [question, value] of (values ?? []).entries()) {
      await tabTo(person, questionsOf(person).nth(question).locator('input').first())
      await keyboard.press('Space')
      for (let step = 1; step < value; step++) await keyboard.press('ArrowRight')
    }
    if (at < SHORTLIST.length - 1) await pressByKey(person, SAYS[person.language].next)
  }
  await pressByKey(person, SAYS[person.language].cast)
}

interface Poll {
  readonly work: Readonly<Record<string, { readonly data: { readonly poll: { readonly id: string } } }>>
}

/** Casts the ballot of somebody who takes part by a program. */
const castByProgram = async (seat: ProgramSeat, step: string, ballot: unknown): Promise<void> => {
  const { work } = await viewOf<Poll>(seat)
  const url = `${seat.origin}/api/sessions/${seat.session}/steps/${step}/ballot`
  const body = { poll: work[step]?.data.poll.id, ballot, cast: true }
  expect((await ask(url, { method: 'PUT', token: seat.token, body })).status).toBe(200)
}

test('Q47 ten people narrow a list, judge it, talk, judge again and put it in order, and nobody sees a vote before all do', async ({
  bring,
  server,
}) => {
  const steps = { dots: newId(), fan: newId(), again: newId(), ranking: newId() }
  const session = await createSession(server.origin, {
    title: 'The front desk',
    challenge: { text: 'How might we make waiting calmer?' },
    facilitatorName: 'Amina',
    agenda: [
      { kind: 'brainstorm', settings: { variant: 'free' } },
      { kind: 'score', id: steps.dots, settings: { scoring: 'dots' } },
      { kind: 'score', id: steps.fan, settings: { scoring: 'fan' }, prompts: 'brought' },
      { kind: 'talk' },
      { kind: 'score', id: steps.again, settings: { scoring: 'fan' }, prompts: 'brought' },
      {
        kind: 'score',
        id: steps.ranking,
        settings: { scoring: 'ranking', options: { criterion: 'Impact this quarter' } },
        prompts: 'brought',
      },
    ],
  })
  const amina = await bring({ language: 'en' })
  const leila = await bring({ language: 'fa', device: 'phone' })
  const omid = await bring({ language: 'en', device: 'phone', theme: 'dark' })
  const dana = await bring({ language: 'ru', device: 'phone' })
  const table = await bring({ language: 'en' })
  const kay = await bring({ language: 'en' })
  await amina.open(session.links.facilitator)
  await press(amina, 'Lead from this device')
  await joinByLink(leila, session.links.participant, 'لیلا')
  await joinByLink(omid, session.links.participant, 'Omid')
  await joinByLink(dana, session.links.participant, 'Дана')
  await joinByLink(table, session.links.participant, 'Kofi and Tomas')
  await joinByLink(kay, session.links.participant, 'Kay')
  const programs: ProgramSeat[] = []
  for (const name of ['Berit', 'Jonas', 'Ngozi', 'Zoë']) programs.push(await takeSeat(session, session.code, name))
  const people = [leila, omid, dana, kay]

  await give(session.facilitator, { type: 'start' })
  const ids: Record<string, string> = {}
  for (const text of IDEAS) {
    const { json } = await give(session.facilitator, { type: 'add-item', kind: 'idea', text })
    ids[text] = (json as { item: string }).item
  }
  const idOf = (text: string): string => ids[text] ?? ''
  await give(session.facilitator, { type: 'skip' })

  /** Opens the vote; the two around one device get two ballots; nobody is told more than how many voted. */
  const openVote = async (): Promise<void> => {
    await press(amina, 'Open voting')
    await press(amina, 'Who votes')
    await amina.page.getByRole('combobox', { name: 'Kofi and Tomas' }).selectOption('2')
    await press(amina, 'Close')
    await expect(amina.page.getByText('0 of 10 have voted')).toBeAttached()
  }
  const showResults = async (): Promise<void> => {
    await expect(amina.page.getByText('10 of 10 have voted')).toBeAttached()
    for (const { page } of [amina, ...people]) await expect(page.getByText('of 100')).toHaveCount(0)
    await press(amina, 'Close voting')
    await press(amina, 'Show results')
    await amina.page.getByRole('button', { name: 'Now', exact: true }).first().click()
  }
  const goOn = (): Promise<void> => press(amina, /^Next/)

  // Dots make a shortlist of three.
  await openVote()
  for (const person of [leila, omid, dana]) await giveDots(person)
  await giveDots(table)
  await expectTurnOf(table, 2)
  await giveDots(table)
  for (const text of SHORTLIST) await pressByKey(kay, dotFor(kay, text))
  await pressByKey(kay, SAYS.en.cast)
  for (const person of people) await expectVoted(person)
  for (const seat of programs) {
    await castByProgram(seat, steps.dots, Object.fromEntries(SHORTLIST.map((text) => [idOf(text), 1])))
  }
  await showResults()
  await expect(amina.page.getByText('This is a shortlist, not a decision.')).toBeVisible()
  await goOn()

  // The shortlist is judged; on one idea people are divided.
  await expect(amina.page.getByRole('checkbox', { checked: true })).toHaveCount(SHORTLIST.length)
  await openVote()
  for (const person of [leila, omid, dana]) await judge(person, FOR)
  await judge(table, FOR)
  await expectTurnOf(table, 2)
  await judge(table, FOR)
  await judgeByKeys(kay, AGAINST)
  for (const person of people) await expectVoted(person)
  const bodyOf = (judgement: Judgement) =>
    Object.fromEntries(
      Object.entries(judgement).map(([text, [feasible, attractive, novel]]) => [
        idOf(text),
        { feasible, attractive, novel },
      ]),
    )
  for (const seat of programs) await castByProgram(seat, steps.fan, bodyOf(AGAINST))
  await showResults()
  for (const { page } of [amina, kay, omid]) {
    const talk = page.getByRole('region', { name: 'Talk about this one' })
    await expect(talk.getByText(FORM)).toBeVisible()
  }
  await goOn()
  await goOn()

  // After talking they judge anew, and everybody sees what changed.
  await openVote()
  for (const person of [leila, omid, dana]) await judge(person, AFTER_TALKING)
  await judge(table, AFTER_TALKING)
  await expectTurnOf(table, 2)
  await judge(table, AFTER_TALKING)
  await judgeByKeys(kay, AFTER_TALKING)
  for (const person of people) await expectVoted(person)
  for (const seat of programs) await castByProgram(seat, steps.again, bodyOf(AFTER_TALKING))
  await showResults()
  const flow = omid.page.getByRole('region', { name: 'What changed since the vote before' })
  await expect(flow.getByRole('listitem').first()).toContainText(FORM)
  await expect(flow.getByRole('listitem').first()).toContainText(/up \d place/)
  await goOn()

  // And put in order by one criterion.
  await openVote()
  for (const person of [leila, omid, dana]) await rank(person)
  await rank(table)
  await expectTurnOf(table, 2)
  await rank(table)
  for (const text of [TEXT_ME, FORM, DOOR]) await pressByKey(kay, new RegExp(`${text}$`))
  await tabTo(kay, kay.page.getByRole('combobox', { name: `Move to position: ${FORM}` }))
  await kay.page.keyboard.press('Alt+ArrowUp')
  await pressByKey(kay, SAYS.en.cast)
  for (const person of people) await expectVoted(person)
  for (const seat of programs) {
    await castByProgram(seat, steps.ranking, { levels: ORDER.map((text) => [idOf(text)]) })
  }
  await showResults()
  await expect(kay.page.getByText(`${FORM} wins against every other idea, one to one.`)).toBeVisible()
  const [seat] = programs
  const answer = await ask(`${server.origin}/api/sessions/${seat?.session}/steps/${steps.ranking}/result`, {
    token: seat?.token ?? '',
  })
  const { result } = answer.json as {
    result: {
      order: { item: string; rank: number }[]
      turnout: { cast: number; eligible: number }
      concordance: { value: number | null }
    }
  }
  expect(result.order).toEqual(ORDER.map((text, at) => ({ item: idOf(text), rank: at + 1 })))
  expect(result.turnout).toMatchObject({ cast: 10, eligible: 10 })
})
