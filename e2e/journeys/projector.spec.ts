import type { Page } from '@playwright/test'
import { addIdea, composerOf, createByForm, expectSaved, joinByLink } from '../acts.ts'
import { lookAt } from '../look.ts'
import { type Person, expect, test } from '../people.ts'
import { newId } from '../program.ts'

interface View {
  readonly me: { readonly seat: string }
  readonly step?: { readonly id: string; readonly epoch: number }
}

/** The session that a page stands in. */
const sessionOf = (page: Page): string => /\/s\/([^/]+)/.exec(page.url())?.[1] ?? ''

const viewOf = async (page: Page): Promise<View> =>
  (await (await page.request.get(`/api/sessions/${sessionOf(page)}`)).json()) as View

/** Gives a command as the person of a page, without a button. */
const give = async (page: Page, body: Record<string, unknown>): Promise<void> => {
  const reply = await page.request.post(`/api/sessions/${sessionOf(page)}/commands`, {
    data: { commandId: newId(), ...body },
  })
  expect(reply.status(), await reply.text()).toBe(200)
}

/** Presses what opens a second window, and hands it back with what it hears and what goes wrong in it. */
const openWall = async ({ page, context }: Person) => {
  const heard: string[] = []
  const troubles: string[] = []
  context.once('page', (opened) => {
    opened.on('pageerror', (error) => troubles.push(error.message))
    opened.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => heard.push(Buffer.from(payload).toString('latin1'))),
    )
  })
  await page.getByRole('button', { name: 'More', exact: true }).click()
  const [wall] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Open the projector' }).click(),
  ])
  await wall.setViewportSize({ width: 1280, height: 720 })
  return { wall, heard, troubles }
}

