import type { Locator, Page } from '@playwright/test'
import WebSocket from 'ws'
import { joinByLink } from '../acts.ts'
import { type Person, expect, test } from '../people.ts'
import { type ProgramSeat, type ProgramSession, createSession, give, viewOf } from '../program.ts'
import type { Server } from '../server.ts'

const IDEAS = ['Tea and water', 'Чай и вода', 'یک صندلی راحت', 'A sign at the door', 'A quiet hour'] as const
const [TEA, CHAI, CHAIR, SIGN, QUIET] = IDEAS

interface View {
  readonly step: { readonly id: string; readonly epoch: number; readonly phase: string }
}

const move = async (seat: ProgramSeat, type: string): Promise<void> => {
  const { step } = await viewOf<View>(seat)
  const reply = await give(seat, { type, expected: { step: step.id, epoch: step.epoch } })
  expect(reply.status, reply.text).toBe(200)
}

/** The facilitators' sockets of a test: without one everybody would be told that they are away. */
const sockets: WebSocket[] = []
test.afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate()
})

/** A session with open ideas in the phase in which they are grouped. */
const beginGrouping = async ({ origin }: Server, names: 'shown' | 'hidden'): Promise<ProgramSession> => {
  const session = await createSession(origin, {
    challenge: { text: 'How might waiting feel shorter?' },
    agenda: [{ kind: 'brainstorm', names, settings: { variant: 'free', group: 9 } }],
  })
  const { facilitator } = session
  const live = `${origin.replace('http', 'ws')}/api/sessions/${facilitator.session}/live`
  const socket = new WebSocket(live, ['roundel.v1', `token.${facilitator.token}`])
  sockets.push(socket)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  expect((await give(facilitator, { type: 'start' })).status).toBe(200)
  for (const text of IDEAS) {
    expect((await give(facilitator, { type: 'add-item', kind: 'idea', text, lang: 'und' })).status).toBe(200)
  }
  await move(facilitator, 'advance')
  return session
}

const noteOf = (page: Page, text: string): Locator => page.getByRole('listitem').filter({ hasText: text })
const gripOf = (page: Page, text: string): Locator => noteOf(page, text).locator('> button').first()
/** The group that holds a note. */
const groupWith = (page: Page, text: string): Locator =>
  page.locator('section[data-cluster]').filter({ has: page.getByRole('listitem').filter({ hasText: text }) })
/** What stands in that group, from top to bottom. */
const textsWith = (page: Page, text: string): Promise<string[]> =>
  groupWith(page, text).getByRole('article').locator('p').allInnerTexts()

interface Point {
  readonly x: number
  readonly y: number
}

/** The middle of something that has come to rest. */
const middleOf = async (target: Locator): Promise<Point> => {
  let last = ''
  await expect
    .poll(async () => {
      const before = last
      last = JSON.stringify(await target.boundingBox())
      return before !== '' && before === last && last !== 'null'
    })
    .toBe(true)
  const { x, y, width, height } = JSON.parse(last) as Point & { readonly width: number; readonly height: number }
  return { x: x + width / 2, y: y + height / 2 }
}

/** Takes a note by its middle and holds it over a point, or over the middle of something as it lies then. */
const hold = async (page: Page, text: string, to: Point | Locator): Promise<void> => {
  const from = await middleOf(gripOf(page, text))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 2 })
  await expect(noteOf(page, text)).toHaveAttribute('data-dragging')
  const over = 'x' in to ? to : await middleOf(to)
  await page.mouse.move((from.x + over.x) / 2, (from.y + over.y) / 2, { steps: 4 })
  await page.mouse.move(over.x, over.y, { steps: 4 })
}

const drag = async (page: Page, text: string, to: Point | Locator): Promise<void> => {
  await hold(page, text, to)
  await page.mouse.up()
}

/** Comes in, reads where everyone is, puts that away, and sees the wall. */
const sit = async (person: Person, session: ProgramSession, name: string): Promise<Page> => {
  await joinByLink(person, session.links.participant, name)
  await person.page.getByRole('region', { name: 'News' }).getByRole('button', { name: 'Close' }).click()
  for (const text of IDEAS) await expect(noteOf(person.page, text)).toBeVisible()
  return person.page
}

