import type { Page } from '@playwright/test'
import { startDaysAgo } from '../days-ago.ts'
import { lookAt } from '../look.ts'
import { expect, test } from '../people.ts'
import { ask, newId } from '../program.ts'

/** Gives a command as whoever sits in this browser. */
const give = (page: Page, session: string, command: Readonly<Record<string, unknown>>): Promise<unknown> =>
  page.evaluate(
    async ([path, body]) => {
      const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      if (!response.ok) throw new Error(await response.text())
      return (await response.json()) as unknown
    },
    [`/api/sessions/${session}/commands`, JSON.stringify({ commandId: newId(), ...command })] as const,
  )

/** How an action went. */
const TRIED = { state: 'done', outcome: 'better', what: '25 questions a day' } as const

/** Which action of an earlier session the live step was handed. */
const findEarlier = (page: Page, session: string): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(async (path) => {
    const response = await fetch(path)
    const { step, work } = (await response.json()) as {
      readonly step: { readonly id: string }
      readonly work: Readonly<
        Record<string, { readonly data: { readonly earlier: Readonly<Record<string, string>>[] } }>
      >
    }
    const earlier = work[step.id]?.data.earlier[0]
    return { session: earlier?.['session'] ?? '', action: earlier?.['action'] ?? '' }
  }, `/api/sessions/${session}`)

/** Makes a session by the form that is open, and answers its id. */
const make = async (page: Page, title: string): Promise<string> => {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(title)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Amina')
  await page.getByRole('textbox', { name: 'Question for the room' }).fill('How might we make the wait feel shorter?')
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/sessions') && response.ok())
  await page.getByRole('button', { name: 'Create and show the code' }).click()
  const { session } = (await (await answer).json()) as { readonly session: string }
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  return session
}

