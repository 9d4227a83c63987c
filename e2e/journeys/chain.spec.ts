import type { Locator } from '@playwright/test'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { addIdea, composerOf, expectSaved, joinByLink, turnTo } from '../acts.ts'
import { writeDrafts } from '../company.ts'
import { type Language, type Person, expect, test } from '../people.ts'
import { type ProgramSeat, ask, createSession, give, takeSeat, viewOf } from '../program.ts'

/** What each method is called where one leads in English. */
const NAMES: Readonly<Record<string, RegExp>> = {
  brainstorm: /^Brainstorming$/,
  reverse: /^Reverse/,
  random: /^Random/,
  'five-whys': /^5 Whys/,
  group: /^Clustering$/,
  talk: /^Conversation$/,
}
const WHOLE = ['brainstorm', 'reverse', 'random', 'five-whys', 'brainstorm'] as const
const SHORT = ['brainstorm', 'group', 'brainstorm', 'talk', 'brainstorm'] as const

const KEEP: Readonly<Record<Language, string>> = { en: 'Keep for me', ru: 'Оставить себе', fa: 'برای خودم بماند' }
const DECIDE: Readonly<Record<Language, string>> = { en: 'Decide', ru: 'Решить', fa: 'تصمیم' }

interface View {
  readonly session: {
    readonly agenda: readonly { readonly id: string; readonly kind: string; readonly state: string }[]
  }
  readonly step: {
    readonly id: string
    readonly kind: string
    readonly phase: string
    readonly epoch: number
    readonly policies: { readonly add: string; readonly kinds: readonly string[] }
  }
}

/** The methods of the chain: all of them, or where one is not offered those that always are. */
const chooseChain = async (origin: string): Promise<readonly string[]> => {
  for (const kind of WHOLE) {
    const body = { title: 'x', agenda: [{ kind }], credential: 'token' }
    if ((await ask(`${origin}/api/sessions`, { body })).status !== 201) return SHORT
  }
  return WHOLE
}

