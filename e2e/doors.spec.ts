import { addComposed, addIdea, composerOf, expectSaved, joinByCode } from './acts.ts'
import { lookAt } from './look.ts'
import { type Person, expect, test } from './people.ts'
import { type ProgramSession, ask, createSession, give, takeSeat } from './program.ts'
import { WORDS } from './words.ts'

const words = WORDS.en
const TELEGRAM = 'Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Chrome/124.0.0.0 Mobile Telegram-Android/10.9'

const mustGive = async (of: ProgramSession, command: Record<string, unknown>): Promise<void> => {
  const reply = await give(of.facilitator, command)
  expect(reply.status, reply.text).toBe(200)
}

const seatOf = async ({ facilitator }: ProgramSession, wanted: string): Promise<string | undefined> => {
  const view = await ask(`${facilitator.origin}/api/sessions/${facilitator.session}`, { token: facilitator.token })
  const { people } = view.json as { people: { id: string; name: string }[] }
  return people.find(({ name }) => name === wanted)?.id
}

const lead = async (person: Person, of: ProgramSession): Promise<void> => {
  await person.open(of.links.facilitator)
  await person.page.getByRole('button', { name: 'Lead from this device' }).click()
  await expect(person.page).toHaveURL(/\/s\//)
}

const myIdea = ({ page }: Person, text: string) =>
  page.getByRole('complementary', { name: words.mySide }).getByText(text, { exact: true })

test('C49 a person on a new device is let in as who they were, by one press, and what they wrote comes along', async ({
  bring,
  server,
}) => {
  const of = await createSession(server.origin, { facilitatorName: 'Amina' })
  await mustGive(of, { type: 'start' })
  const host = await bring()
  await lead(host, of)
  const before = await bring()
  await joinByCode(before, of.code, 'Leila')
  await addIdea(before, 'Written at home')
  await expectSaved(before)
  await before.context.close()

  const again = await bring({ device: 'phone' })
  await joinByCode(again, of.code, 'Leila')
  await addIdea(again, 'Written on the phone')
  await again.page.getByRole('button', { name: words.askHost }).click()
  await host.page.getByRole('button', { name: words.samePerson }).click()
  await expectSaved(again)
  await again.page.getByRole('button', { name: words.sitAs }).click()
  await expect(myIdea(again, 'Written at home')).toBeVisible()
  await expect(myIdea(again, 'Written on the phone')).toBeVisible()
  await expect(host.page.getByText('Leila (2)')).toHaveCount(0)
})

test('C49 whoever says that they are somebody else is not asked again', async ({ bring, server }) => {
  const of = await createSession(server.origin, { facilitatorName: 'Amina' })
  await mustGive(of, { type: 'start' })
  await takeSeat(of, of.code, 'Leila')
  const person = await bring()
  await joinByCode(person, of.code, 'Leila')
  await person.page.getByRole('button', { name: 'No, I am Leila (2)' }).click()
  await expect(person.page.getByRole('button', { name: words.askHost })).toHaveCount(0)
  await person.page.reload()
  await expect(composerOf(person)).toBeVisible()
  await person.page.waitForLoadState('networkidle')
  await expect(person.page.getByRole('button', { name: words.askHost })).toHaveCount(0)
})

test('C50 whoever was removed asks to come back, and goes in with one press of the facilitator', async ({
  bring,
  server,
}) => {
  const of = await createSession(server.origin, { facilitatorName: 'Amina' })
  await mustGive(of, { type: 'start' })
  const host = await bring()
  await lead(host, of)
  const leila = await bring()
  await joinByCode(leila, of.code, 'Leila')
  await addIdea(leila, 'Still mine')
  await expectSaved(leila)
  await mustGive(of, { type: 'remove', seat: await seatOf(of, 'Leila') })
  await leila.page.getByRole('button', { name: words.askBack }).click()
  await expect(leila.page.getByRole('button', { name: words.askBack })).toBeHidden()
  await host.page.getByRole('button', { name: words.letIn, exact: true }).click()
  await expect(myIdea(leila, 'Still mine')).toBeVisible()
})

for (const hasCopy of [true, false]) {
  const where = hasCopy ? 'a copy of the draft' : 'no copy yet'
  test(`C94 what was on its way when its writer was removed is there when they come back: ${where}`, async ({
    bring,
    server,
  }) => {
    const of = await createSession(server.origin, { facilitatorName: 'Amina' })
    await mustGive(of, { type: 'start' })
    const leila = await bring()
    // The part of the page that keeps a copy on the device does not come.
    if (!hasCopy) await leila.page.route(/y-indexeddb/, () => undefined)
    await joinByCode(leila, of.code, 'Leila')
    await addIdea(leila, 'Already saved')
    await expectSaved(leila)
    const seat = await seatOf(of, 'Leila')

    leila.tunnel.stall()
    await addIdea(leila, 'On its way')
    await mustGive(of, { type: 'remove', seat })
    leila.tunnel.drop()
    await leila.page.getByRole('button', { name: words.askBack }).click()
    await expect(leila.page.getByRole('button', { name: words.askBack })).toBeHidden()
    await mustGive(of, { type: 'restore', seat })
    await expect(myIdea(leila, 'Already saved')).toBeVisible()
    if (hasCopy) return expect(myIdea(leila, 'On its way')).toBeVisible()
    await leila.page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(leila.page.getByRole('dialog').getByText('On its way')).toBeVisible()
  })
}

test('C51 from a browser inside another app the seat and an unfinished sentence move to the own one', async ({
  bring,
  server,
}) => {
  const of = await createSession(server.origin, { facilitatorName: 'Amina' })
  await mustGive(of, { type: 'start' })
  const inside = await bring({ device: 'phone', userAgent: TELEGRAM })
  await joinByCode(inside, of.code, 'Leila')
  await addIdea(inside, 'Added inside')
  await composerOf(inside).fill('Half a sent')
  await expectSaved(inside)
  await inside.page.getByRole('button', { name: words.openOutside }).click()
  const link = await inside.page.locator('input[readonly]').inputValue()
  await expect(inside.page.locator('a[href^="intent:"]')).toHaveAttribute('href', /#.+#Intent;/)

  const own = await bring({ device: 'phone' })
  await own.open(link)
  await own.page.getByRole('button', { name: words.takeSeat }).click()
  await expect(myIdea(own, 'Added inside')).toBeVisible()
  await expect(composerOf(own)).toHaveValue('Half a sent')
})

test('C52 without cookies and storage one takes part for as long as the tab is open, through a reload too', async ({
  bring,
  server,
}) => {
  const of = await createSession(server.origin, { facilitatorName: 'Amina' })
  await mustGive(of, { type: 'start' })
  const person = await bring()
  await person.context.addInitScript(() => {
    Object.defineProperty(navigator, 'cookieEnabled', { get: () => false })
    for (const drawer of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, drawer, {
        get: () => {
          throw new DOMException('refused', 'SecurityError')
        },
      })
    }
  })
  await joinByCode(person, of.code, 'Leila')
  await addIdea(person, 'Nothing is kept here')
  await expectSaved(person)
  expect(await person.context.cookies()).toEqual([])
  await person.page.reload()
  await expect(myIdea(person, 'Nothing is kept here')).toBeVisible()
  await composerOf(person).fill('After the reload')
  await addComposed(person, 'After the reload')
  const another = await person.context.newPage()
  await another.goto(person.page.url())
  await expect(another.getByText('This browser keeps no cookies')).toBeVisible()
})

test('C52 without scripts the page names browsers that work, and where the code stands', async ({ bring }) => {
  const person = await bring({ runsScript: false })
  await person.open('/j/K7QM-4TDX')
  await expect(person.page.getByRole('main')).toContainText('Roundel needs JavaScript')
  await expect(person.page.getByRole('main')).toContainText('the last part of the address')
  await person.page.screenshot({ path: 'test-results/looks/no-script.png' })
})

test('C52 a browser that cannot run the page reads which ones can, and finds its code', async ({ bring }) => {
  const person = await bring()
  await person.page.addInitScript(() => Object.defineProperty(Intl, 'Segmenter', { value: undefined }))
  await person.open('/j/k7qm-4tdx')
  await expect(person.page.getByText('K7QM-4TDX', { exact: true })).toBeVisible()
  await expect(person.page.getByText('Firefox 125').first()).toBeVisible()
  await lookAt(person, 'old-browser')
  // What the page itself says about it is what this browser would say.
  person.forgive()
})

test('C53 whoever waits for a free seat gets it without doing anything', async ({ bring, server }) => {
  const of = await createSession(server.origin, { facilitatorName: 'Amina', settings: { participants: 1 } })
  const kofi = await takeSeat(of, of.code, 'Kofi')
  const leila = await bring()
  await leila.open(`/j/${of.code}`)
  await leila.page.getByRole('textbox', { name: words.name }).fill('Leila')
  await leila.page.getByRole('button', { name: words.joinAs }).click()
  await expect(leila.page.getByRole('heading', { name: 'The only seat is taken' })).toBeVisible()
  expect((await give(kofi, { type: 'leave' })).status).toBe(200)
  await expect(leila.page).toHaveURL(/\/s\//, { timeout: 20_000 })
})
