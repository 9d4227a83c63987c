import { openDraft } from '@roundel/shared/board'
import { asId } from '@roundel/shared/kernel'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Meeting, type Person, createMeeting, order, sitDown, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, until } from '../testing/sockets.ts'

let server: RunningServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.stop())

const begin = async (kind: string): Promise<{ meeting: Meeting; leila: Person }> => {
  const meeting = await createMeeting(server, { agenda: [{ kind }] })
  const leila = await sitDown(meeting, 'Leila')
  await order(meeting, { type: 'start' })
  return { meeting, leila }
}

const logOf = async ({ session }: Meeting) =>
  (await server.store.log(session as never)).map(
    ({ seat, type }) => `${type} ${seat === 'server' ? 'server' : 'named'}`,
  )

test('S111 where names are hidden the log says that a cause was added, and not by whom', async () => {
  const { meeting, leila } = await begin('five-whys')
  for (const [field, text] of [
    ['what', 'People wait'],
    ['where', 'At the desk'],
    ['when', 'In the morning'],
    ['extent', '25 minutes'],
    ['since', 'March'],
  ] as const) {
    await order(leila, { type: 'state-problem', field, text, was: '' })
  }
  const statement = {
    what: 'People wait',
    where: 'At the desk',
    when: 'In the morning',
    extent: '25 minutes',
    since: 'March',
  }
  await order(meeting, { type: 'accept-problem', accepted: true, statement })
  await order(meeting, { type: 'advance' })
  await order(leila, { type: 'add-cause', text: 'Forms are filled at the desk' })
  const log = await logOf(meeting)
  expect(log).toContain('add-cause server')
  expect(log).toContain('accept-problem named')
  expect(log).not.toContain('add-cause named')
  expect(log).not.toContain('state-problem named')
})

test('S111 what somebody says of a negative idea in secret is in no log at all', async () => {
  const { meeting, leila } = await begin('reverse')
  const draft = openDocument(leila, `draft.${leila.seat}`)
  await until(() => draft.isSynced())
  const step = (await viewOf(leila)).step?.id ?? ''
  openDraft(draft.doc).items.add({
    id: asId('draft-000000001a'),
    kind: 'negative-idea',
    step: asId(step),
    text: 'Hide the clock',
    lang: 'en',
    state: 'ready',
  })
  await until(async () => ((await viewOf(meeting)).step?.counts.ready ?? 0) > 0)
  await order(meeting, { type: 'arm' })
  await order(meeting, { type: 'advance' })
  const items = openDocument(leila, 'board')
  await until(() => items.doc.getMap('items').size > 0)
  const [item] = [...items.doc.getMap('items').keys()]
  await order(leila, { type: 'already-true', item, isTrue: true })
  expect((await logOf(meeting)).filter((line) => line.startsWith('already-true'))).toEqual([])
  draft.close()
  items.close()
})
