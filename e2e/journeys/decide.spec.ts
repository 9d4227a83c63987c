import { joinByLink } from '../acts.ts'
import { lookAt } from '../look.ts'
import { expect, test } from '../people.ts'
import { type ProgramSeat, ask, createSession, give, newId, takeSeat, viewOf } from '../program.ts'

const FORM = 'Fill in the form at home'
const DOOR = 'Show the waiting time at the door'

interface View {
  readonly session: { readonly state: string }
  readonly step?: { readonly id: string; readonly kind: string; readonly phase: string }
  readonly work: Readonly<Record<string, { readonly data: { readonly poll: { readonly id: string } } }>>
}

/** Votes as a program: every dot for one idea. */
const castDots = async (seat: ProgramSeat, step: string, item: string): Promise<void> => {
  const { work } = await viewOf<View>(seat)
  const body = { poll: work[step]?.data.poll.id, ballot: { [item]: 1 }, cast: true }
  const url = `${seat.origin}/api/sessions/${seat.session}/steps/${step}/ballot`
  expect((await ask(url, { method: 'PUT', token: seat.token, body })).status).toBe(200)
}

test('A40 a vote becomes a decision with an action, its owner takes it along on a phone, and says later how it went', async ({
  bring,
  server,
}) => {
  const steps = { ideas: newId(), vote: newId(), decide: newId() }
  const session = await createSession(server.origin, {
    title: 'The front desk',
    challenge: { text: 'How might we make waiting calmer?' },
    facilitatorName: 'Amina',
    agenda: [
      { kind: 'brainstorm', id: steps.ideas, settings: { variant: 'free' } },
      { kind: 'score', id: steps.vote, settings: { scoring: 'dots' } },
      { kind: 'decide', id: steps.decide },
    ],
  })
  const { facilitator } = session
  const amina = await bring({ language: 'en' })
  const leila = await bring({ language: 'fa', device: 'phone' })
  const oleg = await bring({ language: 'ru', device: 'phone', theme: 'dark' })
  await amina.open(session.links.facilitator)
  await amina.page.getByRole('button', { name: 'Lead from this device' }).click()
  await joinByLink(leila, session.links.participant, 'لیلا')
  await joinByLink(oleg, session.links.participant, 'Олег')
  const voters = [await takeSeat(session, session.code, 'Nima'), await takeSeat(session, session.code, 'Sam')]
  const command = async (seat: ProgramSeat, body: Record<string, unknown>) => {
    const reply = await give(seat, body)
    expect(reply.status, reply.text).toBe(200)
    return reply.json as { readonly item?: string }
  }
  const phaseNow = async () => (await viewOf<View>(facilitator)).step?.phase

  // A vote: the waiting time comes first, the form second.
  await command(facilitator, { type: 'start' })
  const { item: form = '' } = await command(voters[0] as ProgramSeat, { type: 'add-item', kind: 'idea', text: FORM })
  const { item: door = '' } = await command(voters[1] as ProgramSeat, { type: 'add-item', kind: 'idea', text: DOOR })
  await command(facilitator, { type: 'skip' })
  await command(facilitator, { type: 'arm' })
  await command(facilitator, { type: 'advance' })
  for (const seat of voters) await castDots(seat, steps.vote, door)
  await command(facilitator, { type: 'advance' })
  await expect
    .poll(async () => {
      if ((await phaseNow()) === 'shown') return 'shown'
      await give(facilitator, { type: 'arm' })
      await give(facilitator, { type: 'advance' })
      return phaseNow()
    })
    .toBe('shown')
  await command(facilitator, { type: 'advance' })

  // The second place is chosen, so a reason is asked for.
  const scored = amina.page.getByRole('region', { name: 'What the vote says' })
  await expect(scored.getByRole('listitem').first()).toContainText(DOOR)
  await scored.getByRole('button', { name: `Choose: ${FORM}` }).click()
  const decision = amina.page.getByRole('region', { name: 'We decide' })
  await expect(decision.getByText(FORM)).toBeVisible()
  await decision.getByRole('textbox', { name: 'We decide' }).fill('We send the form with the invitation')
  await expect(decision.getByText('Something else came first: please say why.').first()).toBeVisible()
  await expect(decision.getByRole('button', { name: 'This is our decision' })).toBeDisabled()
  await decision.getByRole('textbox', { name: 'Why' }).fill('It costs nothing')

  // Everybody sees it grow, and is asked how they stand to it: in secret.
  await expect(leila.page.getByText('We send the form with the invitation')).toBeVisible()
  await amina.page.getByRole('button', { name: 'Ask the room' }).click()
  await leila.page.getByRole('button', { name: 'کاملاً موافق' }).click()
  await oleg.page.getByRole('button', { name: 'Против', exact: true }).click()
  await expect(amina.page.getByText('2 people have answered')).toBeVisible()
  await lookAt(leila, 'decide-phone-light-fa')
  await oleg.page.getByRole('button', { name: 'Добавить сомнение' }).click()
  await oleg.page.getByRole('textbox').fill('Не у всех есть почта')
  await oleg.page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await expect(amina.page.getByText('Не у всех есть почта')).toBeVisible()
  await amina.page.getByRole('button', { name: 'Show the answers' }).click()
  await expect(oleg.page.getByRole('list', { name: 'Проверка настроения' })).toBeVisible()
  await lookAt(oleg, 'decide-phone-dark-ru')

  // An action for somebody in the room.
  await amina.page.getByRole('button', { name: 'Add an action' }).click()
  const dialog = amina.page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'What will be done' }).fill('Pilot it at one clinic')
  await dialog.getByRole('combobox', { name: 'Who sees to it' }).selectOption({ label: 'لیلا' })
  await dialog.getByLabel('Until when').fill('2031-03-15')
  await lookAt(amina, 'decide-action-light-en')
  await dialog.getByRole('button', { name: 'Save the action' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(amina.page.getByRole('region', { name: 'Actions' }).getByText('Pilot it at one clinic')).toBeVisible()
  await decision.getByRole('button', { name: 'This is our decision' }).click()
  await expect(decision.getByText(/Decided by/)).toBeVisible()
  await lookAt(amina, 'decide-desktop-light-en')

  // The end: a link of one's own that goes on opening it, on another phone too.
  await command(facilitator, { type: 'end' })
  await expect(amina.page.getByRole('heading', { name: 'For those who lead' })).toBeVisible()
  await lookAt(amina, 'ended-desktop-light-en')
  await leila.page.getByRole('button', { name: 'نمایش پیوند من' }).click()
  const own = await leila.page.locator('input[readonly]').first().inputValue()
  await lookAt(leila, 'ended-phone-light-fa')
  const again = await bring({ language: 'fa', device: 'phone', theme: 'dark' })
  await again.open(own)
  await again.page.getByRole('main').getByRole('button').first().click()
  await expect(again.page.getByRole('heading', { name: 'برای شما' })).toBeVisible()
  await expect(again.page.getByText('Pilot it at one clinic').first()).toBeVisible()

  // The action's own link: no seat, no account.
  await again.page
    .getByRole('button', { name: /پیوند و تقویم/ })
    .first()
    .click()
  await again.page.getByRole('button', { name: 'ساختن پیوند' }).click()
  const link = await again.page.getByRole('dialog').locator('input[readonly]').inputValue()
  const owner = await bring({ language: 'ru', device: 'phone' })
  await owner.open(link)
  await expect(owner.page.getByRole('heading', { level: 1, name: 'Pilot it at one clinic' })).toBeVisible()
  expect(owner.page.url()).not.toContain('#')
  await expect(owner.page.getByText('It costs nothing')).toBeVisible()
  const download = owner.page.waitForEvent('download')
  await owner.page.getByRole('button', { name: 'В мой календарь' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.ics$/)
  await owner.page.getByRole('radio', { name: 'Сделано' }).check()
  await owner.page.getByRole('radio', { name: 'Лучше' }).check()
  await owner.page.getByRole('textbox', { name: 'Одной строкой' }).fill('Очередь короче вдвое')
  await lookAt(owner, 'action-page-phone-light-ru')
  await owner.page.getByRole('button', { name: 'Сказать' }).click()
  await expect(owner.page.getByText('Спасибо. Это видно всем, кто был на сессии.')).toBeVisible()
  await expect(amina.page.getByText('Очередь короче вдвое').first()).toBeVisible()
  expect(form).not.toBe('')
})
