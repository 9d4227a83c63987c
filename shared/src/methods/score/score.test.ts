import { describe, expect, test } from 'vitest'
import { type ItemId, LIMITS, type SeatId, asId } from '../../kernel/index.ts'
import { SCORING_IDS, type ScoringResult } from '../../scoring/index.ts'
import { type Command, can, findStop, viewFor } from '../../session/index.ts'
import { SimulatedRoom } from '../../session/simulated/room.ts'
import { withWork, workOf } from '../../session/work.ts'
import { type Poll, noteCast } from '../../voting/index.ts'
import { type BallotBox, type ScoreView, score, withResult } from './index.ts'

const STEP = asId<'step'>('score00000000000')

/** A room at the beginning of a vote, with ideas by several people behind it. */
const gather = (settings: Record<string, unknown> = {}, ideas = 3) => {
  const agenda = [{ kind: 'brainstorm' }, { kind: 'score', id: STEP, settings }, { kind: 'talk' }] as never
  const room = new SimulatedRoom({ agenda })
  const [leila, omid, client] = [room.enter('Leila'), room.enter('Omid'), room.enter('Mina', 'client')]
  const observer = room.enter('Vera', 'observer')
  room.give(room.facilitator, { type: 'start' })
  for (let index = 0; index < ideas; index++) room.write(index % 2 ? leila : omid, `Idea ${index}`)
  room.goOn()
  room.give(room.facilitator, { type: 'skip' })
  const items = [...room.items.keys()]
  const phase = () => findStop(room.session)?.phase.key
  const box = () => workOf(room.session, STEP) as BallotBox
  const codeOf = (seat: SeatId, command: Command): string => {
    const result = room.give(seat, command)
    return result.ok ? 'ok' : result.error.code
  }
  const seen = (seat: SeatId) => viewFor(room.session, seat, room.surroundings()).work?.[STEP]?.data as ScoreView
  /** What the server notes when a ballot is on disk. */
  const cast = (seat: SeatId, person = 1): void => {
    const { poll } = box()
    const found = poll && noteCast(poll, seat, person)
    if (!found?.ok) throw new Error(found?.error.code)
    room.session = withWork(room.session, STEP, { ...box(), poll: found.value })
  }
  const count = (): void => {
    const result = {
      scoring: 'fan',
      order: items.map((item, at) => ({ item, rank: at + 1 })),
    } as unknown as ScoringResult
    room.session = withWork(room.session, STEP, withResult(box(), box().poll?.id ?? '', result))
  }
  return { room, leila, omid, client, observer, items, phase, box, codeOf, seen, cast, count }
}

test('Q33 a vote takes a quarter of an hour: prepared, open after a freeze, closed for good, shown as results', () => {
  const brief = score
    .plan({})
    .map(({ key, minutes, begins, final }) => `${begins ? `${begins}>` : ''}${key} ${minutes}${final ? ' final' : ''}`)
  expect(brief).toEqual(['prepare 2', 'freeze>open 5', 'closed 1 final', 'results>shown 7'])
  for (const name of ['prepare', 'open', 'closed', 'shown']) expect(score.accepts({ [name]: 0 })).toBe(false)
  for (const scoring of SCORING_IDS) expect(score.accepts({ scoring })).toBe(true)
  expect(score.accepts({ scoring: 'applause' })).toBe(false)
  expect(score.accepts({ scoring: 'fan', options: { scale: 'feet' } })).toBe(false)
})

test('Q33 it begins with every idea that was brought, and is set up anew as often as those who lead like', () => {
  const { room, leila, items, box, codeOf } = gather()
  expect(new Set(box().sheet.items)).toEqual(new Set(items))
  const sheet = {
    type: 'set-up-scoring',
    scoring: 'tesco',
    options: {},
    subject: 'ideas',
    items: items.slice(0, 2),
    voters: { clients: 'not', facilitators: false },
  } as const satisfies Command
  expect(codeOf(leila, sheet)).toBe('not-allowed')
  expect(codeOf(room.facilitator, sheet)).toBe('ok')
  expect(box().sheet).toMatchObject({ scoring: 'tesco', items: items.slice(0, 2) })
  expect(codeOf(room.facilitator, { ...sheet, items: [] })).toBe('bad-input')
  expect(codeOf(room.facilitator, { ...sheet, items: [asId('nothing000000000')] })).toBe('unknown')
  expect(codeOf(room.facilitator, { ...sheet, options: { scale: 'feet' } })).toBe('bad-input')
  expect(box().sheet.scoring).toBe('tesco')
})

