import type { Locator } from '@playwright/test'
import { writeDrafts } from '../company.ts'
import { expect, test } from '../people.ts'
import { createSession, give, takeSeat, viewOf } from '../program.ts'

interface View {
  readonly session: {
    readonly agenda: readonly { readonly kind: string; readonly state: string; readonly title?: string }[]
    readonly code?: string
    readonly settings: { readonly door: string }
    readonly gatheredAt?: number
  }
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly role: string
    readonly side?: string
    readonly department?: string
    readonly state?: string
  }[]
  readonly step?: {
    readonly id: string
    readonly phase: string
    readonly locked: boolean
    readonly armed?: object
    readonly spotlight?: string
    readonly clock: { readonly state: string; readonly endsAt?: number }
  }
}

for (const device of ['desktop', 'phone'] as const) {
  test(`C61 C62 C63 C66 C71 what those who lead can do is there on a ${device}`, async ({ bring, server }) => {
    const of = await createSession(server.origin, {
      challenge: { text: 'How might waiting feel shorter?' },
      facilitatorName: 'Amina',
      agenda: [{ kind: 'brainstorm' }, { kind: 'talk' }],
    })
    const kofi = await takeSeat(of, of.code, 'Kofi')
    const amina = await bring({ device })
    const { page } = amina
    const view = () => viewOf<View>(of.facilitator)
    const sees = async (read: (view: View) => unknown, wanted: unknown): Promise<void> =>
      expect.poll(async () => read(await view())).toEqual(wanted)
    const bar = page.getByRole('toolbar', { name: 'Lead the session' })
    const press = (name: string | RegExp): Promise<void> =>
      bar.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click()
    const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name })
    const rare = async (name: string | RegExp): Promise<void> => {
      await press('More')
      await dialog('More').getByRole('button', { name }).first().click()
    }
    /** What stands in the bar where there is room, and behind More where there is none. */
    const use = async (inBar: string, inMore: string | RegExp): Promise<void> => {
      if (device === 'desktop') return press(inBar)
      await rare(inMore)
      return page.keyboard.press('Escape')
    }
    const choose = async (role: 'menuitem' | 'menuitemradio', name: string): Promise<void> => {
      await dialog(/^People: /)
        .getByRole('button', { name: /^What to do about .*Kofi/ })
        .click()
      await dialog(/^People: /)
        .getByRole(role, { name })
        .click()
    }

    await amina.open(of.links.facilitator)
    await page.getByRole('button', { name: 'Lead from this device' }).click()
    await press(/^Start:/)
    await sees(({ step }) => step?.phase, 'write')

    // The clock.
    await press('Set the clock')
    await page.getByRole('textbox', { name: 'Time left' }).fill('9')
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    await expect(page.getByRole('timer').first()).toHaveText(/9:00|8:\d\d/)
    const { endsAt = 0 } = (await view()).step?.clock ?? {}
    await use('+1 min', '+1 min')
    await sees(({ step }) => (step?.clock.endsAt ?? 0) - endsAt, 60_000)
    await use('Pause', 'Pause')
    await sees(({ step }) => step?.clock.state, 'paused')
    await use('Go on', 'Go on')
    await sees(({ step }) => step?.clock.state, 'running')

    // The room.
    for (const locked of [true, false]) {
      if (device === 'phone') await press('More')
      const lock = (device === 'phone' ? dialog('More') : bar).getByRole('button', { name: 'Lock the board' })
      await expect(lock).toHaveAttribute('aria-pressed', String(!locked))
      await lock.click()
      await expect(lock).toHaveAttribute('aria-pressed', String(locked))
      await sees(({ step }) => step?.locked, locked)
      if (device === 'phone') await page.keyboard.press('Escape')
    }
    if (device === 'desktop') await press('Gather')
    else await rare('Call everyone back')
    await sees(({ session }) => typeof session.gatheredAt, 'number')
    await give(kofi, { type: 'mark', mark: 'hand' })
    await press(/^1 hand raised/)
    await dialog('Signals').getByRole('button', { name: 'Lower: Kofi' }).click()
    await expect(bar.getByRole('button', { name: /^1 hand raised/ })).toHaveCount(0)
    await rare('Message to all')
    await dialog('Message to all').getByRole('textbox').fill('two minutes more')
    await page.getByRole('button', { name: 'Say it', exact: true }).click()
    await expect(page.getByRole('region', { name: 'News' }).getByText('two minutes more')).toBeVisible()

    // A release is called off, then made; a move is taken back, and made; one phase back.
    await writeDrafts(kofi, (await view()).step?.id ?? '', ['Tea', 'A map'])
    await press(/^Reveal 2 ideas/)
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await sees(({ step }) => step?.armed, undefined)
    await press(/^Reveal 2 ideas/)
    await press('Now')
    await sees(({ step }) => step?.phase, 'build')
    await rare('Put a note in the spotlight')
    await dialog('Put a note in the spotlight').getByRole('button', { name: 'Tea' }).click()
    await sees(({ step }) => typeof step?.spotlight, 'string')
    await rare('Put out the spotlight')
    await sees(({ step }) => step?.spotlight, undefined)
    const cluster = bar.getByRole('button', { name: 'Start clustering', exact: true })
    await cluster.click()
    await expect(cluster).toHaveCount(0)
    await press('Undo')
    await sees(({ step }) => step?.phase, 'build')
    await cluster.click()
    await expect(cluster).toHaveCount(0)
    await sees(({ step }) => step?.phase, 'group')
    await press('Back')
    await sees(({ step }) => step?.phase, 'build')

    // The agenda: one step more, passed over, done after all, taken off.
    if (device === 'desktop') await press('Agenda')
    else await rare('Agenda')
    const kinds = ({ session }: View) => session.agenda.map(({ kind, state }) => `${kind} ${state}`)
    await dialog('Agenda').getByRole('button', { name: 'Add a step' }).click()
    await page.getByRole('button', { name: /^Break/ }).click()
    await sees(kinds, ['brainstorm live', 'break planned', 'talk planned'])
    await dialog('Agenda')
      .getByRole('button', { name: /^Break: move down/ })
      .click()
    await sees(kinds, ['brainstorm live', 'talk planned', 'break planned'])
    await dialog('Agenda')
      .getByRole('button', { name: /^Break: move up/ })
      .click()
    await sees(kinds, ['brainstorm live', 'break planned', 'talk planned'])
    await page.getByRole('button', { name: 'Break: what can be done' }).click()
    await dialog('Agenda').getByRole('button', { name: 'Skip', exact: true }).last().click()
    await sees(kinds, ['brainstorm live', 'break skipped', 'talk planned'])
    await dialog('Agenda').getByRole('button', { name: 'Do it after all' }).click()
    await sees(kinds, ['brainstorm live', 'break planned', 'talk planned'])
    await dialog('Agenda').getByRole('button', { name: 'Remove', exact: true }).click()
    await sees(kinds, ['brainstorm live', 'talk planned'])
    await expect(page.getByRole('banner').getByRole('button', { name: /1\/2/ })).toBeVisible()

    // A step to come gets another title, the one that runs another method, and both are as before; a phase is reopened.
    const actsOf = (title: string): Promise<void> =>
      page.getByRole('button', { name: `${title}: what can be done` }).click()
    await actsOf('Conversation')
    await dialog('Agenda').getByRole('button', { name: 'Change', exact: true }).last().click()
    await page.getByRole('textbox', { name: 'What the step is called' }).fill('Round-up')
    await page.keyboard.press('Escape')
    await sees(({ session }) => session.agenda.at(-1)?.title, 'Round-up')
    await actsOf('Brainstorming')
    await dialog('Agenda').getByRole('button', { name: 'Another method' }).click()
    await dialog('Another method').getByRole('radio', { name: 'Conversation' }).check({ force: true })
    await dialog('Another method')
      .getByRole('button', { name: /^Switch: / })
      .click()
    await sees(kinds, ['brainstorm skipped', 'talk live', 'talk planned'])
    await press('Undo')
    await sees(kinds, ['brainstorm live', 'talk planned'])
    if (device === 'desktop') await press('Agenda')
    else await rare('Agenda')
    await actsOf('Brainstorming')
    await dialog('Agenda')
      .getByRole('button', { name: /^Reopen: .*Write/ })
      .click()
    await sees(({ step }) => step?.phase, 'write')

    // Looking back moves nobody.
    await page.getByRole('banner').getByRole('button', { name: /1\/2/ }).click()
    await dialog('Steps').getByRole('link').first().click()
    await expect(page).toHaveURL(/\/step\/1$/)
    await page.getByRole('button', { name: 'Back to now' }).click()
    await expect(page).toHaveURL(/\/s\/[^/]+$/)
    await sees(({ step }) => step?.phase, 'write')

    // The people: renamed, on the other side, helping, taking part again, removed, let back; a new code; the door.
    const kofiIn = (read: (person: View['people'][number] | undefined) => unknown) => (seen: View) =>
      read(seen.people.find(({ id }) => id === kofi.seat))
    if (device === 'desktop') await press('People')
    else await rare(/^People: /)
    await choose('menuitem', 'Rename…')
    await dialog(/^People: /)
      .getByRole('textbox', { name: 'Name' })
      .fill('Kofi Mensah')
    await dialog(/^People: /)
      .getByRole('button', { name: 'Save' })
      .click()
    await sees(
      kofiIn((person) => person?.name),
      'Kofi Mensah',
    )
    await choose('menuitem', 'Department and place…')
    await dialog(/^People: /)
      .getByRole('textbox', { name: 'Department' })
      .fill('Nursing')
    await dialog(/^People: /)
      .getByRole('button', { name: 'Save' })
      .click()
    await sees(
      kofiIn((person) => person?.department),
      'Nursing',
    )
    await choose('menuitemradio', 'On the client’s side')
    await sees(
      kofiIn((person) => person?.side),
      'client',
    )
    await choose('menuitemradio', 'Co-facilitator')
    await sees(
      kofiIn((person) => person?.role),
      'co-facilitator',
    )
    await choose('menuitemradio', 'Participant')
    await sees(
      kofiIn((person) => person?.role),
      'participant',
    )
    await choose('menuitem', 'Remove')
    await sees(
      kofiIn((person) => person),
      undefined,
    )
    await dialog(/^People: /)
      .getByRole('button', { name: 'Let back' })
      .first()
      .click()
    await sees(
      kofiIn((person) => person?.name),
      'Kofi Mensah',
    )
    await dialog(/^People: /)
      .getByRole('button', { name: 'Links and code' })
      .click()
    await dialog(/^People: /)
      .getByRole('button', { name: 'Renew…' })
      .first()
      .click()
    await dialog(/^People: /)
      .getByRole('button', { name: 'Renew now' })
      .click()
    await sees(({ session }) => session.code === of.code, false)
    await page.keyboard.press('Escape')
    await press('More')
    for (const format of ['Markdown', 'CSV', 'JSON'])
      await expect(page.getByRole('button', { name: format })).toBeVisible()
    await page.getByRole('radio', { name: 'Ask me first' }).click({ force: true })
    await sees(({ session }) => session.settings.door, 'ask')
    await page.keyboard.press('Escape')
    await takeSeat(of, (await view()).session.code ?? '', 'Zoe')
    await page.getByRole('button', { name: 'Let in', exact: true }).click()
    await sees(({ people }) => people.find(({ name }) => name === 'Zoe')?.state, undefined)
    await press('More')
    await dialog('More')
      .getByRole('button', { name: /^People: / })
      .click()
    await choose('menuitem', 'Hand over the lead…')
    await dialog(/^People: /)
      .getByRole('button', { name: /^Hand the lead to/ })
      .click()
    await sees(
      kofiIn((person) => person?.role),
      'facilitator',
    )
  })
}