test('C25 C26 notes are dragged onto each other, out again and between groups, and everybody sees it', async ({
  bring,
  server,
}) => {
  const session = await beginGrouping(server, 'shown')
  const leila = await sit(await bring(), session, 'Leila')
  const olga = await sit(await bring(), session, 'Olga')

  // While it is dragged the other sees who holds it, and cannot take it.
  await hold(leila, TEA, gripOf(leila, CHAI))
  await expect(noteOf(olga, TEA).getByText('Leila', { exact: true })).toBeVisible()
  await gripOf(olga, TEA).press('Space')
  await expect(olga.getByRole('alert')).toHaveText(/Leila.* holds this one now/)
  await leila.mouse.up()
  for (const page of [leila, olga]) await expect.poll(() => textsWith(page, TEA)).toEqual([CHAI, TEA])
  await expect(noteOf(olga, TEA).getByText('Leila', { exact: true })).toBeHidden()

  // Its name is asked for, and two people can type it at once.
  const naming = (page: Page) => groupWith(page, TEA).getByRole('textbox')
  await expect(naming(leila)).toBeFocused()
  await leila.keyboard.type('drinks')
  await expect(naming(olga)).toHaveValue('drinks')
  await naming(olga).press('Home')
  await olga.keyboard.type('Hot ')
  await expect(naming(leila)).toHaveValue('Hot drinks')
  await leila.keyboard.type(' for all')
  for (const page of [leila, olga]) await expect(naming(page)).toHaveValue('Hot drinks for all')

  // A second group, and a note from one into the other, at the place that is shown.
  await drag(olga, CHAIR, gripOf(olga, SIGN))
  await expect.poll(() => textsWith(leila, CHAIR)).toEqual([SIGN, CHAIR])
  await leila.keyboard.press('Escape')
  const first = await middleOf(gripOf(leila, SIGN))
  await drag(leila, TEA, { x: first.x, y: first.y - 12 })
  for (const page of [leila, olga]) await expect.poll(() => textsWith(page, SIGN)).toEqual([TEA, SIGN, CHAIR])

  // Out of its group, and back by taking it back.
  const wall = await leila.locator('[data-note]').last().locator('xpath=ancestor::div[3]').boundingBox()
  if (!wall) throw new Error('no wall')
  await drag(leila, TEA, { x: wall.x + wall.width - 160, y: wall.y + wall.height - 120 })
  for (const page of [leila, olga]) await expect(groupWith(page, TEA)).toHaveCount(0)
  await gripOf(leila, TEA).press('Control+z')
  for (const page of [leila, olga]) await expect.poll(() => textsWith(page, SIGN)).toEqual([TEA, SIGN, CHAIR])
  await leila.getByRole('button', { name: 'Do again' }).click()
  for (const page of [leila, olga]) await expect(groupWith(page, TEA)).toHaveCount(0)

  // Escape gives a drag up.
  await hold(leila, QUIET, gripOf(leila, SIGN))
  await leila.keyboard.press('Escape')
  await leila.mouse.up()
  await expect(groupWith(leila, QUIET)).toHaveCount(0)

  // A group is moved by its head, with everything in it.
  const grip = groupWith(leila, SIGN).getByRole('button', { name: /^Move the group/ })
  const from = await middleOf(grip)
  const before = await middleOf(gripOf(olga, SIGN))
  await leila.mouse.move(from.x, from.y)
  await leila.mouse.down()
  await leila.mouse.move(from.x + 40, from.y + 150, { steps: 5 })
  await leila.mouse.up()
  await expect.poll(async () => (await middleOf(gripOf(olga, SIGN))).y).toBeGreaterThan(before.y + 80)
})