test('Q33 a ranking opens only with a criterion, and nothing at all without something to vote on', () => {
  const ranking = gather({ scoring: 'ranking' })
  expect(ranking.codeOf(ranking.room.facilitator, { type: 'arm' })).toBe('closed')
  const named = gather({ scoring: 'ranking', options: { criterion: 'Impact this quarter' } })
  named.room.goOn()
  expect(named.phase()).toBe('open')
  const empty = gather({}, 0)
  expect(empty.codeOf(empty.room.facilitator, { type: 'arm' })).toBe('closed')
  expect(empty.phase()).toBe('prepare')
})

test('Q34 opening is announced two seconds before, and then ideas stand still until results are shown', () => {
  const { room, leila, omid, items, phase, codeOf, count } = gather()
  expect(codeOf(room.facilitator, { type: 'arm' })).toBe('ok')
  room.wait(LIMITS.freezeMs - 1)
  expect(phase()).toBe('prepare')
  room.wait(1)
  expect(phase()).toBe('open')
  const [first, second] = items as [ItemId, ItemId]
  const touch = () => [
    codeOf(room.facilitator, { type: 'park', item: first }),
    codeOf(room.facilitator, { type: 'merge', item: first, into: second }),
    ...[leila, omid].map((seat) => codeOf(seat, { type: 'edit-item', item: first, text: 'Other' })),
  ]
  expect(touch().includes('ok')).toBe(false)
  room.goOn()
  expect(touch().includes('ok')).toBe(false)
  count()
  room.goOn()
  expect(phase()).toBe('shown')
  expect(codeOf(room.facilitator, { type: 'park', item: first })).toBe('ok')
})

describe('Q35 an open vote is finished or taken back first', () => {
  test.each([
    ['skipped', (): Command => ({ type: 'skip' })],
    ['switched', (): Command => ({ type: 'switch-method', to: { kind: 'talk' } })],
    ['ended', (): Command => ({ type: 'end' })],
    ['gone back from', (): Command => ({ type: 'back' })],
    ['undone', (): Command => ({ type: 'undo' })],
  ])('Q35 it is not %s', (_how, command) => {
    const { room, codeOf, phase, leila, cast, box } = gather()
    room.goOn()
    cast(leila)
    for (const at of ['open', 'closed']) {
      const before = box()
      expect(codeOf(room.facilitator, command())).not.toBe('ok')
      expect([phase(), box()]).toEqual([at, before])
      room.goOn()
    }
  })

  test('Q35 taken back it is gone with every ballot, and opens anew under another id', () => {
    const { room, codeOf, phase, leila, cast, box } = gather()
    room.goOn()
    cast(leila)
    const first = box().poll?.id
    expect(codeOf(leila, { type: 'cancel-scoring' })).toBe('not-allowed')
    expect(codeOf(room.facilitator, { type: 'cancel-scoring' })).toBe('ok')
    expect(codeOf(room.facilitator, { type: 'cancel-scoring' })).toBe('wrong-phase')
    expect(codeOf(room.facilitator, { type: 'advance' })).toBe('closed')
    expect(codeOf(room.facilitator, { type: 'reopen', step: STEP, phase: 'prepare' })).toBe('ok')
    room.goOn()
    expect(phase()).toBe('open')
    expect(box().poll).toMatchObject({ state: 'open', cast: [] })
    expect(box().poll?.id).not.toBe(first)
  })

  test('Q35 a time that is up closes no vote by itself unless its step goes on so, and shows nothing that is not counted', () => {
    const { room, phase, count, codeOf } = gather()
    room.goOn()
    room.wait(600_000)
    expect(phase()).toBe('open')
    room.goOn()
    expect(codeOf(room.facilitator, { type: 'arm' })).toBe('closed')
    count()
    expect(codeOf(room.facilitator, { type: 'arm' })).toBe('ok')
    room.wait(LIMITS.armMs)
    expect(phase()).toBe('shown')
  })
})

