import { LIMITS } from '@roundel/shared/kernel'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask, newId, order, refusalOf, urlOf, viewOf, type Person, type Reply } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { type Team, foundTeam, holdBrainstorm } from '../testing/team.ts'

let server: RunningServer
let team: Team
beforeEach(async () => {
  server = await startServer()
  team = await foundTeam(server)
})
afterEach(() => server.stop())

const FREE = { kind: 'brainstorm', settings: { variant: 'free' } }

interface Founded {
  readonly session: string
  readonly seat: { readonly id: string; readonly token: string }
  readonly items?: readonly string[]
}

const found = (body: Record<string, unknown>, key: string | undefined = team.key): Promise<Reply<Founded>> =>
  ask(`${server.origin}/api/sessions`, {
    body: { title: 'Next', workspace: team.id, credential: 'token', ...body },
    ...(key !== '' && { token: key }),
  })

const countSessions = async (): Promise<number> => (await server.store.sessionsOf(team.id as never)).length

/** One idea of an earlier session, and one line of a talk. */
const hear = async () => {
  const former = await team.meet({ agenda: [FREE] })
  const [idea] = await holdBrainstorm(former, ['Tea in the hall'])
  const talk = { type: 'note-contact', kind: 'client', who: 'A patient', at: server.chance.now(), lines: ['They wait'] }
  const { contacts } = (await team.change(talk)).json
  return [
    { type: 'item', session: former.session, item: idea },
    { type: 'contact', contact: contacts[0]?.id, line: 0 },
  ] as const
}

test('Z60 what is carried stands in a new session from its first moment, by reference and nobody’s', async () => {
  const carry = await hear()
  const made = await found({ agenda: [{ kind: 'talk' }, FREE], carry })
  expect(made.status).toBe(201)
  expect(made.json.items).toHaveLength(2)
  const fay: Person = { ...made.json, origin: server.origin, seat: made.json.seat.id, token: made.json.seat.token }
  const { json } = await ask<{ items: { id: string; kind: string; text: string; step: string; mine?: true }[] }>(
    urlOf(fay, '/items'),
    { token: fay.token },
  )
  const { agenda } = (await viewOf(fay)).session
  expect(json.items.map(({ kind, text, step, mine }) => [kind, text, step, mine])).toEqual([
    ['idea', 'Tea in the hall', agenda[1]?.id, undefined],
    ['insight', 'They wait', agenda[1]?.id, undefined],
  ])
  const way = await ask<{ before: { type: string }[] }>(urlOf(fay, `/items/${json.items[1]?.id}/lineage`), {
    token: fay.token,
  })
  expect(way.json.before).toMatchObject([{ type: 'contact', text: 'They wait' }])
  expect((await team.carry(fay.session, carry)).json.items).toEqual([])
  // And people write on the board that was begun like this.
  await order(fay, { type: 'start' })
  await order(fay, { type: 'skip' })
  expect((await viewOf(fay)).step?.prompts).toEqual([json.items[1]?.id])
  await order(fay, { type: 'add-item', kind: 'idea', text: 'One more' })
  const after = await ask<{ items: { text: string }[] }>(urlOf(fay, '/items'), { token: fay.token })
  expect(after.json.items.map(({ text }) => text)).toEqual(['Tea in the hall', 'They wait', 'One more'])
})

test('Z61 where one reference is refused nothing is created, and the answer says which', async () => {
  const [item, line] = await hear()
  const stranger = await foundTeam(server)
  const theirs = await stranger.meet({ agenda: [FREE] })
  const [secret] = await holdBrainstorm(theirs, ['Theirs'])
  const before = await countSessions()
  for (const [wrong, at] of [
    [{ type: 'item', session: theirs.session, item: secret }, 0],
    [{ type: 'item', session: item.session, item: newId() }, 1],
    [{ type: 'contact', contact: line.contact, line: 2 }, 2],
    [{ type: 'contact', contact: newId(), line: 0 }, 1],
  ] as const) {
    const reply = await found({ carry: [item, line].toSpliced(at, 0, wrong as never) })
    expect(refusalOf(reply)).toEqual([404, 'unknown'])
    expect(reply.json).toMatchObject({ error: { details: { path: `carry.${at}` } } })
  }
  expect(await countSessions()).toBe(before)
})

test('Z62 only the key of a workspace brings anything out of it, and what is no reference is none', async () => {
  const carry = await hear()
  const before = await countSessions()
  expect(refusalOf(await found({ carry }, ''))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await found({ carry }, 'wrong'))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await found({ carry, workspace: undefined }, ''))).toEqual([422, 'bad-input'])
  for (const wrong of [
    [],
    'all',
    [{ type: 'action', session: newId(), action: newId() }],
    [{ ...carry[0], more: 1 }],
    [{ ...carry[1], line: LIMITS.contactLines }],
    Array.from({ length: LIMITS.carriedAtOnce + 1 }, () => carry[0]),
  ])
    expect(refusalOf(await found({ carry: wrong }))).toEqual([422, 'bad-input'])
  expect(await countSessions()).toBe(before)
})
