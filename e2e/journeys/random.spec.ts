import type { Locator } from '@playwright/test'
import { type Person, expect, test } from '../people.ts'
import { joinByLink, turnTo } from '../acts.ts'
import { createSession } from '../program.ts'
import { WORDS } from '../words.ts'

/** What only this journey looks for, in the words of each language. */
const SAYS = {
  en: { cards: 'Your cards', association: 'Your association', add: 'Add', connect: 'Connect' },
  ru: { cards: 'Ваши карточки', association: 'Ваша ассоциация', add: 'Добавить', connect: 'Связать' },
  fa: { cards: 'کارت‌های شما', association: 'تداعی شما', add: 'افزودن', connect: 'پیوند بده' },
} as const

const nowOf = ({ page }: Person): Locator => page.getByRole('button', { name: 'Now', exact: true }).first()

/** Presses the one button that goes on, and hastens what is announced. */
const goOn = async (lead: Person, name: RegExp, isReveal: boolean): Promise<void> => {
  await lead.page.getByRole('button', { name }).click()
  if (isReveal) await nowOf(lead).click()
}

/** A tag that names what led to an idea; a name stands in marks that keep its direction to itself. */
const tagged = (word: string, name = ''): RegExp => new RegExp(`^${word}: \\P{L}*${name}\\P{L}*$`, 'u')

const cardsOf = async ({ page, language }: Person): Promise<string[]> => {
  const list = page.getByRole('list', { name: SAYS[language].cards })
  await expect(list.getByRole('listitem')).toHaveCount(3)
  return list.getByRole('listitem').locator('[dir=auto]').allInnerTexts()
}

const associate = async ({ page, language }: Person, text: string): Promise<void> => {
  const field = page.getByRole('textbox', { name: SAYS[language].association })
  await field.fill(text)
  // Enter alone adds, also where nothing else is pressed.
  await field.press('Enter')
  await expect(field).toHaveValue('')
  await expect(page.getByRole('complementary').getByText(text, { exact: true })).toBeVisible()
}

