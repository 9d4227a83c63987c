import type { SessionId } from '@roundel/shared/kernel'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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
import { openStore } from '../storage/open.ts'
import { type RunningServer, emptyFolder, startServer } from '../testing/running-server.ts'
import { openDocument, openLive, readDrafts, readTexts, until, writeDraft } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let leila: Person
let again: Person
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server, { agenda: [{ kind: 'brainstorm', names: 'shown' }] })
  leila = await sitDown(meeting, 'Leila')
  again = await sitDown(meeting, 'Leila')
  await order(meeting, { type: 'start' })
})
afterEach(() => server.stop())

type Items = { items: { text: string; mine?: true; author?: string }[] }
const itemsFor = async (person: Person) =>
  (await ask<Items>(urlOf(person, '/items'), { token: person.token })).json.items

const storedDraft = (seat: string) => server.store.document(meeting.session as SessionId, `draft.${seat}`)

/** Writes into the private document of a person, and waits until it is on disk. */
const write = async (
  person: Person,
  texts: readonly string[],
  state: 'ready' | 'composing' = 'ready',
): Promise<void> => {
  const draft = openDocument(person, `draft.${person.seat}`)
  await until(draft.isSynced)
  const step = (await viewOf(person)).step?.id ?? ''
  const before = (await storedDraft(person.seat)).seq
  for (const text of texts) writeDraft(draft.doc, step, text, state)
  await until(async () => (await storedDraft(person.seat)).seq >= before + texts.length)
  draft.close()
}

const merge = () => order(meeting, { type: 'merge-seats', seat: leila.seat, other: again.seat, name: 'Leila (2)' })

const linkTo = async (person: Person): Promise<string> =>
  secretOf(
    (
      await ask<{ link: string }>(urlOf(person, `/seats/${person.seat}/transfer`), {
        method: 'POST',
        token: person.token,
      })
    ).json.link,
  )

describe('S89 two seats of one person', () => {
  test('S89 what the other wrote in private reaches the first’s own document, also an open one', async () => {
    await write(leila, ['Mine'])
    const open = openDocument(leila, `draft.${leila.seat}`)
    await until(open.isSynced)
    await write(again, ['Ready'])
    await write(again, ['Unfinished'], 'composing')
    await merge()
    await until(() => readDrafts(open.doc).length === 3)
    expect(readDrafts(open.doc).toSorted()).toEqual(['Mine', 'Ready', 'Unfinished'])
    expect((await storedDraft(again.seat)).seq).toBe(0)
    open.close()

    await order(meeting, { type: 'arm' })
    await order(meeting, { type: 'advance' })
    const items = await itemsFor(leila)
    expect(items.map(({ text, mine, author }) => `${text} ${mine} ${author}`).toSorted()).toEqual([
      `Mine true ${leila.seat}`,
      `Ready true ${leila.seat}`,
    ])
  })

  test('S89 what the other shared is the first’s, by name in the document too', async () => {
    await write(again, ['Shared'])
    await order(meeting, { type: 'arm' })
    await order(meeting, { type: 'advance' })
    const board = openDocument(leila, 'board')
    await until(() => readTexts(board.doc).length === 1)
    await merge()
    const [item] = await itemsFor(leila)
    expect(item).toMatchObject({ mine: true, author: leila.seat })
    const authors = () =>
      [...board.doc.getMap('items').values()].map((record) => (record as Map<string, unknown>).get('author'))
    await until(() => authors()[0] === leila.seat)
    const stored = await server.store.session(meeting.session as SessionId)
    expect(stored?.owners.map(({ owner }) => owner)).toEqual([leila.seat])
    board.close()
  })

  test('S89 all are told, but a screen and who waits outside', async () => {
    const wall = await sitDown(meeting, 'Wall', secretOf(meeting.links.screen))
    await order(meeting, { type: 'set-setting', door: 'ask' })
    const outside = await sitDown(meeting, 'Lukas')
    const [one, dark, waiting] = await Promise.all([openLive(leila), openLive(wall), openLive(outside)])
    await merge()
    const notice = await until(() => one.messages.find((message) => message.type === 'notice'))
    expect(notice).toMatchObject({
      code: 'seats-merged',
      details: { seat: leila.seat, was: 'Leila (2)', name: 'Leila' },
    })
    // The order of a later change behind it shows that none is under way.
    await order(meeting, { type: 'edit-challenge', challenge: { text: 'Later' } })
    await until(() => dark.view().session?.challenge.text === 'Later')
    await order(meeting, { type: 'admit', seat: outside.seat })
    await until(() => waiting.view().me?.state === 'seated')
    for (const live of [dark, waiting]) expect(live.messages.filter(({ type }) => type === 'notice')).toEqual([])
    for (const live of [one, dark, waiting]) live.close()
  })
})

