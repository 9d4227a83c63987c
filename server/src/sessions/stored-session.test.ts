import type { SessionId } from '@roundel/shared/kernel'
import { type Session, createSession, decide, newCode, timingOf, viewFor } from '@roundel/shared/session'
import { nanoid } from 'nanoid'
import { expect, test } from 'vitest'
import { openStore } from '../storage/open.ts'
import { ask, createMeeting, order, refusalOf, urlOf, viewOf } from '../testing/program.ts'
import { startServer } from '../testing/running-server.ts'
import { UnreadableSession, isReadable, readSession, writeSession } from './stored-session.ts'

const now = 5_000_000

/** As it was written before sessions kept their times: the second of three steps is live. */
const OLD = JSON.stringify({
  id: 'session000000001',
  title: 'An old one',
  language: 'en',
  createdAt: 1,
  challenge: { text: '' },
  challengeHistory: [],
  code: 'ABCD-EFGH',
  links: { facilitator: 'f', participant: 'p', client: 'c', observer: 'o', screen: 's' },
  agenda: ['done', 'live', 'planned'].map((state, index) => ({
    id: `step00000000000${index}`,
    kind: 'brainstorm',
    names: 'hidden',
    settings: { variant: 'silent-first', goalPerPerson: 8, frame: 0, warmup: 0, write: 6, build: 4, group: 5 },
    state,
    ...(state === 'planned' ? {} : { begun: true }),
  })),
  position: {
    state: 'live',
    epoch: 7,
    step: 'step000000000001',
    phase: 'build',
    since: now - 60_000,
    clock: { state: 'running', endsAt: now + 180_000 },
  },
  settings: { door: 'open', participants: 60, participantsExport: false, allowLate: true },
  seats: {
    seat000000000001: {
      id: 'seat000000000001',
      name: 'Fay',
      colour: 'lemon',
      role: 'facilitator',
      side: 'team',
      flags: [],
      language: 'en',
      state: 'seated',
      joinedAt: 1,
    },
  },
  marks: [],
  locked: false,
})

const facilitator = 'seat000000000001' as never

const press = (session: Session, command: Parameters<typeof decide>[1]): Session => {
  const circumstances = {
    now,
    random: () => 0.5,
    newId: () => nanoid(16),
    item: () => undefined,
    itemCount: () => 0,
    itemsOf: () => [],
    isGroup: () => false,
    looseItems: () => [],
    isWrittenFor: () => false,
    draft: () => undefined,
    readyDrafts: () => [],
    linksOf: () => [],
    drafts: () => [],
    signed: () => [],
    signedOnCloths: () => [],
    cloth: () => [],
  }
  const decision = decide(session, command, facilitator, circumstances)
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value.session
}

test('S59 a session that was stored before times were kept opens, and everything can be done with it', () => {
  const session = readSession(OLD)
  expect(timingOf(session).startedAt).toBe(now - 60_000)
  const around = { now, version: 1, here: new Set<never>(), ready: new Map(), activeAt: new Map(), published: 0 }
  const { agenda } = viewFor(session, facilitator, around).session
  expect(agenda.map(({ plan }) => plan?.past)).toEqual([['write', 'build', 'group'], ['write'], []])
  const [first] = session.agenda
  const reopened = press(session, { type: 'reopen', step: first?.id as never })
  expect(reopened.position).toMatchObject({ phase: 'group' })
  expect(press(reopened, { type: 'advance' }).position).toMatchObject({ step: 'step000000000001', phase: 'build' })
  expect(press(session, { type: 'fit-rest' }).agenda).toHaveLength(3)
})

test('S59 what is stored is read as it was', () => {
  const made = createSession(
    { title: 'New', template: 'quarterly-75', plannedAt: now, plannedMinutes: 75 },
    {
      now,
      random: () => 0.5,
      newId: () => nanoid(16),
      newSecret: () => nanoid(),
      newCode: () => newCode(() => 0.5),
    },
  )
  if (!made.ok) throw new Error(made.error.code)
  const { session } = made.value
  expect(readSession(writeSession(session))).toEqual(session)
  expect(JSON.parse(writeSession(session))).toMatchObject({ format: 1 })
})

test('S59 what a newer program wrote, or what is no session, is refused', () => {
  const newer = { ...(JSON.parse(OLD) as object), format: 2 }
  const strange = { ...(JSON.parse(OLD) as object), agenda: [{ ...readSession(OLD).agenda[0], kind: 'spell' }] }
  for (const json of [JSON.stringify(newer), JSON.stringify(strange), '{}', '[]', 'null', '{', '']) {
    expect(isReadable(json)).toBe(false)
    expect(() => readSession(json)).toThrow(UnreadableSession)
  }
})

test('S59 a session of a newer program answers 503, is left as it is, and disturbs no other', async () => {
  const store = await openStore({ memory: true })
  const first = await startServer({ store })
  const [meeting, other] = [await createMeeting(first), await createMeeting(first)]
  const id = meeting.session as SessionId
  await order(meeting, { type: 'start' })
  const stored = await store.session(id)
  const newer = JSON.stringify({ ...(JSON.parse(stored?.json ?? '') as object), format: 99 })
  await store.commit({
    session: id,
    value: { version: (stored?.version ?? 0) + 1, json: newer, code: meeting.code },
  })
  await first.app.close()
  const second = await startServer({ store })
  const there = { ...meeting, origin: second.origin }
  expect(refusalOf(await ask(urlOf(there), { token: there.token }))).toEqual([503, 'overloaded'])
  expect((await store.session(id))?.json).toBe(newer)
  expect((await viewOf({ ...other, origin: second.origin })).session.state).toBe('lobby')
  expect((await ask(`${second.origin}/api/ready`)).status).toBe(200)
  await second.stop()
})