/** The whole board as a stock client has it, read anew. */
const readBoard = async ({ origin, session, token }: ProgramSeat) => {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/api/sessions/${session}/docs`, 'board', doc, {
    protocols: ['yjs', `token.${token}`],
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.on('sync', (isSynced) => isSynced && resolve()))
  const snapshot = Object.fromEntries(
    ['items', 'links', 'clusters'].map((name) => [
      name,
      doc.getMap(name).toJSON() as Record<string, { step?: string }>,
    ]),
  ) as Readonly<Record<'items' | 'links' | 'clusters', Readonly<Record<string, { step?: string }>>>>
  provider.destroy()
  return snapshot
}

/** Every byte that reaches a page through sockets. */
const tap = ({ page }: Person): readonly Buffer[] => {
  const heard: Buffer[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      heard.push(Buffer.from(payload as string))
    }),
  )
  return heard
}

const hears = (heard: readonly Buffer[], text: string): boolean => {
  const bytes = Buffer.from(text)
  return heard.some((frame) => frame.includes(bytes))
}

/** What asks its author about one thing that is left over, wherever the screen has a place for it. */
const findQuestion = async (person: Person): Promise<Locator> => {
  const { page, language } = person
  const keep = page.getByRole('button', { name: KEEP[language], exact: true })
  const decide = page.getByRole('button', { name: DECIDE[language], exact: true })
  await expect(keep.or(decide).first()).toBeVisible()
  if (await decide.isVisible()) await decide.click()
  await expect(keep).toHaveCount(1)
  return keep
}

test('S118 S47 S112 six people go through a chain of methods, switched in the middle of phases: nothing moves, nothing leaks, each is asked once', async ({
  bring,
  server,
}) => {
  const chain = await chooseChain(server.origin)
  const session = await createSession(server.origin, {
    title: 'The front desk',
    challenge: { text: 'How might waiting feel shorter?' },
    agenda: [{ kind: chain[0], title: 'First thoughts' }, { kind: 'talk' }],
  })
  const { facilitator } = session
  const amina = await bring({ language: 'en' })
  const oleg = await bring({ language: 'ru' })
  const leila = await bring({ language: 'fa', device: 'phone' })
  const sam = await bring({ language: 'en', device: 'phone' })
  const heard = new Map([amina, oleg, leila, sam].map((person) => [person, tap(person)]))
  await amina.open(session.links.facilitator)
  await amina.page.getByRole('button', { name: 'Lead from this device' }).click()
  await joinByLink(oleg, session.links.participant, 'Олег')
  await joinByLink(leila, session.links.participant, 'لیلا')
  await joinByLink(sam, session.links.participant, 'Sam')
  const programs = [await takeSeat(session, session.code, 'Nima'), await takeSeat(session, session.code, 'Ольга')]
  await amina.page.getByRole('button', { name: /^Start:/ }).click()

  const now = (): Promise<View> => viewOf<View>(facilitator)
  const command = async (body: Record<string, unknown>): Promise<void> => {
    expect((await give(facilitator, body)).status).toBe(200)
  }
  /** Goes on, through an armed press where one is needed. */
  const goOn = async (): Promise<void> => {
    if ((await give(facilitator, { type: 'advance' })).status === 200) return
    if ((await give(facilitator, { type: 'arm' })).status === 200) await command({ type: 'advance' })
  }

  // Two have an idea ready that nobody has opened, one holds half a sentence.
  const secrets = new Map([
    [oleg, 'секретный черновик Олега'],
    [leila, 'پیش‌نویس پنهان لیلا'],
  ])
  for (const [person, text] of secrets) {
    await addIdea(person, text)
    await expectSaved(person)
  }
  await composerOf(sam).fill('half a sentence of Sam')
  const unopened = [...secrets.values(), 'half a sentence of Sam']

  for (const [at, kind] of chain.entries()) {
    if (at === 0) continue
    const live = (await now()).step
    const before = await readBoard(facilitator)
    const { page } = amina
    await page.getByRole('toolbar').getByRole('button', { name: 'Agenda', exact: true }).click()
    const row = page.getByRole('dialog', { name: 'Agenda' }).locator(`li[data-step="${live.id}"]`)
    await row.getByRole('button', { name: /: what can be done$/ }).click()
    await row.getByRole('button', { name: 'Another method' }).click()
    const sheet = page.getByRole('dialog', { name: 'Another method' })
    await sheet.getByRole('radio', { name: NAMES[kind] as RegExp }).check({ force: true })
    await expect(sheet.getByText('Stays where it is')).toBeVisible()
    await expect(sheet.getByRole('button', { name: /^Switch: / })).toBeEnabled()
    await sheet.getByRole('button', { name: /^Switch: / }).click()
    await expect.poll(async () => (await now()).step.epoch).toBeGreaterThan(live.epoch)
    const { step } = await now()
    expect(step.kind).toBe(kind)

    // What stood on the board stands as it stood; what is new is the new step's own.
    const after = await readBoard(facilitator)
    expect(after.clusters).toEqual(before.clusters)
    expect(after.items).toMatchObject(before.items)
    expect(after.links).toMatchObject(before.links)
    for (const [id, item] of Object.entries(after.items)) if (!(id in before.items)) expect(item.step).toBe(step.id)

    if (at === 1) {
      // Each author is asked about their own, by their own page alone, and answers once.
      for (const person of secrets.keys()) {
        await (await findQuestion(person)).click()
        await expect(person.page.getByRole('button', { name: KEEP[person.language], exact: true })).toHaveCount(0)
        if (await person.page.getByRole('dialog').isVisible()) await person.page.keyboard.press('Escape')
      }
      for (const { page: other, language } of [amina]) {
        await expect(other.getByRole('button', { name: KEEP[language], exact: true })).toHaveCount(0)
        await expect(other.getByRole('button', { name: DECIDE[language], exact: true })).toHaveCount(0)
      }
    } else {
      for (const { page: mine, language } of secrets.keys()) {
        await expect(mine.getByRole('button', { name: DECIDE[language], exact: true })).toHaveCount(0)
        await expect(mine.getByRole('button', { name: KEEP[language], exact: true })).toHaveCount(0)
      }
    }

    // On into the middle of the step, with something of others that nobody has opened, where it has such a phase.
    for (let press = 0; press < 3; press++) {
      const here = (await now()).step
      if (here.policies.add === 'private' || here.id !== step.id || at === chain.length - 1) break
      if ((await give(facilitator, { type: 'advance' })).status !== 200) break
    }
    const here = (await now()).step
    if (here.id !== step.id) await command({ type: 'back' })
    if (here.id === step.id && here.policies.add === 'private' && here.policies.kinds.includes('idea')) {
      for (const [nth, program] of programs.entries()) {
        const secret = `unopened ${at} of program ${nth}`
        unopened.push(secret)
        await writeDrafts(program, step.id, [secret])
      }
    }
  }

  // The sentence that was begun in the first step is still in its writer's hand, or kept on their device.
  await turnTo(sam, 'write').catch(() => undefined)
  const last = await now()
  expect(last.step.kind).toBe('brainstorm')
  expect(last.session.agenda.filter(({ state }) => state === 'live')).toHaveLength(1)
  expect(last.session.agenda.map(({ kind }) => kind)).toEqual([...chain, 'talk'])

  // What was never opened reached nobody but who wrote it: no page, no program, no file.
  const board = JSON.stringify(await readBoard(programs[0] as ProgramSeat))
  const answers = await Promise.all(
    ['', '/items', '/export?format=json', '/export?format=md', '/export?format=csv'].map(async (path) => {
      const { text } = await ask(`${server.origin}/api/sessions/${facilitator.session}${path}`, {
        token: facilitator.token,
      })
      return text
    }),
  )
  for (const frames of heard.values()) expect(hears(frames, 'The front desk')).toBe(true)
  for (const text of unopened) {
    expect([board, ...answers].filter((answer) => answer.includes(text))).toEqual([])
    for (const [person, frames] of heard) {
      if (secrets.get(person) === text || (person === sam && text.includes('Sam'))) continue
      expect(hears(frames, text), `${text} reached another page`).toBe(false)
    }
  }

  // At the last reveal what is ready opens, and nothing of the steps that were left.
  await goOn()
  while ((await now()).step.policies.add === 'private') await goOn()
  const opened = JSON.stringify(await readBoard(facilitator))
  for (const text of secrets.values()) expect(opened).not.toContain(text)
})
