import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../storage/open.ts'
import { type Store, StorageFault, type Write } from '../storage/store.ts'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  give,
  order,
  refusalOf,
  sitDown,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, openLive, readDrafts, until, writeDraft } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
let failing = false
/** While this is there, what people write in documents waits for it on its way to the disk. */
let held: PromiseWithResolvers<void> | undefined
let waiting = 0

/** A store whose disk can be full. */
const openFullDisk = async (): Promise<Store> => {
  const store = await openStore({ memory: true })
  const guard =
    <Written extends Write>(run: (write: Written) => Promise<void>) =>
    async (write: Written): Promise<void> => {
      if (failing) throw new StorageFault('disk full')
      if (held && !write.value) {
        waiting++
        await held.promise
      }
      return run(write)
    }
  return { ...store, commit: guard(store.commit), create: guard(store.create) }
}

beforeEach(async () => {
  failing = false
  held = undefined
  waiting = 0
  server = await startServer({ store: await openFullDisk() })
  meeting = await createMeeting(server)
  ann = await sitDown(meeting, 'Ann')
  await order(meeting, { type: 'start' })
})
afterEach(() => server.stop())

const readiness = async () => (await ask(`${server.origin}/api/ready`)).status

test('W17 a command that could not be stored had no effect, and everyone is sent away to come back', async () => {
  const live = await openLive(ann)
  const shown = live.frames.length
  failing = true
  expect(refusalOf(await give(meeting, { type: 'lock', locked: true }))).toEqual([503, 'overloaded'])
  expect((await live.closed).code).toBe(4503)
  expect(live.frames.slice(shown).join()).not.toContain('"locked":true')
  expect(await readiness()).toBe(503)

  failing = false
  server.chance.jump(2_000)
  await until(async () => (await readiness()) === 200)
  expect((await viewOf(ann)).step?.locked).toBe(false)
  await order(meeting, { type: 'lock', locked: true })
  expect((await viewOf(ann)).step?.locked).toBe(true)
})

test('W17 what a person wrote while the disk was full is neither shown nor lost: their device sends it again', async () => {
  const [draft, device] = [openDocument(ann, `draft.${ann.seat}`), openDocument(ann, `draft.${ann.seat}`)]
  await until(() => draft.isSynced() && device.isSynced())
  const heard = device.received.length
  failing = true
  writeDraft(draft.doc, (await viewOf(ann)).step?.id ?? '', 'A canary')
  await until(() => draft.closings.length > 0)
  expect(draft.closings[0]).toBe(4503)
  expect(device.received.slice(heard).some((bytes) => Buffer.from(bytes).includes('canary'))).toBe(false)

  failing = false
  await until(() => readDrafts(device.doc).includes('A canary'), 8_000)
  draft.close()
  device.close()
})

test('W17 after a failure the session is opened again only when nothing of the former is on its way any more', async () => {
  const draft = openDocument(ann, `draft.${ann.seat}`)
  await until(draft.isSynced)
  const step = (await viewOf(ann)).step?.id ?? ''
  held = Promise.withResolvers()
  writeDraft(draft.doc, step, 'On its way')
  await until(() => waiting > 0)
  failing = true
  expect(refusalOf(await give(meeting, { type: 'lock', locked: true }))).toEqual([503, 'overloaded'])
  failing = false
  draft.close()

  let answered = false
  const viewing = viewOf(ann).finally(() => (answered = true))
  await until(async () => (await ask(`${server.origin}/api/health`)).status === 200)
  expect(answered).toBe(false)
  held.resolve()
  expect((await viewing).step?.locked).toBe(false)
  const again = openDocument(ann, `draft.${ann.seat}`)
  await until(() => readDrafts(again.doc).includes('On its way'))
  again.close()
})

test('W17 while the store fails nobody is told that they created or joined anything', async () => {
  failing = true
  expect(refusalOf(await ask(`${server.origin}/api/sessions`, { body: { title: 'A' } }))).toEqual([503, 'overloaded'])
  expect(await readiness()).toBe(503)
  const joined = await ask(`${server.origin}/api/sessions/${meeting.session}/seats`, {
    body: { invite: meeting.code, name: 'Bob' },
  })
  expect(refusalOf(joined)).toEqual([503, 'overloaded'])
  expect(joined.headers.getSetCookie()).toEqual([])
})
