import type { Page, Route } from '@playwright/test'
import { lookAt } from '../look.ts'
import { expect, test } from '../people.ts'
import { ask, newId } from '../program.ts'

interface Item {
  readonly id: string
  readonly text: string
  readonly state: string
  readonly lang: string
  readonly cluster?: string
}
interface SavedFile {
  readonly agenda: readonly { readonly id: string; readonly kind: string }[]
  readonly items: readonly Item[]
  readonly clusters: readonly { readonly id: string; readonly title: string }[]
}

const FREE = {
  kind: 'brainstorm',
  title: 'Waiting',
  question: 'What makes waiting long?',
  settings: { variant: 'free' },
}

/** The file of a session that was held, by a program: three ideas, two of them in a group. */
const holdSession = async (origin: string): Promise<SavedFile> => {
  const challenge = {
    text: 'How might we make the wait feel shorter?',
    translations: { ru: 'Как скоротать ожидание?' },
  }
  const made = await ask(`${origin}/api/sessions`, {
    body: { title: 'The waiting room', challenge, agenda: [FREE, { kind: 'score' }], credential: 'token' },
  })
  const { session, seat } = made.json as { readonly session: string; readonly seat: { readonly token: string } }
  const give = async (command: object): Promise<void> => {
    const { token } = seat
    const body = { commandId: newId(), ...command }
    const { status, text } = await ask(`${origin}/api/sessions/${session}/commands`, { body, token })
    if (status !== 200) throw new Error(text)
  }
  await give({ type: 'start' })
  for (const [text, lang] of [
    ['Tea in the hall', 'en'],
    ['Табло с очередью', 'ru'],
    ['نوبت‌دهی با پیامک', 'fa'],
  ])
    await give({ type: 'add-item', kind: 'idea', text, lang })
  await give({ type: 'end' })
  const file = (await ask(`${origin}/api/sessions/${session}/export?format=json`, { token: seat.token }))
    .json as SavedFile
  const cluster = { id: newId(), step: file.agenda[0]?.id ?? '', title: 'The hall', at: [40, 80] }
  const [first, ...others] = file.items
  const items = [...others, { ...first, cluster: cluster.id }]
  return JSON.parse(JSON.stringify({ ...file, clusters: [cluster], items })) as SavedFile
}

const asUpload = (name: string, content: unknown) => ({
  name,
  mimeType: name.endsWith('.json') ? 'application/json' : 'text/csv',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
})

/** What a file says, without the ids that another session has of its own. */
const contentOf = ({ items, clusters }: SavedFile) => {
  const titles = new Map(clusters.map(({ id, title }) => [id, title]))
  return items.map(({ text, lang, state, cluster }) => [text, lang, state, titles.get(cluster ?? '')])
}

const exportOf = (page: Page, session: string): Promise<SavedFile> =>
  page.evaluate(
    async (path) => (await (await fetch(path)).json()) as never,
    `/api/sessions/${session}/export?format=json`,
  )

test('C190 a saved session becomes a new one in one go, and when its content does not come in, it is tried again', async ({
  bring,
  server,
}) => {
  test.setTimeout(60_000)
  const saved = await holdSession(server.origin)
  const person = await bring({ language: 'en', device: 'desktop' })
  const { page } = person
  await person.open('/')
  await page.getByRole('link', { name: 'Or begin from a saved one' }).click()
  const panel = page.getByRole('dialog', { name: 'Begin from a saved session' })
  await panel.locator('input[type=file]').setInputFiles(asUpload('notes.json', { notes: [] }))
  await expect(panel.getByText('This JSON file is not one of a session.')).toBeVisible()
  await panel.locator('input[type=file]').setInputFiles(asUpload('session.json', { ...saved, version: 9 }))
  await expect(panel.getByText('A newer version of this program wrote this file.')).toBeVisible()
  await panel.locator('input[type=file]').setInputFiles(asUpload('session.json', saved))
  await expect(panel.getByRole('heading', { name: 'The waiting room' })).toBeVisible()
  await expect(panel.getByText('Votes, their results, decisions and actions')).toBeVisible()
  await lookAt(person, 'from-file-en-light-desktop')
  await panel.getByRole('button', { name: 'Begin from it' }).click()

  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('The waiting room')
  await expect(page.getByRole('textbox', { name: 'Question for the room' })).toHaveValue(/feel shorter/)
  await expect(page.getByText('3 items come along, in 1 group.')).toBeVisible()
  await lookAt(person, 'create-from-file-en-light-desktop')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('The waiting room again')
  // The first time the content does not arrive.
  const toTheServer = /\/import\/session\?/
  await page.route(toTheServer, (route) => route.abort(), { times: 1 })
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/sessions') && response.ok())
  await page.getByRole('button', { name: 'Create and show the code' }).click()
  const { session } = (await (await answer).json()) as { readonly session: string }
  await expect(page.getByRole('heading', { name: 'The content of the file is not in yet' })).toBeVisible()
  await lookAt(person, 'created-without-content-en-light-desktop')
  // Then it does, and the answer is lost on its way back: asked once more, it is not there twice.
  const arrived = Promise.withResolvers<void>()
  const loseAnswer = async (route: Route): Promise<void> => {
    await route.fetch()
    await route.abort()
    arrived.resolve()
  }
  await page.route(toTheServer, loseAnswer, { times: 1 })
  const again = page.getByRole('button', { name: 'Try again' })
  await again.click()
  await arrived.promise
  await expect(again).not.toHaveAttribute('aria-disabled')
  await again.click()
  await expect(page.getByText('3 items of the saved session are on the board.')).toBeVisible()

  const back = await exportOf(page, session)
  expect(contentOf(back)).toEqual(contentOf(saved))
  expect(back.agenda.map(({ kind }) => kind)).toEqual(['brainstorm', 'brainstorm', 'score'])

  // In the lobby more comes in: a file is told from a table by what stands in it, and rows go where they should.
  await page.getByRole('link', { name: 'Open the room' }).click()
  await page.getByRole('button', { name: 'Bring in ideas or a saved session' }).click()
  const intake = page.getByRole('dialog', { name: 'Bring in a table or a session' })
  await intake.locator('input[type=file]').setInputFiles(asUpload('ideas.txt', saved))
  await expect(intake.getByText('This is a saved session.', { exact: false })).toBeVisible()
  await lookAt(person, 'bring-in-session-en-light-desktop')
  await intake.getByRole('button', { name: 'Something else' }).click()
  await intake.locator('input[type=file]').setInputFiles(asUpload('ideas.csv', 'Idea,Group\nA clock,Hall\n'))
  await expect(intake.getByRole('cell', { name: 'A clock' })).toBeVisible()
  await expect(intake.getByRole('combobox', { name: 'They go into the step' })).toBeVisible()
  await intake.getByRole('combobox', { name: 'They go into the step' }).selectOption({ index: 1 })
  await intake.getByRole('button', { name: 'Bring in 1 row' }).click()
  await expect(intake.getByText('1 row is on the board.')).toBeVisible()
  const full = await exportOf(page, session)
  expect(full.items.at(-1)).toMatchObject({ text: 'A clock', step: full.agenda[2]?.id })
  expect(person.troubles).toEqual([])
})

