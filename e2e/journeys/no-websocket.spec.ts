import type { Locator } from '@playwright/test'
import { addIdea, composerOf, createByForm, expectSaved, ideasShown, joinByCode, joinByLink, turnTo } from '../acts.ts'
import { type Person, expect, test } from '../people.ts'
import { WORDS } from '../words.ts'

const IDEAS = {
  amina: ['A sign at the door', 'Tea and water'],
  leila: ['A quiet corner', 'Chairs that can be moved'],
  dmitri: ['Очередь по SMS', 'Ёлка в холле'],
  leilaBuildsOn: 'A quiet corner with tea',
} as const
const WRITTEN: readonly string[] = [...IDEAS.amina, ...IDEAS.leila, ...IDEAS.dmitri].toSorted()
const ALL = [...WRITTEN, IDEAS.leilaBuildsOn].toSorted()

/** Watches whether the page ever says that something is on this device only. */
const watchForLoss = async ({ page, language }: Person): Promise<void> => {
  await page.addInitScript((title) => {
    const look = (): void => {
      if (document.querySelector(`[title="${title}"]`)) (globalThis as { toldOfLoss?: true }).toldOfLoss = true
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
  }, WORDS[language].onDevice)
}
const wasToldOfLoss = ({ page }: Person): Promise<boolean> => page.evaluate(() => 'toldOfLoss' in globalThis)

const noteOf = ({ page }: Person, text: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(text, { exact: true }) })
const groupWith = ({ page }: Person, text: string): Locator =>
  page.locator('section[data-cluster]').filter({ has: page.getByText(text, { exact: true }) })
const textsWith = (person: Person, text: string): Promise<string[]> =>
  groupWith(person, text).getByRole('article').locator('p').allInnerTexts()
const namingOf = (person: Person, text: string): Locator => groupWith(person, text).getByRole('textbox')

test('C31 C32 people whose networks let no websocket through take full part, and go over when one does', async ({
  bring,
  server,
}) => {
  test.setTimeout(180_000)
  const amina = await bring({ language: 'en' })
  const leila = await bring({ language: 'en', websockets: 'refuse' })
  const dmitri = await bring({ language: 'ru', device: 'phone', websockets: 'swallow' })
  const everyone = [amina, leila, dmitri]
  for (const person of [leila, dmitri]) await watchForLoss(person)

  await amina.open('/new')
  const { code, link } = await createByForm(amina, {
    title: 'Behind a firewall',
    question: 'How might waiting feel shorter?',
    name: 'Amina',
  })
  await amina.page.getByRole('link', { name: WORDS.en.openRoom }).click()
  await joinByLink(leila, link, 'Leila')
  await joinByCode(dmitri, code, 'Дмитрий')
  for (const name of ['Leila', 'Дмитрий']) await expect(amina.page.getByText(name).first()).toBeVisible()

  // They write at once, and what they write is saved though no socket opens.
  await amina.page.getByRole('button', { name: /^Start:/ }).click()
  for (const idea of IDEAS.amina) await addIdea(amina, idea)
  for (const idea of IDEAS.leila) await addIdea(leila, idea)
  for (const idea of IDEAS.dmitri) await addIdea(dmitri, idea)
  for (const person of everyone) await expectSaved(person)
  for (const person of [leila, dmitri]) {
    const { finished, finishedSaid } = WORDS[person.language]
    await person.page.getByRole('button', { name: finished, exact: true }).click()
    await expect(person.page.getByRole('button', { name: finishedSaid, exact: true })).toBeVisible()
  }
  await expect(amina.page.getByText('2 of 2 finished').first()).toBeVisible()

  // A reload costs nothing.
  await leila.page.reload()
  for (const idea of IDEAS.leila) await expect(leila.page.getByText(idea, { exact: true })).toBeVisible()

  // The reveal reaches them too, at most three seconds later.
  await turnTo(dmitri, 'room')
  await amina.page.getByRole('button', { name: `Reveal ${WRITTEN.length} ideas` }).click()
  for (const person of everyone) await expect.poll(() => ideasShown(person)).toEqual(WRITTEN)

  // Leila builds on what she reads.
  await addIdea(leila, IDEAS.leilaBuildsOn)
  for (const person of everyone) await expect.poll(() => ideasShown(person)).toEqual(ALL)

  // She groups by the list on each note, and names the group.
  await amina.page.getByRole('button', { name: 'Start clustering' }).click()
  await noteOf(leila, 'Tea and water').getByRole('combobox').selectOption({ label: 'New group' })
  await expect(groupWith(amina, 'Tea and water')).toHaveCount(1)
  await namingOf(leila, 'Tea and water').fill('Comfort')
  await expect(namingOf(amina, 'Tea and water')).toHaveValue('Comfort')
  await noteOf(leila, IDEAS.leilaBuildsOn).getByRole('combobox').selectOption({ label: 'Comfort' })
  for (const person of [amina, leila]) {
    await expect.poll(() => textsWith(person, 'Tea and water')).toEqual(['Tea and water', IDEAS.leilaBuildsOn])
  }
  await namingOf(amina, 'Tea and water').fill('Comfort while waiting')
  await expect(namingOf(leila, 'Tea and water')).toHaveValue('Comfort while waiting')

  // Nobody had a socket, and nobody was told of a loss.
  for (const person of [leila, dmitri]) {
    expect(person.tunnel.openWebsockets()).toBe(0)
    expect(await wasToldOfLoss(person)).toBe(false)
    await expectSaved(person)
  }

  // The firewall is opened in the middle of a word.
  const naming = namingOf(leila, 'Tea and water')
  await naming.press('End')
  await naming.pressSequentially(', and ', { delay: 60 })
  leila.tunnel.setWebsockets('pass')
  await leila.page.evaluate(() => dispatchEvent(new Event('online')))
  await naming.pressSequentially('something to do meanwhile', { delay: 60 })
  const named = 'Comfort while waiting, and something to do meanwhile'
  await expect.poll(() => leila.tunnel.openWebsockets()).toBe(3)
  for (const person of [amina, leila]) await expect(namingOf(person, 'Tea and water')).toHaveValue(named)
  await expectSaved(leila)
  expect(await wasToldOfLoss(leila)).toBe(false)

  // From now on she gets everything at once.
  await noteOf(leila, 'A sign at the door').getByRole('combobox').selectOption({ label: 'New group' })
  await expect(groupWith(amina, 'A sign at the door')).toHaveCount(1)

  await amina.page.getByRole('button', { name: 'Finish and make the report' }).click()
  for (const person of everyone) {
    await expect(person.page.getByRole('heading', { name: WORDS[person.language].ended })).toBeVisible()
  }
  const session = new URL(amina.page.url()).pathname.split('/').at(-1)
  const exported = await amina.page.request.get(`${server.origin}/api/sessions/${session}/export?format=json`)
  const { items } = (await exported.json()) as { items: { text: string }[] }
  expect(items.map(({ text }) => text).toSorted()).toEqual(ALL)
  await expect(composerOf(leila)).toHaveCount(0)
})
