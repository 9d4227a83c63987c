import { addIdea, createByForm, expectSaved, joinByLink, turnTo } from '../acts.ts'
import { expect, test } from '../people.ts'

test('C61 one leads and one follows on a phone: the clock, calls, lines, the light, a hand, the lock, and back', async ({
  bring,
}) => {
  const amina = await bring({ language: 'en' })
  const leila = await bring({ language: 'en', device: 'phone' })
  const lead = amina.page
  const phone = leila.page

  await amina.open('/')
  await lead.getByRole('link', { name: 'Start a session' }).click()
  const { link } = await createByForm(amina, { title: 'Front desk', question: 'What calms people?', name: 'Amina' })
  await lead.getByRole('link', { name: 'Open the room' }).click()
  await joinByLink(leila, link, 'Leila')
  await lead.getByRole('button', { name: /^Start:/ }).click()
  await expect(phone).toHaveTitle('Write · Front desk')
  await addIdea(leila, 'Tea for everybody')
  await expectSaved(leila)

  // A time is typed, in any digits; what is no time changes nothing.
  const digits = lead.getByRole('button', { name: 'Set the clock' })
  await digits.click()
  await lead.keyboard.type('soon')
  await lead.keyboard.press('Enter')
  await expect(lead.getByText(/^Write minutes/)).toBeVisible()
  await lead.getByRole('textbox', { name: 'Time left' }).fill('۸۳:۲۰')
  await lead.keyboard.press('Enter')
  await expect(digits).toBeFocused()
  for (const page of [lead, phone]) await expect(page.getByRole('timer')).toHaveText(/83:(20|1\d)/)

  // One who reads Help is called back.
  await turnTo(leila, 'help')
  await expect(phone.getByRole('heading', { name: 'Help' })).toBeVisible()
  await lead.getByRole('button', { name: 'Gather' }).click()
  await expect(phone.getByText('Amina calls everyone back.').first()).toBeVisible()
  await expect(phone.getByRole('textbox', { name: 'Your idea' })).toBeVisible()

  // A line to all, also to who comes meanwhile.
  await lead.getByRole('button', { name: 'More', exact: true }).click()
  await lead.getByRole('button', { name: 'Message to all' }).click()
  await lead.getByRole('dialog').getByRole('textbox').fill('two minutes more')
  await lead.getByRole('button', { name: 'Say it' }).click()
  const line = phone.getByRole('region', { name: 'News' }).getByText('two minutes more')
  await expect(line).toBeVisible()
  await phone.reload()
  await expect(line).toBeVisible()
  await expect(line).toBeHidden()

  // A hand and a wish for time: seen by those who lead, taken down by them.
  await turnTo(leila, 'room')
  await phone.getByRole('button', { name: 'Raise hand' }).click()
  await expect(phone.getByText('Your hand is raised.')).toBeVisible()
  await phone.getByRole('button', { name: 'I need more time' }).click()
  await expect(lead.getByRole('button', { name: /^Reveal 1 idea 1 needs more time$/ })).toBeVisible()
  await lead.getByRole('button', { name: '1 hand raised. 1 needs time.' }).click()
  await lead.getByRole('button', { name: 'Lower:' }).first().click()
  await expect(phone.getByText('Your hand is raised.')).toBeHidden()
  await expect(phone.getByRole('button', { name: 'I need more time' })).toBeVisible()

  // The lock is a word beside the question for all.
  const lock = lead.getByRole('button', { name: 'Lock the board' })
  await lock.click()
  await expect(phone.getByText('Locked', { exact: true })).toBeVisible()
  await expect(lock).toHaveAttribute('aria-pressed', 'true')
  await lock.click()
  await expect(phone.getByText('Locked', { exact: true })).toBeHidden()

  // One idea is shown to all, large, whatever they look at, until it is put out.
  await lead.getByRole('button', { name: /^Reveal 1 idea/ }).click()
  await lead.getByRole('button', { name: 'Now', exact: true }).first().click()
  await expect(phone).toHaveTitle(/^Build/)
  await lead.setViewportSize({ width: 980, height: 900 })
  await lead.getByRole('button', { name: 'Put in the spotlight: Tea for everybody' }).click()
  const light = phone.getByRole('region', { name: 'In the spotlight' })
  for (const tab of ['room', 'write'] as const) {
    await turnTo(leila, tab)
    await expect(light.getByText('Tea for everybody')).toBeVisible()
  }
  await lead.getByRole('button', { name: 'More', exact: true }).click()
  await lead.getByRole('button', { name: 'Put out the spotlight' }).click()
  await expect(light).toBeHidden()

  // A move is taken back where it was made.
  await lead.getByRole('button', { name: 'Start clustering' }).click()
  await expect(phone).not.toHaveTitle(/^Build/)
  await lead.getByRole('button', { name: 'Undo' }).click()
  await expect(phone).toHaveTitle(/^Build/)

  // Who leads goes: people hear of it, and nothing is taken from them.
  await amina.context.close()
  await expect(phone.getByText(/Amina.* lost the connection. Keep going./).first()).toBeVisible({ timeout: 30_000 })
  await addIdea(leila, 'And a quiet corner')
  await expectSaved(leila)
})
