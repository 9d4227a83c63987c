import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { addIdea, composerOf, expectSaved, joinByLink, turnTo } from '../acts.ts'
import { type Hands, useHands } from '../hands.ts'
import { type Language, type Person, expect, test } from '../people.ts'
import { type ProgramSeat, createSession, give, viewOf } from '../program.ts'
import { WORDS } from '../words.ts'

/** What only this journey looks for, in the words of each language. */
const SAYS = {
  en: {
    worse: 'worse idea',
    already: /^We already do this: /,
    done: /people say: we already do this/,
    pairs: 'Worse ideas and their solutions',
    turn: /^Turn it round: /,
    yours: /^Bad idea 1 of /,
    next: /^(Next|Done with this one)$/,
    pass: 'Can’t? Pass it on',
    mere: 'Add it as it is',
    ownWords: 'In your own words',
    propose: 'Propose',
  },
  ru: {
    worse: 'вредная идея',
    already: /^Мы уже так делаем: /,
    done: /2 человека говорят: мы уже так делаем/,
    pairs: 'Вредные идеи и их решения',
    turn: /^Переверните: /,
    yours: /^Вредная идея 1 из /,
    next: /^(Дальше|С этой закончено)$/,
    pass: 'Не получается? Передайте дальше',
    mere: 'Добавить как есть',
    ownWords: 'Своими словами',
    propose: 'Предложить',
  },
  fa: {
    worse: 'ایدهٔ بدترکننده',
    already: /^همین حالا این کار را می‌کنیم: /,
    done: /نفر: همین حالا این کار را می‌کنیم/,
    pairs: 'ایده‌های بدترکننده و راه‌حل‌هایشان',
    turn: /^وارونه‌اش کنید: /,
    yours: /^ایدهٔ بد ۱ از /,
    next: /^(بعدی|این یکی تمام)$/,
    pass: 'نمی‌شود؟ بسپارید به دیگری',
    mere: 'همین‌طور افزوده شود',
    ownWords: 'به زبان خودتان',
    propose: 'پیشنهاد',
  },
} as const satisfies Readonly<Record<Language, unknown>>

const BAD = {
  amina: 'Hide the clock',
  dmitri: 'Прятать номер очереди',
  leila: 'صندلی‌ها را برداریم',
} as const
const GOOD = {
  leila: 'زمان انتظار را کنار در نشان دهیم',
  dmitri: 'Табло с номерами у входа',
  amina: 'A second row of chairs',
} as const

interface View {
  readonly step?: { readonly phase: string; readonly counts: { readonly ready: number } }
  readonly me: { readonly work?: { readonly admitted: readonly string[] } }
}

const speech = ({ language }: Person) => SAYS[language]
const pairsOf = (person: Person): Locator => person.page.getByRole('list', { name: speech(person).pairs })
const noteOf = (person: Person, text: string): Locator =>
  person.page.getByRole('region').getByRole('article').filter({ hasText: text }).first()

/** Turns round whatever this person holds, and goes on until nothing is dealt to them any more. */
const addSolution = async (person: Person, text: string): Promise<void> => {
  await composerOf(person).fill(text)
  await person.page.getByRole('button', { name: WORDS[person.language].addIdea, exact: true }).click()
  await expect(person.page.getByRole('button', { name: speech(person).next })).toBeVisible()
}

