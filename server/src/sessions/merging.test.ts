import { type Item, groupDuplicates, openBoard } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defuse } from '../export/csv.ts'
import { type Meeting, type Person, ask, createMeeting, give, order, sitDown, urlOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { type DocumentClient, openDocument, until } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let [ann, bob]: Person[] = []
const opened: DocumentClient[] = []
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server, { agenda: [{ kind: 'brainstorm', settings: { variant: 'free', group: 9 } }] })
  ann = await sitDown(meeting, 'Ann')
  bob = await sitDown(meeting, 'Bob')
  await order(meeting, { type: 'start' })
})
afterEach(async () => {
  for (const document of opened.splice(0)) document.close()
  await server.stop()
})

const open = async (person: Person): Promise<DocumentClient> => {
  const document = openDocument(person, 'board')
  opened.push(document)
  await until(document.isSynced)
  return document
}
const add = async (person: Person, text: string): Promise<ItemId> =>
  (await order(person, { type: 'add-item', kind: 'idea', text })).item as ItemId

interface Seen {
  readonly items: readonly (Item & { readonly mine?: true })[]
}
const seenBy = async (person: Person) => {
  const { json } = await ask<Seen>(urlOf(person, '/items'), { token: person.token })
  return (json as Seen).items.map(({ text, state, mine }) => `${text} ${state}${mine ? ' mine' : ''}`).toSorted()
}

test('C44 a merge reaches everyone by the document, under the hand of the server, and is in every export', async () => {
  const [tea, chai] = [await add(ann as Person, 'Tea'), await add(bob as Person, 'Chai')]
  await order(meeting, { type: 'advance' })
  const first = await open(ann as Person)
  const mine = first.doc.clientID
  await order(ann as Person, { type: 'merge', item: tea, into: chai })
  const { doc } = await open(bob as Person)
  const board = openBoard(doc)
  const groups = await until(() => {
    const found = groupDuplicates(board.items.all(), board.links.all().values())
    return found.size > 0 && found
  })
  expect(groups.get(chai)?.map(({ text }) => text)).toEqual(['Tea'])
  expect([...doc.store.clients.keys()]).not.toContain(mine)
  for (const [format, text] of [
    ['md', '- Chai\n  - Tea'],
    ['csv', `"merged","${defuse(chai)}"`],
    ['json', 'duplicate-of'],
  ] as const) {
    const exported = await ask(urlOf(meeting, `/export?format=${format}`), { token: meeting.token })
    expect(exported.text).toContain(text)
  }
  await order(ann as Person, { type: 'unmerge', item: tea })
  await until(() => board.items.get(tea)?.state === 'published')
  expect(board.links.all().size).toBe(0)
})

test('C44 nobody writes a merge or a link into the document themselves', async () => {
  const [tea, chai] = [await add(ann as Person, 'Tea'), await add(bob as Person, 'Chai')]
  await order(meeting, { type: 'advance' })
  const forger = await open(ann as Person)
  openBoard(forger.doc).links.add({ id: 'link-of-a-forger' as never, type: 'duplicate-of', from: tea, to: chai })
  await until(() => forger.closings.includes(4403))
  const other = await open(bob as Person)
  openBoard(other.doc).items.patch(tea, { state: 'merged' })
  await until(() => other.closings.includes(4403))
  const { doc } = await open(meeting)
  expect(openBoard(doc).links.all().size).toBe(0)
  expect(openBoard(doc).items.get(tea)?.state).toBe('published')
})

test('C44 what lies under a hidden note is hidden with it, from all but those who lead and its owner', async () => {
  const [tea, chai] = [await add(ann as Person, 'Tea'), await add(bob as Person, 'Chai')]
  await order(meeting, { type: 'merge', item: tea, into: chai })
  await order(meeting, { type: 'hide', item: chai })
  expect(await seenBy(meeting)).toEqual(['Chai hidden', 'Tea merged'])
  expect(await seenBy(ann as Person)).toEqual(['Tea merged mine'])
  expect(await seenBy(bob as Person)).toEqual([])
  expect((await give(bob as Person, { type: 'unmerge', item: tea })).status).toBe(409)
})