test('M39 chance gives the words: a desktop, a phone and a keyboard go through random associations in three languages', async ({
  bring,
  server,
}) => {
  const session = await createSession(server.origin, {
    title: 'The front desk',
    challenge: { text: 'How might we make waiting calmer?' },
    facilitatorName: 'Amina',
    agenda: [{ kind: 'random', settings: { seed: 'journey' } }, { kind: 'brainstorm' }],
  })
  const amina = await bring({ language: 'en' })
  const leila = await bring({ language: 'fa', device: 'phone' })
  const dana = await bring({ language: 'ru' })
  const [lead, phone, keys] = [amina.page, leila.page, dana.page]
  await amina.open(session.links.facilitator)
  await lead.getByRole('button', { name: 'Lead from this device' }).click()
  await joinByLink(leila, session.links.participant, 'لیلا')
  await joinByLink(dana, session.links.participant, 'Дана')
  await lead.getByRole('button', { name: /^Start:/ }).click()

  // Each reads the same cards in their own language, and writes about them.
  const english = await cardsOf(amina)
  const russian = await cardsOf(dana)
  await turnTo(leila, 'room')
  const persian = await cardsOf(leila)
  expect(new Set([...english, ...russian, ...persian]).size).toBe(9)

  // A card is put away by one person; for nobody else anything changes.
  await phone.getByRole('list', { name: SAYS.fa.cards }).getByRole('button').first().click()
  await expect(phone.getByText(persian[0] ?? '', { exact: true })).toHaveCount(0)
  expect(await cardsOf(amina)).toEqual(english)
  await turnTo(leila, 'write')
  await associate(leila, 'راه روشن')
  await phone
    .getByRole('radio', { name: persian[1] ?? '' })
    .locator('xpath=..')
    .tap()
  await associate(leila, 'آرام آرام')

  await keys.getByRole('textbox', { name: SAYS.ru.association }).focus()
  await keys.keyboard.press('Shift+Tab')
  await keys.keyboard.press('ArrowRight')
  await expect(keys.getByRole('radio', { name: russian[1] ?? '' })).toBeChecked()
  await associate(dana, 'далеко видно')
  await expect(lead.getByText(/^3 of about/)).toBeVisible()

  // All of it opens, and things are connected: by pressing, and by keys alone.
  await goOn(amina, /^Reveal 3 ideas/, true)
  const card = lead.getByRole('region', { name: english[1] ?? '', exact: true })
  await expect(card.getByText('далеко видно')).toBeVisible()
  await expect(card.getByText('آرام آرام')).toBeVisible()
  // What came of a card that one person alone had got is about no card: nothing tells of the swap.
  await expect(lead.getByRole('region', { name: 'About no card' }).getByText('راه روشن')).toBeVisible()
  await card.getByRole('button', { name: 'далеко видно' }).click()
  await lead
    .getByRole('region', { name: english[0] ?? '', exact: true })
    .getByRole('button')
    .first()
    .click()
  await lead.getByRole('textbox', { name: 'How, in one line' }).fill('Both can be seen from the door')
  await lead.getByRole('textbox', { name: 'How, in one line' }).press('Enter')
  await expect(keys.getByText('Both can be seen from the door')).toBeVisible()

  await keys.getByRole('combobox', { name: 'Первое' }).focus()
  await keys.keyboard.press('ArrowDown')
  await keys.keyboard.press('Tab')
  await keys.keyboard.press('ArrowDown')
  await keys.keyboard.press('Tab')
  await keys.keyboard.press('ArrowRight')
  await keys.keyboard.press('Tab')
  await keys.keyboard.type('Одно стоит, другое идёт')
  await keys.keyboard.press('Enter')
  await expect(lead.getByText('Одно стоит, другое идёт')).toBeVisible()
  await expect(lead.getByText('Contrast').last()).toBeVisible()

  // Ideas say what led to them, in private first.
  await goOn(amina, /^Cross to ideas/, false)
  await phone.getByRole('combobox', { name: 'کارت یا تداعی را برگزینید' }).selectOption({ label: persian[1] ?? '' })
  await phone.getByRole('textbox', { name: WORDS.fa.idea }).fill('نوری که نوبت را نشان می‌دهد')
  await phone.getByRole('button', { name: WORDS.fa.addIdea, exact: true }).tap()
  await expect(phone.getByRole('complementary').getByText(tagged('از', persian[1]))).toBeVisible()
  await keys.getByRole('textbox', { name: WORDS.ru.idea }).fill('Чай для всех')
  await keys.getByRole('textbox', { name: WORDS.ru.idea }).press('Control+Enter')
  await expect(keys.getByText('свободная', { exact: true })).toBeVisible()
  await expect(lead.getByText('2 ideas from 2 people, still private')).toBeVisible()
  await expect(lead.getByText('Чай для всех')).toHaveCount(0)

  await goOn(amina, /^Reveal 2 ideas/, true)
  await expect(lead.getByText(tagged('from', english[1]))).toBeVisible()
  await expect(lead.getByText('free', { exact: true })).toBeVisible()
  await lead.getByRole('button', { name: 'How it goes' }).click()
  const row = lead.getByRole('dialog').getByRole('row', { name: english[1] ?? '' })
  await expect(row.getByRole('cell')).toHaveText(['2', '2', '1'])
  await lead.getByRole('button', { name: 'Close' }).click()

  // Whoever writes later finds the cards beside them, and the draw can be repeated by anybody.
  await lead.getByRole('button', { name: 'The draw' }).click()
  await expect(lead.getByRole('dialog').getByText('journey', { exact: true })).toBeVisible()
  for (const name of english) await expect(lead.getByRole('dialog').getByText(name)).toBeVisible()
  await lead.getByRole('button', { name: 'Close' }).click()
  await goOn(amina, /^Next: Brainstorming/, false)
  for (const name of russian)
    await expect(keys.getByRole('complementary').getByText(name, { exact: true })).toBeVisible()
})
