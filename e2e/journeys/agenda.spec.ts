import type { Locator, Page } from '@playwright/test'
import { addIdea, expectSaved, joinByLink } from '../acts.ts'
import { type Person, expect, test } from '../people.ts'
import { createSession, secretOf, takeSeat, viewOf } from '../program.ts'

const NOTES = 'Do not tell them about the budget'
const STEPS = ['Ideas for the desk', 'We talk it over', 'Ideas for the phone'] as const
const [DESK, TALK, PHONE] = STEPS

const panelOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Agenda' })
const rowOf = (page: Page, title: string): Locator =>
  panelOf(page)
    .locator('li[data-step]')
    .filter({ has: page.getByText(title, { exact: true }) })
const titlesIn = (page: Page): Promise<string[]> =>
  panelOf(page).locator('li[data-step]').locator('[dir=auto]').allInnerTexts()
const openActs = async (page: Page, title: string): Promise<Locator> => {
  const button = page.getByRole('button', { name: `${title}: what can be done` })
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
  return rowOf(page, title)
}
const openAgenda = (page: Page): Promise<void> =>
  page.getByRole('toolbar').getByRole('button', { name: 'Agenda', exact: true }).click()

/** Takes the seat of whoever leads, by the private link. */
const lead = async (person: Person, link: string): Promise<void> => {
  await person.open(link)
  await person.page.getByRole('button', { name: 'Lead from this device' }).click()
  await expect(person.page).toHaveURL(/\/s\//)
}

test('C71 C72 C74 C76 a session of three steps is led live, and its notes stay with who leads', async ({
  bring,
  server,
}) => {
  const session = await createSession(server.origin, {
    title: 'The front desk',
    challenge: { text: 'How might waiting feel shorter?' },
    agenda: [
      {
        kind: 'brainstorm',
        title: DESK,
        question: 'What helps at the desk?',
        notes: NOTES,
        settings: { variant: 'free' },
      },
      { kind: 'talk', title: TALK, notes: NOTES },
      { kind: 'brainstorm', title: PHONE, notes: NOTES },
    ],
  })
  const amina = await bring({ language: 'en' })
  const leila = await bring({ language: 'fa', device: 'phone' })
  const { page } = amina
  await lead(amina, session.links.facilitator)
  await joinByLink(leila, session.links.participant, 'لیلا')

  await page.getByRole('button', { name: /^Start:/ }).click()
  await addIdea(leila, 'صندلی راحت')
  await expectSaved(leila)
  await expect(page.getByText(NOTES)).toBeVisible()

  // One more step, right after the live one, and moved to the end by keys.
  await openAgenda(page)
  await panelOf(page).getByRole('button', { name: 'Add a step' }).click()
  await page.getByRole('button', { name: /^Break/ }).click()
  await expect.poll(() => titlesIn(page)).toEqual([DESK, 'Break', TALK, PHONE])
  await expect(page.getByRole('button', { name: 'Break: what can be done' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => titlesIn(page)).toEqual([DESK, TALK, PHONE, 'Break'])
  const program = await takeSeat(session, secretOf(session.links.observer), 'Program')
  const agendaFor = async () =>
    (await viewOf<{ session: { agenda: { title?: string; kind: string; state: string }[] } }>(program)).session.agenda
  await expect
    .poll(async () => (await agendaFor()).map(({ title, kind }) => title ?? kind))
    .toEqual([...STEPS, 'break'])

  // Whoever adds a break is late by it.
  await expect(panelOf(page).getByText(/minutes late/)).toBeVisible()

  // Another method in the middle: read first, one press, and back again.
  await (await openActs(page, DESK)).getByRole('button', { name: 'Another method' }).click()
  const change = page.getByRole('dialog', { name: 'Another method' })
  await change.getByRole('radio', { name: 'Conversation' }).check({ force: true })
  await expect(change.getByText('1 idea', { exact: true })).toBeVisible()
  await expect(change.getByText('Nobody has anything unopened.')).toBeVisible()
  await change.getByRole('button', { name: /^Switch: / }).click()
  await expect
    .poll(async () => (await agendaFor()).map(({ kind, state }) => `${kind} ${state}`))
    .toEqual(['brainstorm skipped', 'talk live', 'talk planned', 'brainstorm planned', 'break planned'])
  await page.getByRole('toolbar').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await agendaFor())[0]?.state).toBe('live')
  expect(await agendaFor()).toHaveLength(4)
  await expect(page.getByRole('banner').getByRole('button', { name: /1\/4/ })).toBeVisible()

  // On to the conversation.
  await page.getByRole('toolbar').getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Skip the rest of this step' }).click()
  await expect.poll(async () => (await agendaFor())[1]?.state).toBe('live')

  // Somebody looks back on a phone: the session does not move.
  await leila.page.getByRole('button', { name: TALK }).click()
  await leila.page.getByRole('dialog').getByRole('link').first().click()
  await expect(leila.page).toHaveURL(/\/step\/1$/)
  await expect(leila.page.getByRole('heading', { level: 1 })).toHaveText('What helps at the desk?')
  await expect(leila.page.getByText('صندلی راحت')).toBeVisible()
  expect((await agendaFor())[1]?.state).toBe('live')
  await leila.page.getByRole('button', { name: 'بازگشت به اکنون' }).click()
  await expect(leila.page).toHaveURL(/\/s\/[^/]+$/)

  // The first step is opened once more.
  await openAgenda(page)
  const desk = await openActs(page, DESK)
  await desk
    .getByRole('button', { name: /^Reopen: .*Clustering/ })
    .or(desk.getByRole('button', { name: /^Reopen: / }).first())
    .first()
    .click()
  await expect.poll(async () => (await agendaFor())[0]?.state).toBe('live')

  // Nothing of the notes reaches anybody else: not the page, not what the server says.
  expect(await leila.page.content()).not.toContain(NOTES)
  const raw = await leila.page.request.get(`/api/sessions/${session.facilitator.session}`)
  expect(raw.status()).toBe(200)
  expect(await raw.text()).not.toContain(NOTES)
  expect(JSON.stringify(await viewOf(program))).not.toContain(NOTES)
  expect(JSON.stringify(await viewOf(session.facilitator))).toContain(NOTES)
})

test('C71 a session that is late is fitted with one press, told, and taken back', async ({ bring, server }) => {
  const session = await createSession(server.origin, {
    challenge: { text: 'How might waiting feel shorter?' },
    plannedMinutes: 15,
    agenda: [
      { kind: 'talk', title: TALK },
      { kind: 'brainstorm', title: DESK },
    ],
  })
  const { page } = await bring({ language: 'en' }).then(async (person) => {
    await lead(person, session.links.facilitator)
    return person
  })
  await page.getByRole('button', { name: /^Start:/ }).click()
  await openAgenda(page)
  await expect(panelOf(page).getByText(/minutes late/)).toBeVisible()
  await panelOf(page).getByRole('button', { name: 'Fit the rest' }).click()
  await expect(panelOf(page).getByText(/minutes became/)).toBeVisible()
  await expect(panelOf(page).getByText(/minutes late/)).toHaveCount(0)
  await panelOf(page).getByRole('button', { name: 'Undo' }).click()
  await expect(panelOf(page).getByText(/minutes late/)).toBeVisible()
})