describe('I15 what opened the seat', () => {
  test('I15 devices and personal links of the merged seat open the other', async () => {
    const secret = await linkTo(again)
    const live = await openLive(again)
    const board = openDocument(again, 'board')
    await until(board.isSynced)
    await merge()
    expect((await live.closed).code).toBe(1012)
    await until(() => board.closings.length > 0)
    expect(board.closings[0]).toBe(4403)
    board.close()
    expect((await viewOf(again)).me).toMatchObject({ seat: leila.seat, name: 'Leila' })
    const back = openDocument(again, `draft.${leila.seat}`)
    await until(back.isSynced)
    back.close()
    expect((await sitDown(meeting, 'x', secret)).seat).toBe(leila.seat)
    expect((await viewOf(meeting)).people.map(({ name }) => name)).toEqual(['Fay', 'Leila'])
  })

  test('I15 nothing opens a seat that was forgotten, and nothing of the person is left but what they shared', async () => {
    const canary = await sitDown(meeting, 'Canary')
    const secret = await linkTo(canary)
    await write(canary, ['Shared'])
    await write(canary, ['A private canary'], 'composing')
    await order(meeting, { type: 'arm' })
    await order(meeting, { type: 'advance' })
    const live = await openLive(canary)
    await order(canary, { type: 'forget-me' })
    expect((await live.closed).code).toBe(1012)
    for (const path of ['', '/items', '/export'])
      expect(refusalOf(await ask(urlOf(canary, path), { token: canary.token }))).toEqual([401, 'not-seated'])
    await expect(sitDown(meeting, 'x', secret)).rejects.toThrow('unknown')

    const stored = await server.store.session(meeting.session as SessionId)
    expect(stored?.json).not.toContain('Canary')
    expect(stored?.json).not.toContain(canary.seat)
    expect(stored?.owners).toEqual([])
    expect(stored?.documents).not.toContain(`draft.${canary.seat}`)
    expect(await server.store.grantsOf(meeting.session as SessionId, canary.seat as never)).toEqual([])
    const log = await server.store.log(meeting.session as SessionId)
    expect(log.at(-1)?.seat).not.toBe(canary.seat)
    const [item] = await itemsFor(leila)
    expect(item?.text).toBe('Shared')
    expect(item).not.toHaveProperty('author')
  })
})

test('S91 who gives themselves another name is announced to all', async () => {
  const live = await openLive(again)
  await order(leila, { type: 'rename', seat: leila.seat, name: 'Fay' })
  const notice = await until(() => live.messages.find((message) => message.type === 'notice'))
  expect(notice).toMatchObject({ code: 'renamed', details: { seat: leila.seat, was: 'Leila', name: 'Fay (2)' } })
  live.close()
})

test('S89 S90 on disk a merged seat is the other, and a forgotten one is nobody, also after a restart', async () => {
  await server.stop()
  const dataDir = emptyFolder()
  const open = async () => startServer({ store: await openStore({ dataDir, durability: 'full' }) })
  server = await open()
  meeting = await createMeeting(server, { agenda: [{ kind: 'brainstorm', names: 'shown' }] })
  leila = await sitDown(meeting, 'Leila')
  again = await sitDown(meeting, 'Leila')
  const bob = await sitDown(meeting, 'Bob')
  await order(meeting, { type: 'start' })
  await write(again, ['One', 'Two'])
  await write(bob, ['Three'])
  await order(meeting, { type: 'arm' })
  await order(meeting, { type: 'advance' })
  await write(again, ['Unfinished'], 'composing')
  await merge()
  await order(bob, { type: 'forget-me' })
  await server.stop()

  server = await open()
  const there = (person: Person): Person => ({ ...person, origin: server.origin })
  const items = await itemsFor(there(again))
  expect(items.map(({ text, mine, author }) => `${text} ${mine} ${author}`).toSorted()).toEqual(
    ['Three undefined undefined', `One true ${leila.seat}`, `Two true ${leila.seat}`].toSorted(),
  )
  expect(refusalOf(await ask(urlOf(there(bob)), { token: bob.token }))).toEqual([401, 'not-seated'])
  const draft = openDocument(there(again), `draft.${leila.seat}`)
  await until(() => readDrafts(draft.doc).length === 3)
  expect(readDrafts(draft.doc).toSorted()).toEqual(['One', 'Two', 'Unfinished'])
  draft.close()
})
