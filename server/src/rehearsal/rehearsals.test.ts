import { openBoard } from '@roundel/shared/board'
import { LIMITS } from '@roundel/shared/kernel'
import type { View } from '@roundel/shared/session'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Person, type Reply, ask, order, refusalOf, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { type LiveClient, openDocument, openLive, until } from '../testing/sockets.ts'
import { SCRIPTS } from './script.ts'

let server: RunningServer
let leader: Person
let live: LiveClient
beforeEach(async () => {
  server = await startServer()
  leader = await rehearse()
  live = await openLive(leader)
})
afterEach(() => server.stop())

const demand = (body: object): Promise<Reply> => ask(`${server.origin}/api/rehearsals`, { body })

const rehearse = async (language = 'ru'): Promise<Person> => {
  const { json } = await demand({ language, credential: 'token' })
  const { session, seat } = json as { session: string; seat: { id: string; token: string } }
  return { origin: server.origin, session, seat: seat.id, token: seat.token }
}

/** Lets time fly until the view is as wished. */
const flyUntil = (wish: (view: View) => boolean): Promise<View> =>
  until(async () => {
    server.chance.jump(500)
    const view = await viewOf(leader)
    return wish(view) && view
  }, 20_000)

const participants = ({ people }: View) => people.filter(({ role, here }) => role === 'participant' && here)

test('W37 eight people come by themselves, write, open, group and go, in the language that was asked for', async () => {
  const { session } = await flyUntil((view) => participants(view).length === 8)
  expect(session.rehearsal).toBe(true)
  expect(session.challenge.text).toBe(SCRIPTS.ru.question)
  const view = await viewOf(leader)
  expect(
    participants(view)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(SCRIPTS.ru.names.toSorted())

  await order(leader, { type: 'start' })
  const written = await flyUntil(({ step }) => step?.counts.finished === 8)
  expect(written.step?.counts).toMatchObject({ writers: 8, finished: 8 })
  expect(written.step?.counts.ready).toBeGreaterThanOrEqual(16)

  await order(leader, { type: 'arm' })
  await order(leader, { type: 'advance' })
  const board = openDocument(leader, 'board')
  await until(() => openBoard(board.doc).items.all().size >= 16)
  await order(leader, { type: 'advance' })
  const ideas = new Set(SCRIPTS.ru.themes.flatMap((theme) => theme.ideas))
  for (const { text } of openBoard(board.doc).items.all().values()) expect(ideas).toContain(text)
  await flyUntil(() => [...openBoard(board.doc).items.all().values()].filter(({ cluster }) => cluster).length >= 6)
  const { clusters } = openBoard(board.doc)
  const names = new Set(SCRIPTS.ru.themes.map(({ name }) => name))
  for (const { title } of clusters.all().values()) expect(names).toContain(title)

  await order(leader, { type: 'end' })
  await flyUntil((now) => participants(now).length === 0)
  board.close()
}, 60_000)

test('W37 whom the facilitator removes goes, and the others stay', async () => {
  const view = await flyUntil((now) => participants(now).length === 8)
  const [first] = participants(view)
  await order(leader, { type: 'remove', seat: first?.id })
  const left = await flyUntil((now) => participants(now).length === 7)
  expect(left.people.some(({ id }) => id === first?.id)).toBe(false)
}, 60_000)

test('W37 a rehearsal is gone after a day, whatever happened in it last', async () => {
  server.chance.jump(LIMITS.rehearsalMs - 60_000)
  await order(leader, { type: 'start' })
  live.close()
  server.chance.jump(120_000)
  await until(async () => {
    server.chance.jump(60 * 60 * 1000)
    return refusalOf(await ask(`${server.origin}/api/sessions/${leader.session}`, { token: leader.token }))[0] === 401
  })
})

test('W37 a rehearsal to which nobody can be sent is an empty room', async () => {
  for (let count = 1; count < 4; count++) await rehearse('en')
  const fifth = await rehearse('fa')
  server.chance.jump(60_000)
  expect((await viewOf(fifth)).session.challenge.text).toBe(SCRIPTS.fa.question)
  expect(participants(await viewOf(fifth))).toEqual([])
})

test('W37 a rehearsal is asked for in a language that there is', async () => {
  expect(refusalOf(await demand({ language: 'de' }))).toEqual([422, 'bad-input'])
  expect(refusalOf(await demand({ title: 'x' }))).toEqual([422, 'bad-input'])
})
