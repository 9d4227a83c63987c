import { describe, expect, test } from 'vitest'
import { type SeatId, type TableId, asId } from '../../kernel/index.ts'
import { isInput } from '../../session/input.ts'
import { factsOf, listBrought } from '../../session/prompts.ts'
import { CafeRoom } from '../../session/simulated/cafe-room.ts'
import { mergeSeats, withoutSeat } from '../../session/end-seat.ts'
import { findSeat } from '../../session/rights.ts'
import { type Method, methodOf } from '../index.ts'

/** A café in which something was written at every table in both rounds. */
const talk = (names: 'hidden' | 'shown' = 'hidden'): CafeRoom => {
  const room = new CafeRoom(12, {}, { names }).goTo('round-1')
  for (const round of [1, 2]) {
    room.goTo(`round-${round}`)
    for (const seat of room.people) room.writeOnCloth(seat, `${room.people.indexOf(seat)} in ${round}`)
    const seat = room.people[5] as SeatId
    room.writeOnCloth(seat, `withdrawn in ${round}`, { state: 'withdrawn' })
    room.writeOnCloth(seat, ' ')
  }
  return room.goTo('gather')
}

describe('T50 the harvest', () => {
  test('T50 brings what lies on the cloths to the board, once, with table and round, and without a name where names are hidden', () => {
    const room = talk()
    expect(room.items.size).toBe(0)
    room.goTo('harvest')
    const items = room.published('idea')
    expect(items).toHaveLength(24)
    for (const { text, table, round, author } of items) {
      expect(author).toBeUndefined()
      expect(text.endsWith(`in ${round}`)).toBe(true)
      expect(room.tables).toContain(table)
    }
    const cloths = new Set(room.tables.flatMap((table) => [...room.clothOf(table).keys()]))
    for (const { id } of items) expect(cloths.has(id)).toBe(false)
    // Whose each is the server knows, and its owner.
    for (const { item, owner } of room.items.values()) {
      const seat = room.people[Number.parseInt(item.text, 10)]
      expect(owner).toBe(seat)
      expect([...(room.drafts.get(seat as SeatId)?.values() ?? [])].map(({ boardItem }) => boardItem)).toContain(
        item.id,
      )
    }
    room.give(room.facilitator, { type: 'back' })
    room.goTo('harvest')
    expect(room.published('idea')).toHaveLength(24)
  })

  test('T50 the order says nothing: it is drawn by chance', () => {
    const order = (seed: number) => {
      const room = new CafeRoom(12, { rounds: 1 }, {}, seed).goTo('round-1')
      for (const seat of room.people) room.writeOnCloth(seat, `${room.people.indexOf(seat)}`)
      room.goTo('harvest')
      return [...room.items.values()].map(({ item }) => item.text).join()
    }
    expect(new Set([1, 2, 3, 4, 5].map(order)).size).toBeGreaterThan(3)
  })

  test('T50 where names are shown each is signed', () => {
    const room = talk('shown').goTo('harvest')
    for (const { item, owner } of room.items.values()) if (item.kind === 'idea') expect(item.author).toBe(owner)
  })

  test('T51 hosts say what their table found: up to three insights and a deeper question, unseen before the harvest', () => {
    const room = talk()
    const [table, other] = room.tables as [TableId, TableId]
    const [host, seat] = room.at(table).length > 0 ? (room.at(table) as [SeatId, SeatId]) : hostsOf(room, table)
    const findings = { type: 'write-harvest', table, insights: ['People ask first', 'Time is trust'] } as const
    expect(room.try(seat, findings)).toBe('not-allowed')
    expect(room.try(host, { ...findings, table: other })).toBe('not-allowed')
    expect(room.try(host, { ...findings, question: 'Whose time?' })).toBe('ok')
    expect(room.own(host).harvest).toEqual({ insights: findings.insights, question: 'Whose time?' })
    const stranger = room.people.find((person) => room.own(person).past.at(-1)?.table === other) as SeatId
    expect(JSON.stringify([room.seen(stranger), room.own(stranger)])).not.toContain('Time is trust')
    expect(room.seen().lead?.harvests[table]?.insights).toHaveLength(2)
    expect(room.items.size).toBe(0)
    room.goTo('harvest')
    expect(room.published('insight').map(({ text }) => text)).toEqual(findings.insights)
    expect(room.published('question')).toMatchObject([{ text: 'Whose time?', table, round: 2 }])
    expect(room.seen(stranger).harvest?.[table]?.insights).toHaveLength(2)
    // Corrected afterwards, the board follows: the same item, and one that is taken away.
    const [kept] = room.published('insight')
    expect(room.try(host, { type: 'write-harvest', table, insights: ['People ask twice'] })).toBe('ok')
    expect(room.published('insight')).toMatchObject([{ id: kept?.id, text: 'People ask twice' }])
    expect(room.published('question')).toEqual([])
    expect(room.try(room.facilitator, { type: 'write-harvest', table: other, insights: ['Late'] })).toBe('ok')
    expect(room.published('insight')).toHaveLength(2)
  })

  test('T52 everybody may take one thing along in private: what is ready is opened with the harvest, the rest stays', () => {
    const room = talk()
    const [one, two] = room.people as [SeatId, SeatId]
    room.write(one, 'I will call back', { kind: 'note' })
    room.write(two, 'Not yet', { kind: 'note', state: 'composing' })
    room.write(two, 'Meant for a table', { kind: 'idea', table: room.tables[0] as TableId, round: 1 })
    expect(room.items.size).toBe(0)
    room.goTo('harvest')
    expect(room.published('note').map(({ text, table }) => [text, table])).toEqual([['I will call back', undefined]])
    expect([...(room.drafts.get(two)?.values() ?? [])].filter(({ state }) => state !== 'published')).toHaveLength(2)
  })

  test('T52 one table after the other has the word: whoever leads gives it, and the host whose minute it is hands it on', () => {
    const room = talk().goTo('harvest')
    const [table, other] = room.tables as [TableId, TableId]
    const [host] = hostsOf(room, table)
    const [next] = hostsOf(room, other)
    expect(room.try(host, { type: 'show-table', table })).toBe('not-allowed')
    expect(room.try(room.facilitator, { type: 'show-table', table })).toBe('ok')
    expect(room.seen(next).stage).toEqual({ table, since: room.now })
    expect(room.try(next, { type: 'show-table', table: other })).toBe('not-allowed')
    expect(room.try(host, { type: 'show-table', table: other })).toBe('ok')
    expect(room.seen(host)).toMatchObject({ stage: { table: other }, told: [table] })
    expect(room.try(next, { type: 'show-table' })).toBe('ok')
    expect(room.seen(host).stage).toBeUndefined()
    expect(room.seen(host).told).toEqual([table, other])
  })

  test('T52 a café that nobody harvests loses nothing: what lies on its cloths comes when the harvest does', () => {
    const room = talk()
    room.give(room.facilitator, { type: 'skip' })
    expect(room.items.size).toBe(0)
    room.give(room.facilitator, { type: 'reopen', step: room.stepId })
    room.goTo('harvest')
    expect(room.published('idea')).toHaveLength(24)
  })
})

