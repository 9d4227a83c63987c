import { moveToCluster, openBoard, openDraft, pairUp, applyPatches } from '@roundel/shared/board'
import { type ItemId, LIMITS, asId } from '@roundel/shared/kernel'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  give,
  order,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { type DocumentClient, openDocument, readDrafts, until, writeDraft } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
const opened: DocumentClient[] = []
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server)
})
afterEach(async () => {
  for (const document of opened.splice(0)) document.close()
  await server.stop()
})

const open = async (person: Person, name: string): Promise<DocumentClient> => {
  const document = openDocument(person, name)
  opened.push(document)
  await until(document.isSynced)
  return document
}

/** Somebody who writes so many ideas in private; resolves when the server has them all. */
const write = async (person: Person, texts: readonly string[]): Promise<DocumentClient> => {
  const draft = await open(person, `draft.${person.seat}`)
  const { step } = await viewOf(person)
  for (const text of texts) writeDraft(draft.doc, step?.id ?? '', text)
  const check = openDocument(person, `draft.${person.seat}`)
  opened.push(check)
  await until(() => readDrafts(check.doc).length === texts.length)
  return draft
}

const goOn = async (): Promise<void> => {
  if ((await give(meeting, { type: 'advance' })).status === 200) return
  await order(meeting, { type: 'arm' })
  await order(meeting, { type: 'advance' })
}

test('S41 a second line that its owner wrote in private comes along, is changed by those who lead, and stands in every export', async () => {
  const ann = await sitDown(meeting, 'Ann')
  await order(meeting, { type: 'start' })
  const draft = await write(ann, ['Show the way'])
  // As long as it may be, of the characters that take the most bytes.
  const long = '道'.repeat(LIMITS.ideaCharacters)
  const [private_] = [...openDraft(draft.doc).items.all().keys()]
  openDraft(draft.doc).items.patch(private_ as ItemId, { second: { lang: 'zh', text: long } })
  const check = await open(ann, `draft.${ann.seat}`)
  await until(() => openDraft(check.doc).items.get(private_ as ItemId)?.second?.text === long)
  expect(draft.closings).toEqual([])

  const board = await open(ann, 'board')
  await goOn()
  const [item] = await until(() => {
    const items = [...openBoard(board.doc).items.all().values()]
    return items.length > 0 && items
  })
  expect(item).toMatchObject({ text: 'Show the way', second: { lang: 'zh', text: long } })
  const bob = await sitDown(meeting, 'Bob')
  const translation = { type: 'translate-item', item: item?.id, lang: 'fa', text: 'راه را نشان بده' }
  expect((await give(bob, translation)).status).toBe(403)
  await order(meeting, translation)
  await until(() => openBoard(board.doc).items.get(item?.id as ItemId)?.second?.lang === 'fa')
  for (const format of ['json', 'csv', 'md']) {
    const exported = await ask(urlOf(meeting, `/export?format=${format}`), { token: meeting.token })
    expect(exported.text).toContain('راه را نشان بده')
  }
  await order(ann, { ...translation, text: '' })
  await until(() => openBoard(board.doc).items.get(item?.id as ItemId)?.second === undefined)
})

test('S44 a note is dealt to whoever asks, another one once it was placed, and none when all are', async () => {
  const [ann, bob] = [await sitDown(meeting, 'Ann'), await sitDown(meeting, 'Bob')]
  await order(meeting, { type: 'start' })
  await write(ann, ['One', 'Two'])
  await goOn()
  await goOn()
  const first = (await order(ann, { type: 'deal' })).item
  const second = (await order(bob, { type: 'deal' })).item
  expect(first).not.toBe(second)
  expect((await viewOf(ann)).me.dealt?.item).toBe(first)
  expect(JSON.stringify(await viewOf(meeting))).not.toContain(first)

  const { doc } = await open(ann, 'board')
  const board = openBoard(doc)
  const cluster = asId<'cluster'>('cluster-of-ann--')
  applyPatches(board, pairUp(board, asId(first ?? ''), asId(second ?? ''), cluster, 'Door').do)
  const seen = openBoard((await open(bob, 'board')).doc)
  await until(() => [...seen.items.all().values()].every((item) => item.cluster === cluster))
  expect(seen.clusters.get(cluster)?.title).toBe('Door')
  expect((await give(ann, { type: 'deal' })).status).toBe(409)
})

test('S45 in a large room three make groups and everyone places; the gate holds to it', async () => {
  const people: Person[] = []
  for (let count = 0; count < 21; count++) people.push(await sitDown(meeting, `P${count}`))
  await order(meeting, { type: 'start' })
  await write(people[0] as Person, ['One', 'Two', 'Three'])
  await goOn()
  await goOn()
  const { step } = await viewOf(meeting)
  expect(step?.policies.group).toBe('some')
  expect(step?.named).toHaveLength(3)
  const named = people.find(({ seat }) => step?.named?.some((id) => id === seat)) as Person
  const other = people.find(({ seat }) => !step?.named?.some((id) => id === seat)) as Person

  const first = openBoard((await open(named, 'board')).doc)
  const [one, two, three] = [...first.items.all().keys()] as [ItemId, ItemId, ItemId]
  const cluster = asId<'cluster'>('cluster-of-named')
  applyPatches(first, pairUp(first, one, two, cluster, 'Door').do)
  const document = await open(other, 'board')
  const second = openBoard(document.doc)
  await until(() => second.clusters.get(cluster))
  applyPatches(second, moveToCluster(second, three, cluster).do)
  await until(() => first.items.get(three)?.cluster === cluster)
  second.clusters.add({ id: asId('cluster-of-other'), step: asId(step?.id ?? ''), title: 'Mine' })
  await until(() => document.closings.includes(4403))
  expect(first.clusters.all().size).toBe(1)
})
