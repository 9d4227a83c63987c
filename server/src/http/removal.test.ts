import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  give,
  order,
  refusalOf,
  secretOf,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { exchangeBody, postExchange } from '../testing/polling.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { knock, openDocument, openLive, until } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let leila: Person
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server, { settings: { participantsExport: true } })
  leila = await sitDown(meeting, 'Leila')
  await order(meeting, { type: 'start' })
})
afterEach(() => server.stop())

const linkOf = async (person: Person): Promise<string> => {
  const url = urlOf(person, `/seats/${person.seat}/transfer`)
  return secretOf((await ask<{ link: string }>(url, { method: 'POST', token: person.token })).json.link)
}

test('W18 whoever is removed is out on every device and at every door within a second, and back in when restored', async () => {
  const secret = await linkOf(leila)
  const phone = await sitDown(meeting, 'x', await linkOf(leila))
  expect(phone.seat).toBe(leila.seat)
  const lives = await Promise.all([leila, phone].map((person) => openLive(person)))
  const documents = [leila, phone].flatMap((person) =>
    ['board', 'presence', `draft.${leila.seat}`].map((name) => openDocument(person, name)),
  )
  await until(() => documents.every((document) => document.isSynced()))
  const fay = openDocument(meeting, 'presence')
  await until(() => fay.isSynced())
  documents[1]?.provider.awareness.setLocalState({ cursor: [1, 2] })
  const isSeen = (): boolean =>
    [...fay.provider.awareness.getStates().values()].some((state) => state['seat'] === leila.seat)
  await until(isSeen)

  await order(meeting, { type: 'remove', seat: leila.seat })
  const removedAt = performance.now()
  await until(() => documents.every(({ closings }) => closings.length > 0) && !isSeen(), 1_000)
  for (const { code } of await Promise.all(lives.map(({ closed }) => closed))) expect(code).toBe(4403)
  expect(performance.now() - removedAt).toBeLessThan(1_000)
  for (const { closings } of documents) expect(closings).toEqual([4403])

  for (const person of [leila, phone]) {
    for (const path of ['', '/items', '/export', '/screen'])
      expect(refusalOf(await ask(urlOf(person, path), { token: person.token }))).toEqual([403, 'removed'])
    expect(refusalOf(await give(person, { type: 'mark', mark: 'hand' }))).toEqual([403, 'removed'])
    expect(refusalOf(await give(person, { type: 'forget-me' }))).toEqual([403, 'removed'])
    const link = await ask(urlOf(person, `/seats/${person.seat}/transfer`), { method: 'POST', token: person.token })
    expect(refusalOf(link)).toEqual([403, 'removed'])
    for (const name of ['live', 'docs/board', 'docs/presence', `docs/draft.${leila.seat}`])
      expect((await knock(urlOf(person, `/${name}`), [`token.${person.token}`])).status).toBe(403)
    for (const name of ['board', `draft.${leila.seat}`]) {
      const reply = await postExchange(server, person, name, exchangeBody(Y.encodeStateVector(new Y.Doc())))
      expect(reply.error).toMatchObject({ code: 'removed', details: { close: 4403 } })
    }
  }
  await expect(sitDown(meeting, 'x', secret)).rejects.toThrow('removed')
  for (const document of [...documents, fay]) document.close()

  await order(meeting, { type: 'restore', seat: leila.seat })
  for (const person of [leila, phone]) expect((await viewOf(person)).me.state).toBe('seated')
  const back = openDocument(leila, `draft.${leila.seat}`)
  await until(back.isSynced)
  back.close()
})

test('S98 whoever was removed asks once to come back, by a command and by nothing else', async () => {
  expect(refusalOf(await give(leila, { type: 'ask-back' }))).toEqual([403, 'not-allowed'])
  await order(meeting, { type: 'remove', seat: leila.seat })
  const live = await openLive(meeting)
  await order(leila, { type: 'ask-back' })
  await until(() => live.view().session?.asking?.[0]?.name === 'Leila')
  expect(refusalOf(await give(leila, { type: 'ask-back' }))).toEqual([409, 'duplicate'])
  expect(refusalOf(await ask(urlOf(leila), { token: leila.token }))).toEqual([403, 'removed'])
  await order(meeting, { type: 'restore', seat: leila.seat })
  await until(() => live.view().session?.asking === undefined)
  live.close()
})

test('S93 several screens come in by the screen’s link, read the wall alone, and are ended one by one', async () => {
  const enter = async (): Promise<Person> => {
    const body = { invite: secretOf(meeting.links.screen), credential: 'token' }
    const { json } = await ask<{ seat: { id: string; token: string } }>(urlOf(meeting, '/seats'), { body })
    return { ...meeting, seat: json.seat.id, token: json.seat.token }
  }
  const [one, other] = [await enter(), await enter()]
  expect(one.seat).not.toBe(other.seat)
  for (const [name, status] of [
    [`docs/draft.${leila.seat}`, 403],
    [`docs/draft.${one.seat}`, 101],
    ['docs/board', 101],
    ['live', 101],
  ] as const) {
    expect((await knock(urlOf(one, `/${name}`), [`token.${one.token}`])).status).toBe(status)
  }
  expect(refusalOf(await give(one, { type: 'mark', mark: 'hand' }))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await ask(urlOf(one, '/export'), { token: one.token }))).toEqual([403, 'not-allowed'])
  const lives = await Promise.all([one, other].map((person) => openLive(person)))
  await order(meeting, { type: 'remove', seat: one.seat })
  expect((await lives[0]?.closed)?.code).toBe(4403)
  expect(lives[1]?.isOpen()).toBe(true)
  lives[1]?.close()
})
