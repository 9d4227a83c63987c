import { TRAY } from '@roundel/shared/testing'
import { afterEach, expect, test, vi } from 'vitest'
import type { View } from '@roundel/shared/session'
import { openStore } from '../storage/open.ts'
import { type Meeting, type Person, ask, createMeeting, order, sitDown, urlOf, viewOf } from '../testing/program.ts'
import { type RunningServer, emptyFolder, startServer } from '../testing/running-server.ts'
import { openLive, until } from '../testing/sockets.ts'

// The method that these tests bring is known in this thread alone.
vi.mock(import('../export/aside.ts'), async (load) => {
  const { makeFile } = await import('../export/make-file.ts')
  return { ...(await load()), makeFileAside: makeFile }
})

let server: RunningServer
afterEach(() => server.stop())

interface Kept {
  readonly data: { readonly entered: readonly string[]; readonly picked: readonly string[] }
  readonly kept?: readonly string[]
}

const AGENDA = [{ kind: TRAY, settings: { lay: 1, pick: 5, rest: 1 } }, { kind: 'talk' }]

/** A session whose first step is open, and an idea in it that Ann wrote. */
const gather = async () => {
  const meeting = await createMeeting(server, { agenda: AGENDA })
  const ann = await sitDown(meeting, 'Ann')
  await order(meeting, { type: 'start' })
  await order(meeting, { type: 'arm' })
  await order(meeting, { type: 'advance' })
  const step = (await viewOf(ann)).step?.id as string
  const { item } = (await order(ann, { type: 'add-item', kind: 'idea', text: 'Two chairs' })) as { item: string }
  return { meeting, ann, step, item }
}

const workIn = ({ work }: Partial<View>, step: string): Kept | undefined =>
  (work as Readonly<Record<string, Kept>> | undefined)?.[step]

test('S119 it reaches everybody inside as it changes and not otherwise, and nobody at the door', async () => {
  server = await startServer()
  const { meeting, ann, step, item } = await gather()
  await order(meeting, { type: 'set-setting', door: 'ask' })
  const waiting = await sitDown(meeting, 'Wanda')
  const [live, bell] = [await openLive(ann), await openLive(waiting)]
  const parts = () => live.frames.filter((frame) => frame.includes(`"work":{"${step}"`)).length
  await until(() => workIn(live.view(), step) !== undefined)
  expect(workIn(live.view(), step)).toEqual({ data: { entered: ['lay', 'pick'], picked: [] } })
  expect(parts()).toBe(1)

  await order(meeting, { type: 'lock', locked: true })
  await until(() => live.view().step?.locked === true)
  await order(meeting, { type: 'lock', locked: false })
  await until(() => live.view().step?.locked === false)
  expect(parts()).toBe(1)

  await order(ann, { type: 'pick-item', item })
  await until(() => workIn(live.view(), step)?.kept !== undefined)
  expect(workIn(live.view(), step)).toEqual({ data: { entered: ['lay', 'pick'], picked: [item] }, kept: [item] })
  expect(parts()).toBe(2)
  // What is one person's own reaches that person.
  expect(live.view().me?.work).toEqual({ picked: 1 })
  expect((await viewOf(meeting)).me.work).toEqual({ picked: 0 })
  expect(bell.frames.join()).not.toMatch(/"work"|picked/)
  expect(await viewOf(waiting)).not.toHaveProperty('work')
  live.close()
  bell.close()
})

test('S119 a plain request, a screen and the file say the same, and the description tells of it', async () => {
  server = await startServer()
  const { meeting, ann, step, item } = await gather()
  await order(ann, { type: 'pick-item', item })
  const live = await openLive(ann)
  await until(() => workIn(live.view(), step)?.kept !== undefined)
  const polled = await viewOf(ann)
  expect(polled.work).toEqual(live.view().work)
  expect(polled.me.work).toEqual({ picked: 1 })
  const screen = await ask<View>(urlOf(meeting, '/screen'), { token: meeting.token })
  expect(screen.json.work).toEqual(polled.work)
  expect(screen.json.me).not.toHaveProperty('work')
  const file = await ask<{ work: Record<string, unknown> }>(urlOf(meeting, '/export?format=json'), {
    token: meeting.token,
  })
  expect(file.json.work).toEqual({ [step]: { entered: ['lay', 'pick'], picked: [item] } })
  const described = await ask(`${server.origin}/api/openapi.json`)
  expect(described.text).toContain('What methods keep of their steps besides items, by step.')
  live.close()
})

test('S119 a session without any has none: not in a view, not in the file', async () => {
  server = await startServer()
  const meeting = await createMeeting(server)
  await order(meeting, { type: 'start' })
  expect(await viewOf(meeting)).not.toHaveProperty('work')
  const { json } = await ask<object>(urlOf(meeting, '/export?format=json'), { token: meeting.token })
  expect(json).not.toHaveProperty('work')
})

test('S119 it lasts over a restart, and a method goes on with what it kept', async () => {
  const dataDir = emptyFolder()
  const open = async () => startServer({ store: await openStore({ dataDir, durability: 'full' }) })
  server = await open()
  const { meeting, ann, step, item } = await gather()
  await order(ann, { type: 'pick-item', item })
  const before = await viewOf(ann)
  await server.stop()

  server = await open()
  const there = <Someone extends Person | Meeting>(person: Someone): Someone => ({ ...person, origin: server.origin })
  const after = await viewOf(there(ann))
  expect(after.work).toEqual(before.work)
  expect(after.me.work).toEqual({ picked: 1 })
  const kept = await ask(urlOf(there(ann), '/commands'), {
    token: ann.token,
    body: { commandId: 'a-command-000001', type: 'edit-item', item, text: 'Other words' },
  })
  expect(kept.status).toBe(409)
  await order(there(meeting), { type: 'advance' })
  expect(workIn(await viewOf(there(ann)), step)?.data.entered).toEqual(['lay', 'pick', 'rest'])
})
