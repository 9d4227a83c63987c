import { LIMITS, seededRandom } from '@roundel/shared/kernel'
import { SCORING_IDS, scoringOf } from '@roundel/shared/scoring'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Result } from '../http/answers-of-results.ts'
import { alike, openPollingPlace } from '../testing/polling-place.ts'
import { type Person, give, order, refusalOf, sitDown, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'

let server: RunningServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.stop())

test.each(SCORING_IDS.map((id) => [id] as const))(
  'Q38 by %s: ballots come in, are counted when voting is over, and every figure of the result is named',
  async (scoring) => {
    const options =
      scoring === 'ranking'
        ? { criterion: 'Impact this quarter' }
        : scoring === 'criteria'
          ? { criteria: [{ key: 'speed', label: 'Speed', weight: 1 }] }
          : {}
    const accepted = scoringOf(scoring).accepts(options) ? options : {}
    const place = await openPollingPlace(server, { voters: 5, ideas: 4, settings: { scoring, options: accepted } })
    expect(refusalOf(await place.result())).toEqual([403, 'not-revealed'])
    await place.goTo('open')
    const { poll } = await place.seen()
    const random = seededRandom(4)
    for (const [index, voter] of place.voters.entries()) {
      const ballot = scoringOf(scoring).simulate({ items: poll?.items ?? [], settings: poll?.settings }, random)
      const reply = await place.cast(voter, ballot)
      expect([reply.status, reply.json.cast, reply.json.electors]).toEqual([200, index + 1, 5])
    }
    await place.goTo('closed')
    for (const person of [place.meeting, ...place.voters]) {
      expect(refusalOf(await place.result(person))).toEqual([403, 'not-revealed'])
    }
    await place.goTo('shown')
    const reply = await place.result(place.voters[0])
    expect(reply.status).toBe(200)
    expect(reply.json.result).toMatchObject({ scoring, turnout: { cast: 5, eligible: 5, isQuorate: true } })
    expect(v.safeParse(Result, reply.json.result).issues ?? []).toEqual([])
    expect((await place.seen(place.voters[1])).result).toEqual(reply.json.result)
  },
)

describe('Q39 a ballot', () => {
  test('Q39 is kept while it is begun, counts once it is cast, can be cast anew until voting is over, and not after', async () => {
    const place = await openPollingPlace(server)
    const [leila, omid] = place.voters as [Person, Person]
    expect(refusalOf(await place.cast(leila, alike(place.items, 3)))).toEqual([409, 'wrong-phase'])
    await place.goTo('open')
    expect((await place.own(leila)).json).toMatchObject({ state: 'none', seq: 0 })
    const begun = await place.cast(leila, alike(place.items.slice(0, 1), 3), { cast: false })
    expect(begun.json).toMatchObject({ state: 'begun', seq: 1, cast: 0 })
    expect((await place.own(leila)).json).toMatchObject({ state: 'begun', body: alike(place.items.slice(0, 1), 3) })
    expect((await place.own(omid)).json).toMatchObject({ state: 'none' })
    expect((await place.cast(leila, alike(place.items, 3))).json).toMatchObject({ state: 'cast', seq: 2, cast: 1 })
    expect((await place.cast(leila, alike(place.items, 5))).json).toMatchObject({ seq: 3, cast: 1 })
    expect(refusalOf(await place.cast(leila, alike(place.items, 1), { cast: false }))).toEqual([409, 'duplicate'])
    await place.cast(omid, alike(place.items.slice(0, 1), 1), { cast: false })
    await place.goTo('closed')
    expect(refusalOf(await place.cast(leila, alike(place.items, 1)))).toEqual([409, 'closed'])
    expect(refusalOf(await place.cast(omid, alike(place.items, 1), { cast: false }))).toEqual([409, 'closed'])
    expect((await place.own(leila)).json).toMatchObject({ state: 'none' })
    await place.goTo('shown')
    const { result } = (await place.result()).json
    expect(result).toMatchObject({ turnout: { cast: 1, eligible: 3, isQuorate: false, isSecrecyWeak: true } })
  })

  test('Q39 is taken from who may vote, of the poll that is open, as its scoring reads it, and else loses nothing', async () => {
    const place = await openPollingPlace(server, { voters: 2 })
    const [leila] = place.voters as [Person]
    await place.goTo('open')
    const late = await sitDown(place.meeting, 'Nima')
    const good = alike(place.items, 4)
    expect(refusalOf(await place.cast(late, good))).toEqual([403, 'not-allowed'])
    expect(refusalOf(await place.cast(place.meeting, good))).toEqual([403, 'not-allowed'])
    expect(refusalOf(await place.cast(leila, good, { person: 2 }))).toEqual([403, 'not-allowed'])
    expect(refusalOf(await place.cast(leila, good, { poll: 'another-poll-000' }))).toEqual([409, 'closed'])
    for (const wrong of [
      null,
      7,
      {},
      alike(place.items, 9),
      alike(['item000000000none'], 3),
      { [place.items[0] ?? '']: { cost: 3 } },
    ]) {
      expect((await place.cast(leila, wrong)).status).toBe(422)
    }
    expect((await place.cast(leila, good)).status).toBe(200)
    await order(place.meeting, { type: 'admit-voter', seat: late.seat })
    expect((await place.cast(late, good)).json).toMatchObject({ cast: 2, electors: 3 })
  })

  test('Q39 around one device each of the people casts one, and each counts once', async () => {
    const place = await openPollingPlace(server, { voters: 1 })
    const [laptop] = place.voters as [Person]
    await place.goTo('open')
    await order(place.meeting, { type: 'admit-voter', seat: laptop.seat, people: 3 })
    for (const [person, value] of [1, 5, 3].entries()) {
      await place.cast(laptop, alike(place.items, value), { person: person + 1 })
    }
    await place.cast(laptop, alike(place.items, 4), { person: 2 })
    expect((await viewOf(laptop)).me.work).toEqual({ people: 3, cast: [1, 2, 3] })
    await place.goTo('shown')
    const { result } = (await place.result()).json
    expect(result).toMatchObject({ turnout: { cast: 3, eligible: 3 } })
    const [first] = result['items'] as { cells: { figures: { mean: number } }[] }[]
    expect(first?.cells[0]?.figures.mean).toBeCloseTo(8 / 3, 12)
  })

  test('Q39 cannot be given so often that others wait', async () => {
    const place = await openPollingPlace(server, { voters: 1 })
    const [leila] = place.voters as [Person]
    await place.goTo('open')
    const codes: number[] = []
    for (let index = 0; index < LIMITS.ballotBurst + 5; index++) {
      codes.push((await place.cast(leila, alike(place.items, 3))).status)
    }
    expect(codes.filter((status) => status === 429).length).toBeGreaterThan(0)
  })
})

