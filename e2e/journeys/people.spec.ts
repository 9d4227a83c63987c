import type { Locator } from '@playwright/test'
import { addIdea, createByForm, expectSaved, joinByLink, turnTo } from '../acts.ts'
import { type Person, expect, test } from '../people.ts'
import { WORDS } from '../words.ts'

const TITLE = 'Q4: the front desk'

const panelOf = ({ page }: Person): Locator => page.getByRole('dialog', { name: /^People: / })

const openPeople = async (person: Person): Promise<Locator> => {
  await person.page.getByRole('toolbar').getByRole('button', { name: 'People', exact: true }).click()
  await expect(panelOf(person)).toBeVisible()
  return panelOf(person)
}

const rowOf = (panel: Locator, name: string): Locator =>
  panel.getByRole('listitem').filter({ has: panel.page().getByText(name, { exact: true }) })

/** Opens somebody's menu by key and chooses a line of it by its first letters, as one does without a mouse. */
const chooseByKeys = async (panel: Locator, name: string, entry: string): Promise<void> => {
  await rowOf(panel, name)
    .getByRole('button', { name: /^What to do about/ })
    .press('ArrowDown')
  const line = panel.getByRole(/…$|Remove/.test(entry) ? 'menuitem' : 'menuitemradio', { name: entry })
  await line.press('Enter')
  await expect(panel.getByRole('menu')).toHaveCount(0)
}

const sideOf = ({ page }: Person): Locator => page.getByRole('complementary', { name: WORDS.en.mySide })
const toolbarOf = ({ page }: Person): Locator => page.getByRole('toolbar')