/** Brings one line along, from wherever it stands. */
const bringAlong = async (page: Page, from: string, text: string): Promise<void> => {
  await page.getByRole('button', { name: 'Bring something along' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('combobox', { name: 'From' }).selectOption({ label: from })
  await panel.getByRole('checkbox', { name: text }).check()
  await panel.getByRole('button', { name: 'Bring along' }).click()
  await expect(panel.getByText('1 line stands in the session now.').first()).toBeVisible()
  await panel.getByRole('button', { name: 'Close' }).click()
}

test('Z40 a team goes through two quarters: what it heard, decided and left open is there in the next one', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  let server = await startDaysAgo(100)
  const context = await browser.newContext({
    baseURL: server.origin,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  try {
    // A quarter ago: the team gets its workspace, and notes a talk with a client.
    await page.goto('/')
    await page.getByRole('button', { name: 'Make a workspace' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name of the team' }).fill('Front desk')
    await page.getByRole('dialog').getByRole('button', { name: 'Make the workspace' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Front desk' })).toBeFocused()
    const home = new URL(page.url()).pathname
    expect(page.url()).not.toContain('#')
    await page.getByRole('button', { name: 'Note a talk' }).click()
    await page.getByRole('textbox', { name: 'With whom' }).fill('A patient after surgery')
    await page.getByRole('textbox', { name: 'Line 1' }).fill('Nobody says how long it takes')
    await page.getByRole('button', { name: 'Save the note' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: '1 of 2–3' })).toContainText('talks with clients')

    // Its first session: what was heard stands in it, and a table of earlier ideas.
    await page.getByRole('link', { name: 'New session' }).click()
    await expect(page.getByRole('combobox', { name: 'Belongs to' })).toHaveValue(/^.{16}$/)
    const first = await make(page, 'The waiting room')
    await bringAlong(page, 'Talks and research', 'Nobody says how long it takes')
    await give(page, first, { type: 'insert-step', step: { kind: 'decide' } })
    await give(page, first, { type: 'start' })
    await page.goto(`/s/${first}`)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Bring in a table' }).click()
    await page
      .getByRole('textbox', { name: 'Rows, each on a line of its own' })
      .fill('Idea\tGroup\nA sign with the waiting time\tHall\n\tHall\nTea in the hall\tHall')
    await page.getByRole('button', { name: 'Look at it' }).click()
    await expect(page.getByRole('cell', { name: 'A sign with the waiting time' })).toBeVisible()
    await expect(page.getByText('Row 3: it has no text')).toBeVisible()
    await page.getByRole('button', { name: 'Bring in 2 rows' }).click()
    await expect(page.getByText('2 rows are on the board.')).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await give(page, first, { type: 'skip' })
    await give(page, first, { type: 'skip' })
    await give(page, first, { type: 'add-action', text: 'Print the sign', owner: { outside: 'Omid' } })
    await give(page, first, { type: 'end' })

    await page.goto(home)
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'The waiting room' }) })
      .filter({ has: page.getByRole('button', { name: /^More for/ }) })
    await expect(row).toContainText('1 person, 2 ideas')
    await expect(page.getByRole('heading', { name: 'Open actions: 1' })).toBeVisible()
    await row.getByRole('button', { name: /^More for/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Keep its agenda' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name of the agenda' }).fill('Our quarter')
    await page.getByRole('dialog').getByRole('button', { name: 'Keep its agenda' }).click()
    await expect(page.getByRole('button', { name: /^Begin from it: / })).toBeVisible()

    // The next quarter. Nothing of it is on this page but what the server kept.
    await server.kill()
    server = await startDaysAgo(0, server.port, server.folder)
    await page.goto(home)
    await expect(page.getByRole('group').filter({ hasText: 'The waiting room' })).toBeVisible()
    const action = page.getByRole('listitem').filter({ hasText: 'Print the sign' })
    await expect(action).toContainText('overdue')
    await expect(action).toContainText('Omid')

    // The second session begins from the saved agenda, with an idea of the first one.
    await page.getByRole('button', { name: /^Begin from it: / }).click()
    const second = await make(page, 'The waiting room again')
    await bringAlong(page, 'The waiting room', 'Tea in the hall')
    await give(page, second, { type: 'start' })
    await give(page, second, { type: 'skip' })
    await give(page, second, { type: 'skip' })
    // What was left open is handed to the decision, which says what came of it.
    await page.goto(`/s/${second}`)
    await expect(page.getByText('Print the sign').first()).toBeVisible()
    await give(page, second, { type: 'review-action', ...(await findEarlier(page, second)), ...TRIED })
    await give(page, second, { type: 'end' })
    await page.goto(`/s/${second}`)

    // Every idea tells where it comes from.
    await page
      .getByRole('button', { name: /^Where this comes from/ })
      .first()
      .click()
    const way = page.getByRole('dialog')
    await expect(way.getByRole('region', { name: 'Where it comes from' })).toContainText('The waiting room')
    await expect(way.getByRole('region', { name: 'What became of it' })).toContainText('No later session')

    // So do the reports of both quarters: the second where its idea came from, the first what came of its action.
    const trail = page.getByRole('list', { name: 'Where it comes from and what became of it' })
    await page.goto(`/r/${second}`)
    await expect(page.getByRole('heading', { level: 1, name: 'The waiting room again' })).toBeVisible()
    await expect(trail).toHaveText(['The waiting room'])
    await page.goto(`/r/${first}`)
    await expect(page.getByRole('heading', { level: 1, name: 'The waiting room' })).toBeVisible()
    await expect(trail.filter({ hasText: 'A talk with a client' })).toBeVisible()
    await expect(trail.filter({ hasText: 'later: The waiting room again' })).toBeVisible()
    const result = page.getByRole('listitem').filter({ hasText: 'Print the sign' })
    await expect(result).toContainText('done · result: better · said in')
    await expect(result).toContainText('25 questions a day')
    expect(troubles).toEqual([])
  } finally {
    await context.close()
    await server.stop()
  }
})

const LOOKED = [
  {
    language: 'fa',
    device: 'phone',
    theme: 'dark',
    open: 'باز کردن فضای کار',
    settings: 'تنظیمات',
    renew: 'ساختن پیوندی دیگر',
    lost: /دیگر فضای کاری را باز نمی‌کند/,
  },
  {
    language: 'en',
    device: 'desktop',
    theme: 'light',
    open: 'Open the workspace',
    settings: 'Settings',
    renew: 'Make another link',
    lost: /does not open a workspace any more/,
  },
] as const

for (const { open, settings, renew, lost, ...wish } of LOOKED) {
  test(`Z41 a link opens a workspace after a press, and one that was replaced does not: ${wish.language} ${wish.device}`, async ({
    bring,
    server,
  }) => {
    const made = await ask(`${server.origin}/api/workspaces`, { body: { title: 'Приёмная', language: wish.language } })
    const { id, link } = made.json as { readonly id: string; readonly link: string }
    const token = link.slice(link.indexOf('#') + 1)
    const lines = ['Nobody says how long it takes', 'در سالن می‌مانند']
    const contact = { type: 'note-contact', kind: 'client', who: 'Пациент', at: Date.now(), lines }
    await ask(`${server.origin}/api/workspaces/${id}/changes`, { body: contact, token })
    await ask(`${server.origin}/api/sessions`, { body: { title: 'Q4: приёмная', workspace: id }, token })

    const person = await bring(wish)
    const { page } = person
    await person.open(link)
    await page.getByRole('button', { name: open }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Приёмная' })).toBeFocused()
    // The secret is nowhere to be seen or copied by accident.
    expect(new URL(page.url()).hash).toBe('')
    await lookAt(person, `workspace-${wish.language}-${wish.theme}-${wish.device}`)
    await page.getByRole('button', { name: settings }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await lookAt(person, `workspace-settings-${wish.language}-${wish.theme}-${wish.device}`)
    // Another link: this page goes on with it, the one before opens nothing.
    await page.getByRole('button', { name: renew }).click()
    const line = page.getByRole('dialog').locator('input[readonly]')
    await expect(line).not.toHaveValue(new RegExp(token))
    const newest = (await line.inputValue()).split('#')[1] ?? ''
    const url = `${server.origin}/api/workspaces/${id}`
    expect((await ask(url, { token })).status).toBe(401)
    expect((await ask(url, { token: newest })).status).toBe(200)
    await page.keyboard.press('Escape')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Приёмная' })).toBeFocused()

    expect((await ask(`${url}/key`, { method: 'POST', token: newest })).status).toBe(201)
    await page.reload()
    await expect(page.getByText(lost)).toBeVisible()
    expect(person.troubles).toEqual([])
  })
}
