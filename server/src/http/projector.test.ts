import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { exchangeBody, openPolled, postExchange } from '../testing/polling.ts'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  order,
  refusalOf,
  secretOf,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { knock, openDocument, openLive, readTexts, until, writeItem } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server, { agenda: [{ kind: 'brainstorm', names: 'shown' }] })
  ann = await sitDown(meeting, 'Ann')
})
afterEach(() => server.stop())

const SHOW = { show: 'screen' } as const

const openBoard = (person: Person) => openDocument(person, 'board', undefined, SHOW)

const status = async (person: Person, path: string): Promise<number> =>
  (await knock(urlOf(person, `${path}?show=screen`), [`token.${person.token}`])).status

/** Goes on to where ideas lie open and everyone may add more. */
const reveal = async (): Promise<string> => {
  await order(meeting, { type: 'start' })
  await order(meeting, { type: 'arm' })
  await order(meeting, { type: 'advance' })
  return (await viewOf(meeting)).step?.id ?? ''
}

describe('R53 who shows what', () => {
  test('R53 screens and those who lead open the view of a screen and its board, nobody else, and nothing besides', async () => {
    const screen = await sitDown(meeting, 'Wall', secretOf(meeting.links.screen))
    const observer = await sitDown(meeting, 'Otto', secretOf(meeting.links.observer))
    for (const path of ['/live', '/docs/board']) {
      for (const person of [meeting, screen]) expect([path, await status(person, path)]).toEqual([path, 101])
      for (const person of [ann, observer]) expect([path, await status(person, path)]).toEqual([path, 403])
    }
    for (const document of ['presence', `draft.${meeting.seat}`])
      expect([document, await status(meeting, `/docs/${document}`)]).toEqual([document, 403])
    const odd = `${urlOf(meeting, '/live')}?show=everything`
    expect((await knock(odd, [`token.${meeting.token}`])).status).toBe(422)
  })

  test('R53 its first message is the view of a screen, the same that the call answers, and it goes on as such', async () => {
    await order(meeting, { type: 'start' })
    const live = await openLive(meeting, SHOW)
    await until(() => live.views().length > 0)
    const { json } = await ask<object>(urlOf(meeting, '/screen'), { token: meeting.token })
    const { now: _now, v: _v, ...shown } = json as Record<string, unknown>
    expect(live.view()).toMatchObject(shown)
    expect(live.view().me).toMatchObject({ role: 'screen', can: {}, marks: [], name: '' })
    await order(meeting, { type: 'mark', mark: 'hand' })
    await order(meeting, { type: 'set-setting', door: 'ask' })
    await sitDown(meeting, 'Canary')
    await order(meeting, { type: 'message', text: 'A line' })
    await until(() => live.view().session?.message)
    for (const text of ['"links"', 'Canary', '"can":{"', '"plan"', '"marks":[{'])
      expect(live.frames.join()).not.toContain(text)
    live.close()
  })

  test('R53 what happens to a person is no notice for it', async () => {
    const [stage, projector] = [await openLive(meeting), await openLive(meeting, SHOW)]
    await order(ann, { type: 'rename', seat: ann.seat, name: 'Anna' })
    await until(() => stage.messages.some(({ type }) => type === 'notice'))
    await until(() => projector.view().people?.some(({ name }) => name === 'Anna'))
    expect(projector.messages.filter(({ type }) => type === 'notice')).toEqual([])
    for (const live of [stage, projector]) live.close()
  })

  test('R53 commands from it are refused, whoever sits on the seat', async () => {
    const live = await openLive(meeting, SHOW)
    live.say({ type: 'command', ref: 7, command: { type: 'start', commandId: 'abcdefghijklmnop' } })
    const refused = await until(() => live.messages.find(({ type }) => type === 'refused'))
    expect(refused).toMatchObject({ ref: 7, code: 'not-allowed' })
    expect((await viewOf(meeting)).session.state).toBe('lobby')
    live.close()
  })

  test('R53 its board brings what is published and takes nothing, by socket or by exchange', async () => {
    const step = await reveal()
    const [stage, projector] = [openDocument(meeting, 'board'), openBoard(meeting)]
    await until(() => stage.isSynced() && projector.isSynced())
    writeItem(stage.doc, step, 'From the stage', meeting.seat)
    await until(() => readTexts(projector.doc).length === 1)
    const polled = openPolled(server, meeting, 'board?show=screen')
    await polled.exchange()
    expect(readTexts(polled.doc)).toEqual(['From the stage'])

    writeItem(projector.doc, step, 'From the projector', meeting.seat)
    await until(() => projector.closings.length > 0)
    expect(projector.closings).toEqual([4403])
    writeItem(polled.doc, step, 'By exchange', meeting.seat)
    expect((await polled.exchange()).error).toMatchObject({ code: 'not-allowed', details: { close: 4403 } })
    const check = openDocument(ann, 'board')
    await until(check.isSynced)
    expect(readTexts(check.doc)).toEqual(['From the stage'])
    for (const document of [stage, projector, check]) document.close()
  })
})

