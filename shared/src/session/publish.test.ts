import { describe, expect, test } from 'vitest'
import type { Item } from '../board/index.ts'
import { LIMITS, type SeatId } from '../kernel/index.ts'
import { publishReady } from './publish.ts'
import type { Step } from './session.ts'
import { SimulatedRoom } from './simulated/room.ts'

const writing = (plan: ConstructorParameters<typeof SimulatedRoom>[0] = {}, seed = 1): SimulatedRoom => {
  const room = new SimulatedRoom(plan, seed)
  room.give(room.facilitator, { type: 'start' })
  return room
}

const shown = { agenda: [{ kind: 'brainstorm' as const, names: 'shown' as const }] }

const items = (room: SimulatedRoom): readonly Item[] => [...room.items.values()].map(({ item }) => item)
const texts = (room: SimulatedRoom): readonly string[] => items(room).map(({ text }) => text)

describe('S24 the reveal', () => {
  test('S24 publishes what is ready under new ids, and tells each owner alone which one is theirs', () => {
    const room = writing()
    const [leila, dmitry] = [room.enter('Leila'), room.enter('Dmitry')]
    const drafts = [
      room.write(leila, 'One'),
      room.write(dmitry, 'Two'),
      room.write(dmitry, 'Not yet', { state: 'composing' }),
    ]
    room.goOn()
    expect(texts(room).toSorted()).toEqual(['One', 'Two'])
    for (const { item, owner } of room.items.values()) {
      expect(drafts).not.toContain(item.id)
      const draft = [...(room.drafts.get(owner as SeatId)?.values() ?? [])].find(
        ({ boardItem }) => boardItem === item.id,
      )
      expect(draft).toMatchObject({ state: 'published', text: item.text })
    }
    const open = [...(room.drafts.get(dmitry)?.values() ?? [])].find(({ text }) => text === 'Not yet')
    expect(open).toMatchObject({ state: 'composing' })
    expect(open).not.toHaveProperty('boardItem')
  })

  test('S24 what is still being composed stays private, even if the server should hand it over', () => {
    const room = writing()
    const leila = room.enter('Leila')
    room.write(leila, 'Not yet', { state: 'composing' })
    const composing = [...(room.drafts.get(leila)?.values() ?? [])]
    expect(composing).toHaveLength(1)
    const around = {
      ...room.circumstances(),
      readyDrafts: () => composing.map((draft) => ({ seat: leila, item: draft })),
    }
    expect(publishReady(room.session, room.session.agenda[0] as Step, around)).toEqual([])
  })

  test('S24 revealing again publishes only what became ready since', () => {
    const room = writing()
    const leila = room.enter('Leila')
    room.write(leila, 'First')
    room.goOn()
    room.give(room.facilitator, { type: 'back' })
    room.write(leila, 'Second')
    room.goOn()
    expect(texts(room)).toEqual(['First', 'Second'])
    room.give(room.facilitator, { type: 'back' })
    room.goOn()
    expect(texts(room)).toEqual(['First', 'Second'])
  })

  test('S24 something published whose owner set it to ready again comes only once', () => {
    const room = writing()
    const leila = room.enter('Leila')
    const id = room.write(leila, 'Once')
    room.goOn()
    const published = room.drafts.get(leila)?.get(id)
    if (published) room.drafts.get(leila)?.set(id, { ...published, state: 'ready' })
    room.give(room.facilitator, { type: 'back' })
    room.goOn()
    expect(texts(room)).toEqual(['Once'])
  })

  test('S24 what is empty, of a kind that was not asked for, of another step, or by a removed person stays private', () => {
    const room = writing({ agenda: [{ kind: 'brainstorm' }, { kind: 'brainstorm' }] })
    const [leila, gone, left] = [room.enter('Leila'), room.enter('Gone'), room.enter('Left')]
    room.write(leila, ' \n ')
    room.write(leila, 'Because', { kind: 'cause' })
    room.write(leila, 'For later', { step: room.session.agenda[1]?.id as never })
    room.write(gone, 'Spam')
    room.write(left, 'By somebody who went home')
    room.write(leila, '  Kept\u202E ')
    room.give(room.facilitator, { type: 'remove', seat: gone })
    room.give(left, { type: 'leave' })
    room.goOn()
    expect(texts(room).toSorted()).toEqual(['By somebody who went home', 'Kept'])
  })

  test('S24 a board that is nearly full takes as many as fit; the rest stays ready', () => {
    const room = writing()
    const leila = room.enter('Leila')
    const filler = { item: { id: 'x' } as unknown as Item }
    for (let count = 0; count < LIMITS.itemsPerBoard - 1; count++) room.items.set(`filler-${count}` as never, filler)
    for (const text of ['One', 'Two', 'Three']) room.write(leila, text)
    room.goOn()
    expect(room.items.size).toBe(LIMITS.itemsPerBoard)
    expect(room.circumstances().readyDrafts(room.session.agenda[0]?.id as never)).toHaveLength(2)
  })
})

describe('S25 hidden names', () => {
  test('S25 nothing of the person goes with what is revealed', () => {
    const room = writing()
    const leila = room.enter('Leila', 'participant', { colour: 'mint' })
    room.write(leila, 'Show the way', { colour: 'rose' })
    room.goOn()
    const [item] = items(room)
    expect(Object.keys(item ?? {}).toSorted()).toEqual(['at', 'id', 'kind', 'lang', 'rank', 'state', 'step', 'text'])
    expect(JSON.stringify(item)).not.toContain(leila)
  })

  test('S25 with names shown the author and the colour of the note go with it', () => {
    const room = writing(shown)
    const leila = room.enter('Leila', 'participant', { colour: 'mint' })
    room.write(leila, 'Own colour', { colour: 'rose' })
    room.write(leila, 'No colour')
    room.goOn()
    const byText = Object.fromEntries(items(room).map((item) => [item.text, item]))
    expect(byText['Own colour']).toMatchObject({ author: leila, colour: 'rose' })
    expect(byText['No colour']).toMatchObject({ author: leila, colour: 'mint' })
  })

  test('S26 each order of what is revealed is as likely as any other, whoever wrote what and when', () => {
    const counts = new Map<string, number>()
    const runs = 2_400
    for (let seed = 1; seed <= runs; seed++) {
      const room = writing({}, seed)
      const [leila, dmitry] = [room.enter('Leila'), room.enter('Dmitry')]
      for (const text of ['a', 'b', 'c']) room.write(leila, text)
      room.write(dmitry, 'd')
      room.goOn()
      // The three orders that a screen may show: as written, by rank, by place; all say the same.
      const byRank = items(room).toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
      expect(byRank).toEqual(items(room))
      const order = byRank.map(({ text }) => text).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(24)
    // Chi-squared with 23 degrees of freedom: above 49.7 once in a thousand such tests.
    const expected = runs / 24
    const deviation = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(deviation).toBeLessThan(49.7)
  })

  test('S26 ids give no order away: sorting by them is as random as anything', () => {
    let firsts = 0
    const runs = 1_000
    for (let seed = 1; seed <= runs; seed++) {
      const room = writing({}, seed)
      const leila = room.enter('Leila')
      const dmitry = room.enter('Dmitry')
      room.write(leila, 'first')
      room.write(dmitry, 'second')
      room.goOn()
      const [least] = items(room).toSorted((one, other) => (one.id < other.id ? -1 : 1))
      if (least?.text === 'first') firsts++
    }
    // Five standard deviations of a fair coin thrown a thousand times are 79.
    expect(Math.abs(firsts - runs / 2)).toBeLessThan(79)
  })
})