test('Q36 those vote who are there when it opens, clients as was agreed, those who lead only when that was said', () => {
  const electors = (settings: Record<string, unknown>) => {
    const { room, box, leila, omid, client, observer } = gather(settings)
    room.goOn()
    const names = new Map([
      [leila, 'leila'],
      [omid, 'omid'],
      [client, 'client'],
      [observer, 'observer'],
      [room.facilitator, 'facilitator'],
    ])
    return box()
      .poll?.electors.map(({ seat }) => names.get(seat))
      .toSorted()
  }
  expect(electors({})).toEqual(['client', 'leila', 'omid'])
  expect(electors({ voters: { clients: 'not' } })).toEqual(['leila', 'omid'])
  expect(electors({ voters: { facilitators: true, clients: 'apart' } })).toEqual([
    'client',
    'facilitator',
    'leila',
    'omid',
  ])
})

test('Q36 who comes late votes once they are let, and who leaves stays on the list', () => {
  const { room, box, codeOf, leila, omid } = gather()
  room.goOn()
  const late = room.enter('Nima')
  expect(() => noteCast(box().poll as Poll, late, 1)).not.toThrow()
  expect(noteCast(box().poll as Poll, late, 1).ok).toBe(false)
  expect(codeOf(omid, { type: 'admit-voter', seat: late, people: 1 })).toBe('not-allowed')
  expect(codeOf(room.facilitator, { type: 'admit-voter', seat: late, people: 1 })).toBe('ok')
  expect(noteCast(box().poll as Poll, late, 1).ok).toBe(true)
  expect(codeOf(room.facilitator, { type: 'admit-voter', seat: asId('nobody0000000000'), people: 1 })).toBe('unknown')
  room.give(room.facilitator, { type: 'remove', seat: leila })
  expect(box().poll?.electors.map(({ seat }) => seat)).toContain(leila)
})

test('Q37 until results are shown everybody learns how many voted, and nobody who, what, or what it comes to', () => {
  const { room, leila, omid, client, observer, cast, count, seen, phase } = gather()
  room.goOn()
  cast(leila)
  cast(omid)
  const look = () =>
    [room.facilitator, client, observer].map((seat) => {
      const view = viewFor(room.session, seat, room.surroundings())
      // Those who lead are told who may vote, which does not depend on who did.
      const { voters, ...others } = (view.work?.[STEP]?.data ?? {}) as ScoreView
      const may = Object.fromEntries([leila, omid, client].map((elector) => [elector, 1]))
      expect(voters).toEqual(seat === room.facilitator ? may : undefined)
      expect(JSON.stringify(others)).not.toContain(leila)
      return [seen(seat).poll?.cast, seen(seat).poll?.electors, seen(seat).result]
    })
  expect(look()).toEqual([
    [2, 3, undefined],
    [2, 3, undefined],
    [2, 3, undefined],
  ])
  expect(viewFor(room.session, leila, room.surroundings()).me.work).toEqual({ people: 1, cast: [1] })
  room.goOn()
  count()
  expect(look().map(([, , result]) => result)).toEqual([undefined, undefined, undefined])
  expect(seen(client).isCounted).toBe(true)
  room.goOn()
  expect(phase()).toBe('shown')
  expect(look().every(([, , result]) => result !== undefined)).toBe(true)
})

test('Q37 a seat that ends leaves no name in the ballot box, and two that become one count once', () => {
  const { room, leila, omid, box, cast } = gather()
  room.goOn()
  cast(leila)
  cast(omid)
  room.give(omid, { type: 'forget-me' })
  expect(JSON.stringify(room.session)).not.toContain(omid)
  expect(box().poll?.cast).toHaveLength(2)
  const other = room.enter('Leila 2')
  room.give(room.facilitator, { type: 'admit-voter', seat: other, people: 1 })
  cast(other)
  expect(box().poll?.cast).toHaveLength(3)
  expect(room.give(room.facilitator, { type: 'merge-seats', seat: leila, other, name: 'Leila 2' }).ok).toBe(true)
  expect(box().poll?.cast).toHaveLength(2)
  expect(JSON.stringify(box())).not.toContain(other)
})

test('Q36 buttons show what can be done with a vote', () => {
  const { room, leila } = gather()
  const offered = (seat: SeatId) =>
    (['set-up-scoring', 'admit-voter', 'cancel-scoring'] as const).filter((type) => can(room.session, seat, type))
  expect([offered(room.facilitator), offered(leila)]).toEqual([['set-up-scoring'], []])
  room.goOn()
  expect([offered(room.facilitator), offered(leila)]).toEqual([['admit-voter', 'cancel-scoring'], []])
  room.give(room.facilitator, { type: 'cancel-scoring' })
  expect(offered(room.facilitator)).toEqual(['admit-voter'])
})