test('C27 everything is moved by keys alone, and said', async ({ bring, server }) => {
  const session = await beginGrouping(server, 'hidden')
  const page = await sit(await bring(), session, 'Leila')
  const alert = page.getByRole('alert')

  await gripOf(page, TEA).focus()
  await page.keyboard.press('Space')
  await expect(alert).toHaveText(/Picked up/)
  await page.keyboard.press('ArrowRight')
  await expect(alert).toHaveText(/new group/)
  await page.keyboard.press('Space')
  await expect(groupWith(page, TEA)).toHaveCount(1)
  const name = groupWith(page, TEA).getByRole('textbox')
  await expect(name).toBeFocused()
  await page.keyboard.type('At the door')

  await gripOf(page, CHAI).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowLeft')
  await expect(alert).toHaveText(/At the door.*position 1 of 2/)
  await page.keyboard.press('ArrowDown')
  await expect(alert).toHaveText(/At the door.*position 2 of 2/)
  await page.keyboard.press('Space')
  await expect(alert).toHaveText(/Dropped/)
  await expect.poll(() => textsWith(page, TEA)).toEqual([TEA, CHAI])
  await expect(gripOf(page, CHAI)).toBeFocused()

  // Along the group, and to the list of groups by a letter, whatever the layout of the keyboard.
  await page.keyboard.press('ArrowUp')
  await expect(gripOf(page, TEA)).toBeFocused()
  await page.keyboard.press('m')
  await expect(noteOf(page, TEA).getByRole('combobox')).toBeFocused()
  await noteOf(page, TEA).getByRole('combobox').selectOption({ label: 'Not grouped yet' })
  await expect.poll(() => textsWith(page, CHAI)).toEqual([CHAI])
  await expect(gripOf(page, TEA)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(() => textsWith(page, CHAI)).toEqual([TEA, CHAI])

  await gripOf(page, CHAI).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Escape')
  await expect(alert).toHaveText(/Cancelled/)
  await expect.poll(() => textsWith(page, CHAI)).toEqual([TEA, CHAI])

  // A locked board is not moved.
  expect((await give(session.facilitator, { type: 'lock', locked: true })).status).toBe(200)
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await gripOf(page, CHAI).focus()
  await page.keyboard.press('Space')
  await expect(alert).toHaveText(/cannot be moved now/)
})

test('C44 C46 two notes that say the same are merged, coloured, and come apart again, and everybody sees it', async ({
  bring,
  server,
}) => {
  const session = await beginGrouping(server, 'hidden')
  const leila = await sit(await bring(), session, 'Leila')
  const phone = await bring({ device: 'phone' })
  await joinByLink(phone, session.links.participant, 'Olga')
  const olga = phone.page.getByRole('region', { name: 'Everyone’s ideas' })
  await expect(olga.getByText(TEA, { exact: true })).toBeVisible()
  await expect(olga.getByRole('button', { name: 'Merge with…' })).toBeVisible()

  await gripOf(leila, TEA).focus()
  await leila.keyboard.press('Shift+M')
  await leila.getByRole('dialog').getByRole('button', { name: CHAI, exact: true }).click()
  await expect(gripOf(leila, CHAI)).toBeFocused()
  for (const page of [leila, olga]) {
    await expect(page.getByText('+1 same').last()).toBeVisible()
    await page.getByText('+1 same').last().click()
    await expect(page.getByText(TEA, { exact: true })).toBeVisible()
  }

  await gripOf(leila, SIGN).focus()
  await leila.keyboard.press('c')
  await leila.getByRole('radio', { name: 'Mint' }).check({ force: true })
  await leila.getByRole('button', { name: 'What the colours mean' }).last().click()
  await leila.getByRole('textbox', { name: /Meaning of .*Mint/ }).fill('Costs nothing')
  await leila.keyboard.press('Enter')
  await expect(olga.getByText('Costs nothing')).toBeVisible()
  await leila.getByRole('button', { name: 'Close' }).click()

  // The latest first: the name of the colour, the colour, the merge.
  for (let press = 0; press < 3; press++) await leila.getByRole('button', { name: 'Undo' }).click()
  await expect(olga.getByText('Costs nothing')).toHaveCount(0)
  for (const page of [leila, olga]) await expect(page.getByText('+1 same')).toHaveCount(0)
  await expect(noteOf(leila, TEA)).toBeVisible()
})

test('C45 C48 people see where others point where names are shown, and a note that is taken away is let go', async ({
  bring,
  server,
}) => {
  const session = await beginGrouping(server, 'shown')
  const leila = await sit(await bring(), session, 'Leila')
  const olga = await sit(await bring(), session, 'Olga')
  const pointer = olga.locator('[aria-hidden="true"]').getByText('Leila', { exact: true })

  const at = await middleOf(gripOf(leila, SIGN))
  await leila.mouse.move(at.x, at.y)
  await leila.mouse.move(at.x + 5, at.y + 5)
  await expect(pointer).toBeVisible()
  await leila.mouse.move(5, 5)
  await expect(pointer).toHaveCount(0)

  // Held by Leila; moved by a command of the list, as somebody does who was away when she took it.
  await hold(leila, QUIET, { x: at.x + 120, y: at.y + 260 })
  await noteOf(olga, TEA).getByRole('combobox').selectOption({ label: 'New group' })
  await expect(groupWith(leila, TEA)).toHaveCount(1)
  await expect(noteOf(leila, QUIET)).toHaveAttribute('data-dragging')
  const item = (await noteOf(leila, QUIET).getAttribute('data-note')) ?? ''
  expect((await give(session.facilitator, { type: 'hide', item })).status).toBe(200)
  await expect(leila.getByRole('alert')).toHaveText(/Somebody else moved/)
  await leila.mouse.up()
  expect((await give(session.facilitator, { type: 'unhide', item })).status).toBe(200)
  await expect(noteOf(leila, QUIET)).toBeVisible()
  await expect(groupWith(leila, QUIET)).toHaveCount(0)
})

test('C26 the wall scrolls under a note that is held near its edge, and the note goes where it is then', async ({
  bring,
  server,
}) => {
  const session = await beginGrouping(server, 'hidden')
  const page = await sit(await bring(), session, 'Leila')
  await page.getByRole('button', { name: 'Size 100 %' }).click()
  const scroller = page.locator('[data-note]').first().locator('xpath=ancestor::div[3]')
  const frame = await scroller.boundingBox()
  if (!frame) throw new Error('no wall')
  await hold(page, SIGN, { x: frame.x + frame.width / 2, y: frame.y + frame.height - 8 })
  await expect.poll(() => scroller.evaluate((wall) => wall.scrollTop)).toBeGreaterThan(600)
  await page.mouse.up()
  await expect
    .poll(() => noteOf(page, SIGN).evaluate((note) => (note as HTMLElement).style.transform))
    .toMatch(/px, \d{4}px\)/)
  // At both sizes it is the same place.
  const there = await noteOf(page, SIGN).evaluate((note) => (note as HTMLElement).style.transform)
  await page.getByRole('button', { name: 'Fit' }).click()
  expect(await noteOf(page, SIGN).evaluate((note) => (note as HTMLElement).style.transform)).toBe(there)
})