test('C80 C81 C82 C84 C85 a second window shows the room what it may see, from the lobby to the last word', async ({
  bring,
}) => {
  const amina = await bring()
  const leila = await bring({ device: 'phone' })
  const boris = await bring()
  const lead = amina.page

  await amina.open('/')
  await lead.getByRole('link', { name: 'Start a session' }).click()
  const { link, code } = await createByForm(amina, {
    title: 'Front desk',
    question: 'What calms people?',
    name: 'Amina',
  })
  await lead.getByRole('link', { name: 'Open the room' }).click()
  await expect(lead.getByRole('button', { name: /^Start:/ })).toBeVisible()

  // One press; the lobby, large.
  const { wall, heard, troubles } = await openWall(amina)
  await expect(wall).toHaveURL(/\/screen$/)
  await expect(wall.getByRole('heading', { name: 'Front desk' })).toBeVisible()
  await expect(wall.getByText(code, { exact: true })).toBeVisible()
  await joinByLink(leila, link, 'Leila')
  await joinByLink(boris, link, 'Boris')
  for (const name of ['Leila', 'Boris']) await expect(wall.getByText(name, { exact: true })).toBeVisible()
  await lookAt({ ...amina, page: wall }, 'projector-lobby')

  // While people write there is one number, and nothing of what they write or of them.
  await lead.getByRole('button', { name: /^Start:/ }).click()
  await expect(wall.getByRole('heading', { name: 'What calms people?' })).toBeVisible()
  const before = heard.length
  await addIdea(leila, 'A canary that sings')
  await composerOf(leila).fill('A canary that is only thought of')
  await expectSaved(leila)
  await expect(wall.getByText('1 idea so far')).toBeVisible()
  for (const text of ['Another canary', 'A third canary']) await addIdea(boris, text)
  await expectSaved(boris)
  await expect(wall.getByText('3 ideas so far')).toBeVisible()
  const drawn = await wall.content()
  for (const secret of ['canary', 'Leila', 'Boris']) {
    expect(drawn).not.toContain(secret)
    expect(heard.slice(before).join('\n')).not.toContain(secret)
  }
  await lookAt({ ...amina, page: wall }, 'projector-private')

  // Armed, called off, armed, and open.
  await lead.getByRole('button', { name: 'Reveal 3 ideas' }).click()
  await expect(wall.getByText('All ideas open in')).toBeVisible()
  await lead.getByRole('button', { name: 'Cancel', exact: true }).first().click()
  await expect(wall.getByText('3 ideas so far')).toBeVisible()
  await lead.getByRole('button', { name: 'Reveal 3 ideas' }).click()
  await lead.getByRole('button', { name: 'Now', exact: true }).first().click()
  await expect(wall.getByRole('article')).toHaveCount(3)
  await expect(wall.getByText('A canary that sings')).toBeVisible()
  expect(await wall.content()).not.toContain('only thought of')
  const letters = await wall
    .getByText('A canary that sings')
    .evaluate((text) => parseFloat(getComputedStyle(text).fontSize))
  expect(letters).toBeGreaterThanOrEqual(20)
  await lookAt({ ...amina, page: wall }, 'projector-open')

  // One idea alone, large.
  await lead.getByRole('button', { name: 'More', exact: true }).click()
  await lead.getByRole('button', { name: 'Put a note in the spotlight' }).click()
  await lead.getByRole('dialog').getByRole('button', { name: 'Another canary' }).click()
  await expect(wall.getByRole('region', { name: 'In the spotlight' }).getByText('Another canary')).toBeVisible()
  await expect(wall.getByRole('article')).toHaveCount(1)
  const large = await wall
    .getByText('Another canary', { exact: true })
    .evaluate((text) => parseFloat(getComputedStyle(text).fontSize))
  expect(large).toBeGreaterThan(letters)
  await lookAt({ ...amina, page: wall }, 'projector-lit')
  await lead.getByRole('button', { name: 'More', exact: true }).click()
  await lead.getByRole('button', { name: 'Put out the spotlight' }).click()
  await expect(wall.getByRole('article')).toHaveCount(3)

  // A line for everyone.
  await lead.getByRole('button', { name: 'More', exact: true }).click()
  await lead.getByRole('button', { name: 'Message to all' }).click()
  await lead.getByRole('dialog').getByRole('textbox').fill('two minutes more')
  await lead.getByRole('button', { name: 'Say it' }).click()
  const line = wall.getByRole('region', { name: 'A line for everyone' })
  await expect(line).toHaveText('two minutes more')
  await expect(line).toBeHidden()

  // A break.
  await give(lead, { type: 'insert-step', step: { kind: 'break' } })
  const { step } = await viewOf(lead)
  await give(lead, { type: 'skip', expected: { step: step?.id, epoch: step?.epoch } })
  await expect(wall.getByText('Take a break. Everything stays as it is.')).toBeVisible()
  await expect(wall.getByRole('timer')).toHaveCount(1)
  await lookAt({ ...amina, page: wall }, 'projector-break')

  // The lead in other hands: whoever still leads shows on, whoever leads no more reads so.
  const [hers, his] = [(await viewOf(leila.page)).me.seat, (await viewOf(lead)).me.seat]
  await give(lead, { type: 'hand-over', seat: hers })
  await expect(leila.page.getByRole('toolbar')).toBeVisible()
  await expect(wall.getByText('Take a break. Everything stays as it is.')).toBeVisible()
  await give(leila.page, { type: 'set-role', seat: his, role: 'participant' })
  await expect(wall.getByRole('heading', { name: 'Nothing is shown here any more' })).toBeFocused()
  await expect(wall.getByRole('timer')).toHaveCount(0)
  await lookAt({ ...amina, page: wall }, 'projector-not-leading')
  expect(troubles).toEqual([])
})

test('C86 where the network lets no websocket through the wall goes on by requests', async ({ bring, server }) => {
  expect(server.port).toBeGreaterThan(0)
  const amina = await bring({ websockets: 'refuse' })
  const leila = await bring()
  await amina.open('/new')
  const { link } = await createByForm(amina, { title: 'Front desk', question: 'What calms people?', name: 'Amina' })
  await amina.page.getByRole('link', { name: 'Open the room' }).click()
  await expect(amina.page.getByRole('button', { name: /^Start:/ })).toBeVisible()
  const { wall, troubles } = await openWall(amina)
  await joinByLink(leila, link, 'Leila')
  await expect(wall.getByText('Leila', { exact: true })).toBeVisible({ timeout: 30_000 })
  await give(amina.page, { type: 'start' })
  await addIdea(leila, 'Tea for everybody')
  await expectSaved(leila)
  await expect(wall.getByText('1 idea so far')).toBeVisible({ timeout: 30_000 })
  const { step } = await viewOf(amina.page)
  const expected = { step: step?.id, epoch: step?.epoch }
  await give(amina.page, { type: 'arm', expected })
  await give(amina.page, { type: 'advance', expected })
  await expect(wall.getByText('Tea for everybody')).toBeVisible({ timeout: 30_000 })
  expect(troubles).toEqual([])
})