describe('R53 who is here', () => {
  test('R53 nobody is here because of it, yet its sockets count', async () => {
    const live = await openLive(ann)
    const isHere = () => live.view().people?.find(({ id }) => id === meeting.seat)?.here
    const [projector, board] = [await openLive(meeting, SHOW), openBoard(meeting)]
    await until(board.isSynced)
    await openPolled(server, meeting, 'board?show=screen').exchange()
    // Something that is shown for certain, after all that.
    await order(ann, { type: 'rename', seat: ann.seat, name: 'Anna' })
    await until(() => live.view().people?.some(({ name }) => name === 'Anna'))
    // Asking for the view, as `order` does not, would make her be here.
    expect(isHere()).toBe(false)
    const stage = await openLive(meeting)
    await until(isHere)
    stage.close()
    await until(() => isHere() === false)

    const more = await Promise.all(Array.from({ length: 14 }, () => openLive(meeting, SHOW)))
    expect(await status(meeting, '/live')).toBe(429)
    for (const socket of [...more, live, projector, board]) socket.close()
  })
})

test('R53 a room is not closed under a projector, though nobody is here', async () => {
  const live = await openLive(meeting, SHOW)
  for (let minutes = 0; minutes < 10; minutes++) {
    for (let nth = 0; nth < 4; nth++) {
      const before = live.views().length
      server.chance.jump(15_000)
      await until(() => live.views().length > before)
    }
  }
  expect(live.isOpen()).toBe(true)
  live.close()
})

describe('R53 when the rights end', () => {
  test('R53 it stays with a facilitator who became a co-facilitator, and ends within a second for who leads no more', async () => {
    const [projector, board] = [await openLive(meeting, SHOW), openBoard(meeting)]
    await until(board.isSynced)
    await order(meeting, { type: 'hand-over', seat: ann.seat })
    await until(() => projector.view().people?.some(({ id, role }) => id === ann.seat && role === 'facilitator'))
    expect(projector.isOpen() && board.closings.length === 0).toBe(true)

    const before = projector.views().length
    await order(ann, { type: 'set-role', seat: meeting.seat, role: 'participant' })
    expect((await projector.closed).code).toBe(4403)
    await until(() => board.closings.length > 0, 1_000)
    expect(board.closings).toEqual([4403])
    expect(projector.views().length).toBe(before)
    expect(refusalOf(await ask(urlOf(meeting, '/screen'), { token: meeting.token }))).toEqual([403, 'not-allowed'])
    const again = await postExchange(
      server,
      meeting,
      'board?show=screen',
      exchangeBody(Y.encodeStateVector(new Y.Doc())),
    )
    expect(again.error).toMatchObject({ code: 'not-allowed', details: { close: 4403 } })
    // Their own seat goes on.
    expect((await viewOf(meeting)).me.role).toBe('participant')
    board.close()
  })

  test('R53 it ends for who was removed', async () => {
    await order(meeting, { type: 'set-role', seat: ann.seat, role: 'co-facilitator' })
    const [projector, board] = [await openLive(ann, SHOW), openBoard(ann)]
    await until(board.isSynced)
    await order(meeting, { type: 'remove', seat: ann.seat })
    expect((await projector.closed).code).toBe(4403)
    await until(() => board.closings.length > 0, 1_000)
    expect(board.closings).toEqual([4403])
    board.close()
  })
})