const hostsOf = (room: CafeRoom, table: TableId): [SeatId, SeatId] => {
  const host = room.state().tables.find(({ id }) => id === table)?.host as SeatId
  const seat = room.people.find((person) => person !== host && room.own(person).past.at(-1)?.table === table) as SeatId
  return [host, seat]
}

describe('T53 what flows on', () => {
  const harvested = (): CafeRoom => {
    const room = talk()
    for (const table of room.tables) {
      const findings = { insights: [`Insight of ${table}`], question: `Why at ${table}?` }
      room.try(room.facilitator, { type: 'write-harvest', table, ...findings })
    }
    return room.goTo('harvest')
  }

  test('T53 ideas go on to be voted on, insights and questions do not', () => {
    const room = harvested()
    const score = room.session.agenda[1]
    for (const item of room.published()) expect(isInput(score as never, item)).toBe(item.kind === 'idea')
  })

  test('T53 deeper questions lead to another café or are turned round, insights to a problem or to new ideas', () => {
    const room = harvested()
    const kindsFor = (id: 'cafe' | 'reverse' | 'five-whys' | 'brainstorm' | 'random') => {
      const { prompts } = methodOf(id) as Method
      const brought = prompts ? listBrought(room.session, 1, prompts, factsOf(room.circumstances())) : []
      return room.items.get(brought[0] as never)?.item.kind
    }
    expect(kindsFor('cafe')).toBe('question')
    expect(kindsFor('reverse')).toBe('question')
    for (const id of ['five-whys', 'brainstorm', 'random'] as const) expect(kindsFor(id)).toBe('insight')
  })

  test('T53 of insights those come first that most tables share', () => {
    const room = harvested()
    const [first, second] = room.published('insight').slice(-2)
    for (const item of [first, second]) {
      const owned = item && room.items.get(item.id)
      if (owned) room.items.set(owned.item.id, { ...owned, item: { ...owned.item, cluster: asId('pattern-00000000') } })
    }
    const { prompts } = methodOf('brainstorm') as Method
    const brought = listBrought(room.session, 1, prompts as never, factsOf(room.circumstances()))
    expect(brought.slice(0, 2)).toEqual([first?.id, second?.id])
  })

  test('T54 a café begins from what it is given: roots and ideas lie on its tables, a question is asked at one', () => {
    const room = new CafeRoom(9, {}, { prompts: ['root-one--------', 'root-two--------', 'deeper----------'] })
    for (const [id, kind] of [
      ['root-one--------', 'cause'],
      ['root-two--------', 'cause'],
      ['deeper----------', 'question'],
    ] as const) {
      const item = { id: asId<'item'>(id), kind, step: room.stepId, text: id, lang: 'en', rank: '', state: 'published' }
      room.items.set(asId(id), { item: item as never })
    }
    room.goTo('setup')
    expect(room.seen().tables).toMatchObject([
      { sources: ['root-one--------'] },
      { sources: ['root-two--------'] },
      { question: 'deeper----------' },
    ])
  })
})

describe('T55 seats that become one, and people who are forgotten', () => {
  test('T55 two seats of one person are one at the tables too', () => {
    const room = new CafeRoom(12).goTo('round-1')
    const [one, two] = room.people.slice(-2) as [SeatId, SeatId]
    const table = room.tableOf(one)
    room.session = mergeSeats(
      room.session,
      findSeat(room.session, one) as never,
      findSeat(room.session, two) as never,
      room.newId,
    )
    room.people.pop()
    room.attend()
    room.expectSound()
    expect(room.tableOf(one)).toBe(table)
    expect(JSON.stringify(room.state())).not.toContain(two)
  })

  test('T55 whoever is forgotten is named nowhere in a café any more', () => {
    const room = new CafeRoom(12).goTo('round-2')
    const gone = room.people.pop() as SeatId
    room.session = withoutSeat(room.session, gone, room.newId)
    room.attend()
    room.expectSound()
    expect(JSON.stringify(room.session)).not.toContain(gone)
  })
})
