import { addIdea, composerOf, createByForm, expectSaved, joinByCode, turnTo } from './acts.ts'
import { TEXTS, bringCompany, groupItems, writeDrafts } from './company.ts'
import { type Device, type Person, expect, test } from './people.ts'
import { type ProgramSeat, newId } from './program.ts'
import { lookAt } from './look.ts'
import { WORDS } from './words.ts'

interface Looked {
  readonly language: 'en' | 'fa'
  readonly theme: 'light' | 'dark'
  readonly device: Device
}

const ALL: readonly Looked[] = [
  { language: 'en', theme: 'light', device: 'desktop' },
  { language: 'en', theme: 'dark', device: 'phone' },
  { language: 'fa', theme: 'dark', device: 'desktop' },
  { language: 'fa', theme: 'light', device: 'phone' },
]
/**
 * The way of a whole session. The pairs of direction and width that `states.spec.ts` leaves to this one; `LOOKS=all` for every
 * pair, before a release.
 */
const SCREENS =
  process.env['LOOKS'] === 'all'
    ? ALL
    : ALL.filter(({ language, device }) => (language === 'en') === (device === 'phone'))

/** The view as far as this test reads it. */
interface View {
  readonly session: { readonly id: string }
  readonly step: { readonly id: string; readonly phase: string; readonly epoch: number }
}

test.describe.configure({ mode: 'parallel' })

for (const screen of SCREENS) {
  const { language, theme, device } = screen
  const words = WORDS[language]

  test(`H9 every screen, ${language} ${theme} ${device}`, async ({ bring, server }) => {
    test.setTimeout(240_000)
    const leader = await bring(screen)
    const member = await bring(screen)

    const look = (person: Person, name: string): Promise<void> =>
      lookAt(person, `${name}-${language}-${theme}-${device}`)
    const command = async (body: Record<string, unknown>): Promise<void> => {
      const reply = await leader.page.request.post(`/api/sessions/${session}/commands`, {
        data: { commandId: newId(), ...body },
      })
      expect(reply.status(), await reply.text()).toBe(200)
    }
    const view = async (): Promise<View> =>
      (await (await leader.page.request.get(`/api/sessions/${session}`)).json()) as View
    /** Gives a command that moves, from where the session is. */
    const move = async (type: string): Promise<void> => {
      const { step } = await view()
      await command({ type, expected: { step: step.id, epoch: step.epoch } })
    }
    const phase = async (name: string): Promise<void> => expect.poll(async () => (await view()).step.phase).toBe(name)
    /** Opens a panel by its button, looks at it, and closes it by the key. */
    const lookIntoPanel = async (person: Person, button: string | RegExp, name: string): Promise<void> => {
      await person.page.getByRole('button', { name: button, exact: true }).first().click()
      await expect(person.page.getByRole('dialog')).toBeVisible()
      await look(person, name)
      await person.page.keyboard.press('Escape')
      await expect(person.page.getByRole('dialog')).toBeHidden()
    }

    await leader.open('/')
    await expect(leader.page.getByRole('textbox', { name: words.code })).toBeVisible()
    await look(leader, 'home')
    await leader.page.getByRole('link', { name: words.start }).click()
    await expect(leader.page.getByRole('button', { name: words.create })).toBeVisible()
    await look(leader, 'create')
    const { code } = await createByForm(leader, { title: 'Q4: приёмная', question: TEXTS[7] ?? '', name: 'Amina' })
    await look(leader, 'created')
    await leader.page.getByRole('link', { name: words.openRoom }).click()
    await expect(leader.page).toHaveURL(/\/s\//)
    const session = new URL(leader.page.url()).pathname.split('/').at(-1) ?? ''
    const company = await bringCompany(server.origin, session, code)

    await member.open(`/j/${code}`)
    await expect(member.page.getByRole('textbox', { name: words.name })).toBeVisible()
    await look(member, 'join')
    await joinByCode(member, code, 'Leila')
    for (const person of [leader, member]) await expect(person.page.locator('#question')).toBeVisible()
    await look(member, 'lobby')
    await look(leader, 'lobby-leading')
    await lookIntoPanel(leader, words.more, 'more')
    if (device === 'phone') {
      await leader.page.getByRole('button', { name: words.more, exact: true }).click()
      await leader.page.getByRole('dialog').getByRole('button', { name: words.peopleTitle }).click()
      await expect(leader.page.getByRole('heading', { name: words.peopleTitle })).toBeVisible()
      await look(leader, 'people')
      await leader.page.keyboard.press('Escape')
      await turnTo(member, 'help')
      await look(member, 'help')
      await turnTo(member, 'room')
    } else {
      await lookIntoPanel(leader, words.people, 'people')
      await lookIntoPanel(member, words.help, 'help')
    }

    await command({ type: 'start' })
    await expect(composerOf(member)).toBeVisible()
    await look(member, 'write-empty')
    const { step } = await view()
    for (const [nth, seat] of company.seats.entries()) {
      await writeDrafts(seat, step.id, [TEXTS[nth] ?? '', TEXTS[(nth + 5) % TEXTS.length] ?? ''])
    }
    for (const text of TEXTS.slice(5, 7)) await addIdea(member, text)
    await addIdea(leader, TEXTS[2] ?? '')
    await composerOf(member).fill(TEXTS[4] ?? '')
    // Numbers of a private phase come a little later.
    await expect(leader.page.getByRole('button', { name: /13|۱۳/ })).toBeVisible()
    await look(member, 'write')
    await look(leader, 'write-leading')
    await composerOf(member).fill('')
    member.tunnel.cut()
    await expectSaved(member, 'onDevice')
    await look(member, 'offline')
    member.tunnel.mend()
    await expectSaved(member)

    await move('arm')
    await expect(member.page.getByText(words.countdown).first()).toBeVisible()
    await look(member, 'armed')
    await phase('build')
    if (device === 'phone') await turnTo(member, 'room')
    for (const person of [leader, member]) {
      await expect(person.page.getByRole('list', { name: words.ideas }).getByRole('article').first()).toBeVisible()
    }
    await look(member, 'build')
    await look(leader, 'build-leading')

    await move('advance')
    await phase('group')
    await look(member, 'group-empty')
    await groupItems(company.seats[0] as ProgramSeat, step.id, ['Warten', 'یک خوشه', 'То, что слышно'])
    await expect(leader.page.getByText('یک خوشه').first()).toBeAttached()
    await look(member, 'group')
    await look(leader, 'group-leading')

    await move('end')
    for (const person of [leader, member]) {
      await expect(person.page.getByRole('heading', { name: words.ended })).toBeVisible()
    }
    await look(member, 'ended')
    await look(leader, 'ended-leading')

    await member.open('/nowhere/at/all')
    await expect(member.page.getByRole('heading', { level: 1 })).toBeVisible()
    await look(member, 'not-found')
    await leader.open('/')
    await expect(leader.page.getByRole('textbox', { name: words.code })).toBeVisible()
    await look(leader, 'home-again')
    company.leave()
  })
}