test('M80 M82 M83 M89 three people, three scripts: it is made worse, compared with today, turned round and taken home', async ({
  bring,
  server,
}) => {
  const of = await createSession(server.origin, {
    title: 'The front desk',
    facilitatorName: 'Amina',
    challenge: { text: 'How might we make waiting shorter?', translations: { ru: 'Как бы нам сократить ожидание?' } },
    agenda: [{ kind: 'reverse', settings: { negate: 2, turn: 'worsen' } }],
  })
  const lead: ProgramSeat = of.facilitator
  const phase = (name: string) => expect.poll(async () => (await viewOf<View>(lead)).step?.phase).toBe(name)

  // Amina leads at a desk, Leila has a phone, Dmitri a keyboard and nothing else.
  const amina = await bring({ language: 'en' })
  await amina.open(of.links.facilitator)
  await amina.page.getByRole('button', { name: 'Lead from this device' }).click()
  const leila = await bring({ language: 'fa', device: 'phone' })
  await joinByLink(leila, of.links.participant, 'لیلا')
  const dmitri = await bring({ language: 'ru' })
  await joinByLink(dmitri, of.links.participant, 'Дмитрий')
  const hands: Hands = await useHands(dmitri.page, 'russian')
  await dmitri.page.reload()
  const press = (name: string | RegExp) => amina.page.getByRole('button', { name }).first().click()

  // The question is turned round, each reads it in their language; Dmitri proposes other words, and Amina asks them.
  await press(/^Start:/)
  await phase('negate')
  await expect(
    amina.page.getByRole('heading', { name: 'We want to make waiting shorter. How could we make it worse?' }),
  ).toBeVisible()
  await expect(
    dmitri.page.getByRole('heading', { name: 'Мы хотим сократить ожидание. Как сделать ещё хуже?' }),
  ).toBeVisible()
  await expect(dmitri.page.getByText('вместо: Как бы нам сократить ожидание?')).toBeVisible()
  await hands.tabTo(dmitri.page.getByRole('textbox', { name: SAYS.ru.ownWords }))
  await hands.type('как удлинить очередь')
  await hands.tabTo(dmitri.page.getByRole('button', { name: SAYS.ru.propose, exact: true }))
  await hands.press('Enter')
  await press('Ask this: как удлинить очередь')
  for (const person of [amina, leila, dmitri])
    await expect(person.page.getByRole('heading', { level: 1, name: 'как удлинить очередь' })).toBeVisible()

  // They make it worse in silence.
  await press('Start making it worse')
  await phase('worsen')
  await addIdea(amina, BAD.amina)
  await turnTo(leila, 'write')
  await addIdea(leila, BAD.leila)
  await hands.tabTo(composerOf(dmitri))
  await hands.type(BAD.dmitri)
  await hands.press('Control+Enter')
  for (const person of [amina, leila, dmitri]) await expectSaved(person)
  await expect.poll(async () => (await viewOf<View>(lead)).step?.counts.ready).toBe(3)
  for (const text of Object.values(BAD).slice(1)) await expect(amina.page.getByText(text)).toHaveCount(0)

  // All of it opens, and on each stands by a word that it is a worse idea. Two say of one: we do this.
  await press('Reveal 3 ideas')
  await press('Now')
  await phase('reality')
  for (const person of [amina, leila, dmitri])
    for (const text of Object.values(BAD)) {
      await expect(noteOf(person, text)).toBeVisible()
      await expect(noteOf(person, text).getByText(speech(person).worse)).toBeVisible()
    }
  const already = (person: Person): Locator =>
    person.page.getByRole('button', { name: speech(person).already }).filter({ has: person.page.locator(':scope') })
  await leila.page.getByRole('button', { name: new RegExp(`${SAYS.fa.already.source}.*${BAD.amina}`) }).click()
  const box = dmitri.page.getByRole('button', { name: new RegExp(`${SAYS.ru.already.source}.*${BAD.amina}`) })
  await hands.tabTo(box)
  await hands.press('Space')
  await expect(box).toHaveAttribute('aria-pressed', 'true')
  await expect(already(leila).and(leila.page.locator('[aria-pressed=true]'))).toHaveCount(1)
  await expect(already(amina).and(amina.page.locator('[aria-pressed=true]'))).toHaveCount(0)

  // Each is dealt one. Leila turns hers round on the phone; Dmitri first passes on, and then only denies.
  await press('Start turning round')
  await phase('invert')
  await expect(leila.page.getByRole('heading', { name: SAYS.fa.yours })).toBeVisible()
  await addSolution(leila, GOOD.leila)
  await leila.page.getByRole('button', { name: SAYS.fa.next }).click()
  await expect(pairsOf(amina).getByText(GOOD.leila)).toBeVisible()
  await expect(pairsOf(amina).getByText(SAYS.en.done)).toBeVisible()
  await expect(dmitri.page.getByRole('heading', { name: SAYS.ru.yours })).toBeVisible()
  await hands.tabTo(dmitri.page.getByRole('button', { name: SAYS.ru.pass }))
  await hands.press('Enter')
  const own = pairsOf(dmitri).getByRole('button', { name: new RegExp(`${SAYS.ru.turn.source}.*${BAD.dmitri}`) })
  await hands.tabTo(own)
  await hands.press('Enter')
  await expect(composerOf(dmitri)).toBeFocused()
  await hands.type('не прятать номер очереди')
  await hands.press('Control+Enter')
  await expect(dmitri.page.getByRole('button', { name: SAYS.ru.mere })).toBeVisible()
  await hands.tabTo(composerOf(dmitri))
  await hands.press('Control+a')
  await hands.type(GOOD.dmitri)
  await hands.press('Control+Enter')
  await expect(dmitri.page.getByRole('button', { name: SAYS.ru.next })).toBeVisible()

  // Amina sees which have no solution yet, and turns these round: one, or two where both others had the same.
  await expect(pairsOf(amina).getByText(GOOD.dmitri)).toBeVisible()
  await amina.page.getByRole('radio', { name: /^\d without a solution$/ }).check()
  const waiting = pairsOf(amina).getByRole('button', { name: SAYS.en.turn })
  for (let left = await waiting.count(); left > 0; left--) {
    await waiting.first().click()
    await expect(composerOf(amina)).toBeFocused()
    await addSolution(amina, `${GOOD.amina} ${left}`)
    await expect(waiting).toHaveCount(left - 1)
  }
  await expect(amina.page.getByText('3 of 3 turned round')).toBeVisible()

  // Only solutions are grouped.
  await press('Start clustering')
  await phase('group')
  for (const text of Object.values(GOOD)) await expect(noteOf(amina, text)).toBeVisible()
  for (const text of Object.values(BAD))
    await expect(amina.page.getByRole('article').filter({ hasText: text })).toHaveCount(0)

  // The end: pairs, on the page and in the file.
  await press('Finish and make the report')
  for (const person of [amina, leila, dmitri]) {
    await expect(person.page.getByRole('heading', { name: WORDS[person.language].ended })).toBeVisible()
    for (const text of Object.values(BAD))
      await expect(person.page.getByRole('article').filter({ hasText: text })).toBeVisible()
  }
  const [file] = await Promise.all([
    amina.page.waitForEvent('download'),
    amina.page.getByRole('button', { name: 'Markdown', exact: true }).click(),
  ])
  const markdown = await readFile(await file.path(), 'utf8')
  expect(markdown).toContain(`- ${BAD.amina} (make-it-worse idea, already true: 2)\n  - → `)
  for (const text of Object.values(GOOD)) expect(markdown).toContain(`  - → ${text}`)
  expect((await give(lead, { type: 'advance' })).status).toBe(410)
})