test('C192 what a team left open comes along as a session is made, or nothing does; its agenda is kept and begun from', async ({
  bring,
  server,
}) => {
  test.setTimeout(60_000)
  const made = await ask(`${server.origin}/api/workspaces`, { body: { title: 'Приёмная', language: 'fa' } })
  const { id, link } = made.json as { readonly id: string; readonly link: string }
  const token = link.slice(link.indexOf('#') + 1)
  const change = (body: object) => ask(`${server.origin}/api/workspaces/${id}/changes`, { body, token })
  const noted = await change({
    type: 'note-contact',
    kind: 'client',
    who: 'Пациент',
    at: Date.now(),
    lines: ['در سالن می‌مانند', 'Nobody greets them'],
  })
  const [contact] = (noted.json as { readonly contacts: readonly { readonly id: string }[] }).contacts

  const person = await bring({ language: 'fa', device: 'phone', theme: 'dark' })
  const { page } = person
  await person.open(link)
  await page.getByRole('button', { name: 'باز کردن فضای کار' }).click()
  await page.getByRole('link', { name: 'نشست تازه' }).click()
  await page.getByRole('textbox', { name: 'نام نشست' }).fill('پذیرش')
  await page.getByRole('textbox', { name: 'پرسش برای جمع' }).fill('چگونه انتظار کوتاه‌تر شود؟')
  await page.getByRole('button', { name: 'برگزیدن آنچه می‌آید…' }).click()
  const choice = page.getByRole('dialog', { name: 'همراه آوردن' })
  await choice.getByRole('checkbox', { name: 'در سالن می‌مانند' }).check()
  await choice.getByRole('checkbox', { name: 'Nobody greets them' }).check()
  await lookAt(person, 'bring-along-fa-dark-phone')
  await choice.getByRole('button', { name: 'انجام شد' }).click()
  await expect(page.getByRole('button', { name: /^کنار گذاشتن/ })).toHaveCount(2)
  await lookAt(person, 'create-bring-fa-dark-phone')

  // The agenda is kept as it stands in the form.
  await page.getByRole('button', { name: 'نگه داشتن این دستور جلسه…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'نام دستور جلسه' }).fill('برنامهٔ فصل')
  await page.getByRole('dialog').getByRole('textbox', { name: 'نام دستور جلسه' }).press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  // One of the lines is taken away meanwhile: nothing is made, and the form keeps everything.
  const lines = ['در سالن می‌مانند']
  await change({ type: 'edit-contact', contact: contact?.id, kind: 'client', who: 'Пациент', at: Date.now(), lines })
  await page.getByRole('button', { name: 'ساختن و نمایش کد' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Nobody greets them' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'نام نشست' })).toHaveValue('پذیرش')
  await page.getByRole('button', { name: /^کنار گذاشتن.*Nobody greets them/ }).click()
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/sessions') && response.ok())
  await page.getByRole('button', { name: 'ساختن و نمایش کد' }).click()
  const { session } = (await (await answer).json()) as { readonly session: string }
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  expect((await exportOf(page, session)).items.map(({ text }) => text)).toEqual(lines)

  // Who begins from the kept agenda finds the form filled.
  await page.goto(`/w/${id}`)
  await page.getByRole('button', { name: /^آغاز با آن/ }).click()
  await expect(page.getByRole('textbox', { name: 'نام نشست' })).toHaveValue('برنامهٔ فصل')
  await expect(page.getByRole('textbox', { name: 'پرسش برای جمع' })).toHaveValue(/انتظار/)
  expect(person.troubles).toEqual([])
})