test('C66 people come in, are renamed, lead, are removed, come back, become one, take over, and all of it is deleted', async ({
  bring,
}) => {
  const amina = await bring()
  const bob = await bring()
  const leila = await bring({ device: 'phone' })

  // Amina makes a session and closes the door.
  await amina.open('/')
  await amina.page.getByRole('link', { name: 'Start a session' }).click()
  const { link } = await createByForm(amina, {
    title: TITLE,
    question: 'How might waiting feel shorter?',
    name: 'Amina',
  })
  await amina.page.getByRole('link', { name: 'Open the room' }).click()
  await toolbarOf(amina).getByRole('button', { name: 'More' }).click()
  await amina.page.getByRole('radio', { name: 'Ask me first' }).click()
  await expect(amina.page.getByRole('radio', { name: 'Ask me first' })).toBeChecked()
  await amina.page.keyboard.press('Escape')

  // Two ask to join, and go in together.
  await joinByLink(bob, link, 'Bob')
  await joinByLink(leila, link, 'Leila')
  await expect(leila.page.getByRole('heading', { name: 'Asking to join' })).toBeVisible()
  const panel = await openPeople(amina)
  await panel.getByRole('button', { name: 'Let everyone in (2)' }).click()
  await expect(leila.page.getByText('You’re in')).toBeVisible()

  // Bob is renamed, helps to lead, begins, and takes part again.
  await chooseByKeys(panel, 'Bob', 'Rename…')
  await panel.getByRole('textbox', { name: 'Name' }).fill('Bob Stone')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(rowOf(panel, 'Bob Stone').getByRole('button', { name: /^What to do about/ })).toBeFocused()
  await chooseByKeys(panel, 'Bob Stone', 'Co-facilitator')
  await expect(rowOf(panel, 'Bob Stone').getByText('co-facilitator')).toBeVisible()
  await amina.page.keyboard.press('Escape')
  await toolbarOf(bob)
    .getByRole('button', { name: /^Start:/ })
    .click()
  await expect(toolbarOf(amina).getByText('Write')).toBeVisible()
  await openPeople(amina)
  await chooseByKeys(panel, 'Bob Stone', 'Participant')
  await expect(toolbarOf(bob)).toHaveCount(0)

  // Leila writes, is removed, reads so at once, asks to come back, and finds what she wrote.
  await addIdea(leila, 'A sign at the door')
  await expectSaved(leila)
  await chooseByKeys(panel, 'Leila', 'Remove')
  await expect(leila.page.getByRole('heading', { name: 'You are no longer in this session' })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Let back' })).toBeVisible()
  await leila.page.getByRole('button', { name: 'Ask to come back' }).click()
  await expect(leila.page.getByText('The facilitator has been told.')).toBeVisible()
  await expect(panel.getByText('1 person asks to come back')).toBeVisible()
  await rowOf(panel, 'Leila').getByRole('button', { name: 'Let back' }).click()
  await expect(sideOf(leila).getByText('A sign at the door')).toBeVisible()

  // On her laptop Leila becomes a second person, and then one with the first.
  const laptop = await bring()
  await joinByLink(laptop, link, 'Leila')
  await rowOf(panel, 'Leila (2)').getByRole('button', { name: 'Let in' }).click()
  await addIdea(laptop, 'Tea for everyone')
  await expectSaved(laptop)
  await chooseByKeys(panel, 'Leila', 'Same person as…')
  await panel.getByRole('radio', { name: /Leila \(2\)/ }).check()
  await panel.getByRole('button', { name: /^Make .*Leila \(2\)/ }).click()
  await expect(rowOf(panel, 'Leila (2)')).toHaveCount(0)
  for (const device of [leila, laptop]) {
    for (const idea of ['A sign at the door', 'Tea for everyone']) {
      await expect(sideOf(device).getByText(idea, { exact: true })).toBeVisible({ timeout: 20_000 })
    }
  }

  // Bob takes over and deletes everything, which he has to name.
  await chooseByKeys(panel, 'Bob Stone', 'Hand over the lead…')
  await panel.getByRole('button', { name: /^Hand the lead to/ }).click()
  await expect(rowOf(panel, 'Bob Stone').getByText('facilitator', { exact: true })).toBeVisible()
  await toolbarOf(bob).getByRole('button', { name: 'More' }).click()
  await bob.page.getByRole('button', { name: 'Delete the session…' }).click()
  const confirm = bob.page.getByRole('dialog', { name: 'Delete the session' })
  await expect(confirm.getByRole('button', { name: 'Delete for good' })).toBeDisabled()
  await confirm.getByRole('textbox').fill(TITLE)
  await confirm.getByRole('button', { name: 'Delete for good' }).click()
  for (const { page } of [amina, bob, leila, laptop]) {
    await expect(page.getByRole('heading', { name: 'This session is gone' })).toBeVisible()
  }
})

test('C70 people leave and come back, or are forgotten, by themselves', async ({ bring }) => {
  const amina = await bring()
  const leila = await bring({ device: 'phone' })
  await amina.open('/')
  await amina.page.getByRole('link', { name: 'Start a session' }).click()
  const { link } = await createByForm(amina, {
    title: TITLE,
    question: 'How might waiting feel shorter?',
    name: 'Amina',
  })
  await amina.page.getByRole('link', { name: 'Open the room' }).click()
  await joinByLink(leila, link, 'Leila')
  const panel = await openPeople(amina)

  // Leila says where she is, in the list that a phone has behind "Help".
  await turnTo(leila, 'help')
  await leila.page.getByRole('button', { name: /^People: / }).click()
  await panelOf(leila).getByRole('button', { name: 'My seat' }).click()
  await panelOf(leila).getByRole('textbox', { name: 'Department' }).fill('Nursing')
  await panelOf(leila).getByRole('textbox', { name: 'Place' }).fill('Oslo')
  await panelOf(leila).getByRole('textbox', { name: 'Place' }).press('Enter')
  await expect(panel.getByText('Nursing, Oslo')).toBeVisible()

  // She leaves, and is back with the link.
  await panelOf(leila).getByRole('button', { name: 'Leave the session' }).click()
  await expect(leila.page).toHaveURL(/\/$/)
  await expect(rowOf(panel, 'Leila')).toHaveCount(0)
  await joinByLink(leila, link, 'Leila')
  await expect(rowOf(panel, 'Leila')).toBeVisible()

  // She has herself forgotten, which she confirms by her name.
  await turnTo(leila, 'help')
  await leila.page.getByRole('button', { name: 'Remove me and my name…' }).click()
  await expect(leila.page.getByRole('button', { name: 'Remove me and my name', exact: true })).toBeDisabled()
  await leila.page.getByRole('textbox', { name: /^To confirm, type your name/ }).fill('leila')
  await leila.page.getByRole('button', { name: 'Remove me and my name', exact: true }).click()
  await expect(leila.page).toHaveURL(/\/$/)
  await expect(rowOf(panel, 'Leila')).toHaveCount(0)
  await expect(leila.page.getByText(TITLE)).toHaveCount(0)
})
