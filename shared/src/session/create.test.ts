import { expect, test } from 'vitest'
import { LIMITS, seededRandom } from '../kernel/index.ts'
import { createSession } from './create.ts'
import { seededIds } from './simulated/room.ts'

const made = () => {
  const newId = seededIds(seededRandom(3))
  const asked: number[] = []
  return {
    now: 5_000,
    random: seededRandom(4),
    newId,
    newSecret: (bytes: number) => {
      asked.push(bytes)
      return `${bytes}-${newId()}`
    },
    newCode: () => 'K7QM-4TDX',
    asked,
  }
}

test('S2 a session begins in the lobby with one planned brainstorm, hidden names, an open door and its facilitator seated', () => {
  const created = createSession({ title: 'The front desk' }, made())
  if (!created.ok) throw new Error(created.error.code)
  const { session, facilitator } = created.value
  expect(session).toMatchObject({
    title: 'The front desk',
    language: 'en',
    createdAt: 5_000,
    challenge: { text: '' },
    code: 'K7QM-4TDX',
    position: { state: 'lobby', epoch: 0 },
    settings: { door: 'open', participants: LIMITS.participants, participantsExport: false, allowLate: true },
    marks: [],
    locked: false,
  })
  expect(session.agenda).toHaveLength(1)
  expect(session.agenda[0]).toMatchObject({
    kind: 'brainstorm',
    names: 'hidden',
    state: 'planned',
    settings: { write: 6 },
  })
  expect(Object.keys(session.seats)).toEqual([facilitator])
  expect(session.seats[facilitator]).toMatchObject({ role: 'facilitator', state: 'seated', name: 'Facilitator' })
})

test('S2 a session is a plain value: stored as text and read again it is the same', () => {
  const body = {
    title: 'Q4',
    language: 'fa',
    challenge: { text: 'How?', who: 'We', translations: { ru: 'Как?' } },
    agenda: [{ kind: 'brainstorm', title: 'One', question: 'What?', names: 'shown', settings: { write: 8 } }],
    settings: { door: 'ask', participants: 12, participantsExport: true, allowLate: false },
    facilitatorName: 'Amina',
  } as const
  const created = createSession({ ...body, agenda: [...body.agenda] }, made())
  if (!created.ok) throw new Error(created.error.code)
  const { session } = created.value
  expect(JSON.parse(JSON.stringify(session))).toStrictEqual(session)
  expect(session.challenge).toStrictEqual(body.challenge)
  expect(session.settings).toStrictEqual(body.settings)
  expect(session.agenda[0]?.settings).toMatchObject({ write: 8, build: 4 })
})

test('S2 each link has a secret of its own, the facilitator’s of 32 bytes and the others of 16', () => {
  const making = made()
  const created = createSession({ title: 'x' }, making)
  if (!created.ok) throw new Error(created.error.code)
  expect(making.asked.toSorted((one, other) => other - one)).toEqual([32, 16, 16, 16, 16])
  const { links } = created.value.session
  expect(links.facilitator).toMatch(/^32-/)
  expect(new Set(Object.values(links)).size).toBe(5)
})

test('S2 settings that do not fit the method of a step are refused, with the index of the step', () => {
  const refused = createSession(
    { title: 'x', agenda: [{ kind: 'brainstorm' }, { kind: 'brainstorm', settings: { write: -1 } }] },
    made(),
  )
  expect(refused).toStrictEqual({
    ok: false,
    error: { code: 'bad-input', details: { path: 'agenda.1.settings', step: 1 } },
  })
})
