import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, openLive, readDrafts, until, writeDraft } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server)
})
afterEach(() => server.stop())

const linkTo = (person: Person, seat: string) =>
  ask<{ link: string }>(urlOf(person, `/seats/${seat}/transfer`), { method: 'POST', token: person.token })

/** Goes over to the seat that a personal link opens, known by the token as those are whose browser keeps no cookie. */
const goOver = async (person: Person, link: string): Promise<Person> => {
  const { json } = await ask<{ seat: { id: string; token: string } }>(urlOf(person, '/seats'), {
    body: { invite: secretOf(link), credential: 'token' },
    token: person.token,
  })
  return { ...person, seat: json.seat.id, token: json.seat.token }
}

/** Somebody who was here before, and the same person on a device that knows nothing of it. */
const comeTwice = async (): Promise<{ readonly before: Person; readonly again: Person }> => ({
  before: await sitDown(meeting, 'Leila'),
  again: await sitDown(meeting, 'Leila'),
})

describe('C49 the same person on another device', () => {
  test('C49 neither the name nor the claim opens a seat, a press of the facilitator does, once', async () => {
    const { before, again } = await comeTwice()
    expect((await viewOf(again)).me).toMatchObject({ name: 'Leila (2)', can: { 'claim-seat': true } })
    expect(refusalOf(await linkTo(again, before.seat))).toEqual([403, 'not-allowed'])
    await order(again, { type: 'claim-seat', seat: before.seat })
    expect(refusalOf(await linkTo(again, before.seat))).toEqual([403, 'not-allowed'])
    expect((await viewOf(meeting)).people.find(({ id }) => id === again.seat)).toMatchObject({ claims: before.seat })

    await order(meeting, { type: 'grant-claim', seat: again.seat })
    expect(refusalOf(await linkTo(again, meeting.seat))).toEqual([403, 'not-allowed'])
    const { link } = (await linkTo(again, before.seat)).json
    const back = await goOver(again, link)
    expect(back.seat).toBe(before.seat)
    expect((await viewOf(back)).me).toMatchObject({ name: 'Leila', state: 'seated' })
    expect((await viewOf(meeting)).people.map(({ name }) => name)).toEqual(['Fay', 'Leila'])
    expect(refusalOf(await ask(urlOf(again), { token: again.token }))).toEqual([401, 'not-seated'])
  })

  test('C49 a seat whose person is here is not opened by a claim', async () => {
    const { before, again } = await comeTwice()
    await order(again, { type: 'claim-seat', seat: before.seat })
    await order(meeting, { type: 'grant-claim', seat: again.seat })
    const live = await openLive(before)
    await until(() => live.views().length > 0)
    expect(refusalOf(await linkTo(again, before.seat))).toEqual([403, 'not-allowed'])
    live.close()
    await live.closed
    await until(async () => (await linkTo(again, before.seat)).status === 201)
  })

  test('C49 what was written in private meanwhile comes along, once', async () => {
    const { before, again } = await comeTwice()
    await order(meeting, { type: 'start' })
    const step = (await viewOf(meeting)).step?.id ?? ''
    const drafts = openDocument(again, `draft.${again.seat}`)
    await until(drafts.isSynced)
    writeDraft(drafts.doc, step, 'Written as the second')
    await until(async () => (await viewOf(meeting)).step?.counts.ready === 1)
    drafts.close()
    await order(again, { type: 'claim-seat', seat: before.seat })
    await order(meeting, { type: 'grant-claim', seat: again.seat })
    const back = await goOver(again, (await linkTo(again, before.seat)).json.link)
    const mine = openDocument(back, `draft.${back.seat}`)
    await until(() => readDrafts(mine.doc).length > 0)
    expect(readDrafts(mine.doc)).toEqual(['Written as the second'])
    mine.close()
    await order(meeting, { type: 'arm' })
    await order(meeting, { type: 'advance' })
    const { json } = await ask<{ items: { text: string; mine?: true }[] }>(urlOf(back, '/items'), { token: back.token })
    expect(json.items).toMatchObject([{ text: 'Written as the second', mine: true }])
  })

  test('C49 a link that somebody was given otherwise brings nobody’s texts along', async () => {
    const ann = await sitDown(meeting, 'Ann')
    const bob = await sitDown(meeting, 'Bob')
    await order(meeting, { type: 'start' })
    const drafts = openDocument(bob, `draft.${bob.seat}`)
    await until(drafts.isSynced)
    writeDraft(drafts.doc, (await viewOf(meeting)).step?.id ?? '', 'Of Bob alone')
    await until(async () => (await viewOf(meeting)).step?.counts.ready === 1)
    drafts.close()
    const over = await goOver(bob, (await linkTo(ann, ann.seat)).json.link)
    expect(over.seat).toBe(ann.seat)
    const theirs = openDocument(over, `draft.${ann.seat}`)
    await until(theirs.isSynced)
    expect(readDrafts(theirs.doc)).toEqual([])
    theirs.close()
  })
})

describe('C50 coming back', () => {
  test('C50 a removed person asks once, is told so, and goes in as who they were when somebody lets them', async () => {
    const leila = await sitDown(meeting, 'Leila')
    await order(meeting, { type: 'remove', seat: leila.seat })
    const away = await ask(urlOf(leila), { token: leila.token })
    expect(away.json).toMatchObject({ error: { code: 'removed' } })
    expect(away.text).not.toContain('asked')
    await order(leila, { type: 'ask-back' })
    expect((await ask(urlOf(leila), { token: leila.token })).json).toMatchObject({
      error: { code: 'removed', details: { asked: true } },
    })
    expect(refusalOf(await give(leila, { type: 'ask-back' }))).toEqual([409, 'duplicate'])
    expect((await viewOf(meeting)).session.asking).toEqual([{ seat: leila.seat, name: 'Leila' }])
    await order(meeting, { type: 'restore', seat: leila.seat })
    expect((await viewOf(leila)).me).toMatchObject({ seat: leila.seat, name: 'Leila', state: 'seated' })
  })
})

describe('C53 what a closed or full door says', () => {
  test('C53 a full session says how many seats there are, and has one as soon as somebody leaves', async () => {
    const small = await createMeeting(server, { settings: { participants: 1 } })
    const leila = await sitDown(small, 'Leila')
    const knock = () => ask(urlOf(small, '/seats'), { body: { invite: small.code, name: 'Kofi', credential: 'token' } })
    const full = await knock()
    expect(refusalOf(full)).toEqual([503, 'full'])
    expect(full.json).toMatchObject({ error: { details: { seats: 1 } } })
    await order(leila, { type: 'leave' })
    expect((await knock()).status).toBe(201)
  })

  test('C53 an ended session says when it ended', async () => {
    await order(meeting, { type: 'start' })
    await order(meeting, { type: 'end' })
    const at = expect.any(Number) as number
    const join = await ask(urlOf(meeting, '/seats'), { body: { invite: meeting.code, name: 'Kofi' } })
    expect(join.json).toMatchObject({ error: { code: 'ended', details: { at } } })
    expect((await ask(`${server.origin}/api/join/${meeting.code}`)).json).toMatchObject({ endedAt: at })
  })
})