test('C26 a finger that rests picks a note up, one that moves scrolls', async ({ bring, browser, server }) => {
  test.skip(browser.browserType().name() !== 'chromium', 'touches are made by the protocol of Chromium')
  const session = await beginGrouping(server, 'hidden')
  const person = await bring({ touch: true })
  const page = await sit(person, session, 'Leila')
  const devtools = await person.context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: { readonly x: number; readonly y: number }) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] })

  // At once: it scrolls, the wall or the page around it.
  const start = await middleOf(gripOf(page, TEA))
  await touch('touchStart', start)
  for (let step = 1; step <= 6; step++) await touch('touchMove', { x: start.x, y: start.y - step * 12 })
  await touch('touchEnd')
  await expect(groupWith(page, TEA)).toHaveCount(0)
  await gripOf(page, TEA).scrollIntoViewIfNeeded()

  // What was set moving by the finger comes to rest first: trying to press waits for that.
  for (const text of [CHAI, TEA]) await gripOf(page, text).tap({ trial: true })
  const from = await middleOf(gripOf(page, TEA))
  const to = await middleOf(gripOf(page, CHAI))
  await touch('touchStart', from)
  await expect(page.locator('[data-note][data-dragging]')).toHaveCount(1)
  for (let step = 1; step <= 4; step++) {
    await touch('touchMove', { x: from.x + ((to.x - from.x) * step) / 4, y: from.y + ((to.y - from.y) * step) / 4 })
  }
  await touch('touchEnd')
  await expect.poll(() => textsWith(page, TEA)).toEqual([CHAI, TEA])
})