test('Q40 of two hundred ballots on their way as voting is closed exactly those count that were answered with 200', async () => {
  const place = await openPollingPlace(server, { voters: 200, ideas: 2 })
  await place.goTo('open')
  const poll = (await place.seen()).poll?.id
  const values = place.voters.map((_voter, index) => 1 + (index % 5))
  const replies = place.voters.map((voter, index) =>
    place.cast(voter, alike(place.items, values[index] ?? 1), poll === undefined ? {} : { poll }),
  )
  // The press comes in the middle of them.
  await replies[60]
  const closing = give(place.meeting, { type: 'advance' })
  const answers = await Promise.all(replies)
  expect((await closing).status).toBe(200)
  const counted = answers.flatMap(({ status }, index) => (status === 200 ? [values[index] ?? 0] : []))
  expect(
    answers.every(
      ({ status, json }) => status === 200 || (status === 409 && refusalOf({ status, json } as never)[1] === 'closed'),
    ),
  ).toBe(true)
  await place.goTo('shown')
  const { result } = (await place.result()).json
  expect(result).toMatchObject({ turnout: { cast: counted.length, eligible: 200 } })
  const items = result['items'] as { cells: { counts: number[] }[] }[]
  const expected = [1, 2, 3, 4, 5].map((value) => counted.filter((given) => given === value).length)
  for (const { cells } of items) for (const cell of cells) expect(cell.counts).toEqual(expected)
}, 120_000)

test('Q41 a poll that is taken back leaves no ballot, and the next one is another', async () => {
  const place = await openPollingPlace(server)
  const [leila] = place.voters as [Person]
  await place.goTo('open')
  await place.cast(leila, alike(place.items, 5))
  const first = (await place.seen()).poll?.id ?? ''
  await place.move('cancel-scoring')
  expect(refusalOf(await place.cast(leila, alike(place.items, 5), { poll: first }))).toEqual([409, 'closed'])
  await place.move('reopen', { step: place.step, phase: 'prepare' })
  await place.goTo('open')
  expect((await place.own(leila)).json).toMatchObject({ state: 'none' })
  expect(refusalOf(await place.cast(leila, alike(place.items, 5), { poll: first }))).toEqual([409, 'closed'])
  expect(await server.store.ballots(place.meeting.session as never, first)).toEqual([])
  await place.goTo('shown')
  expect((await place.result()).json.result).toMatchObject({ turnout: { cast: 0 } })
})

test('Q42 what team and client think stands side by side, unless that would tell a single ballot', async () => {
  const settings = { voters: { clients: 'apart' } }
  const place = await openPollingPlace(server, { voters: 5, clients: 2, settings })
  await place.goTo('open')
  for (const [index, voter] of place.voters.entries()) await place.cast(voter, alike(place.items, index < 2 ? 5 : 2))
  await place.goTo('shown')
  const { groups } = (await place.result()).json.result as {
    groups: { state: string; results: Record<string, { turnout: { cast: number } }> }
  }
  expect(groups.state).toBe('shown')
  expect(groups.results['client']?.turnout.cast).toBe(2)
  expect(groups.results['team']?.turnout.cast).toBe(3)
  const alone = await openPollingPlace(server, { voters: 4, clients: 1, settings })
  await alone.goTo('open')
  for (const voter of alone.voters) await alone.cast(voter, alike(alone.items, 3))
  await alone.goTo('shown')
  expect((await alone.result()).json.result).toMatchObject({ groups: { state: 'withheld' } })
})

test.each([
  ['alike', [undefined]],
  ['apart', ['client', 'team']],
] as const)('Q42 a ballot says whose side it is of only where sides are told apart: %s', async (clients, sides) => {
  const place = await openPollingPlace(server, { voters: 2, clients: 1, settings: { voters: { clients } } })
  await place.goTo('open')
  for (const voter of place.voters) await place.cast(voter, alike(place.items, 3))
  const poll = (await place.seen()).poll?.id ?? ''
  const kept = await server.store.ballots(place.meeting.session as never, poll)
  expect(new Set(kept.map(({ side }) => side))).toEqual(new Set(sides))
})
