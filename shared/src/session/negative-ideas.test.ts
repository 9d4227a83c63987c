import { expect, test } from 'vitest'
import type { Item, ItemKind } from '../board/index.ts'
import { type ItemId, LIMITS, type SeatId, asId } from '../kernel/index.ts'
import { coverageOf } from '../methods/reverse/index.ts'
import { decidePoll } from '../voting/index.ts'
import { isInput } from './input.ts'
import { mayWrite } from './may-write.ts'
import { SimulatedRoom } from './simulated/room.ts'
import type { Step } from './session.ts'
import type { Touch } from './touch.ts'

const CLUSTER = 'cluster000000001'

/** A room in a phase of a reverse brainstorm, with two negative ideas of Leila's and two ideas of hers on the board. */
const gather = (phase: 'reality' | 'invert' | 'group', names: 'hidden' | 'shown' = 'hidden') => {
  const agenda = [{ kind: 'reverse', names }, { kind: 'group' }, { kind: 'brainstorm' }] as never
  const room = new SimulatedRoom({ agenda })
  const leila = room.enter('Leila')
  room.give(room.facilitator, { type: 'start' })
  for (const text of ['Hide the clock', 'Ask three times']) room.write(leila, text, { kind: 'negative-idea' })
  room.goOn()
  const bad = [...room.items.keys()]
  if (phase !== 'reality') room.goOn()
  const step = room.session.agenda[0] as Step
  const good = ['idea000000000001', 'idea000000000002'].map((id) => asId<'item'>(id))
  for (const id of good) {
    const item: Item = { id, kind: 'idea', step: step.id, text: id, lang: 'en', rank: '', state: 'published' }
    room.items.set(id, { item, owner: leila })
  }
  if (phase === 'group') room.goOn()
  room.wait(LIMITS.undoMs)
  const isSet = (id: ItemId, field: string, value: unknown, kind: ItemKind): boolean => {
    const touch: Touch = {
      document: { kind: 'board' },
      collection: 'items',
      record: id,
      op: field === 'text' ? 'text' : 'set',
      field,
      value,
      fresh: false,
      owner: leila,
      step: step.id,
      kind,
    }
    return mayWrite(room.session, leila, touch, room.now).ok
  }
  return { room, leila, step, bad, good, isSet }
}

const codeOf = (room: SimulatedRoom, seat: SeatId, command: Parameters<SimulatedRoom['give']>[1]): string => {
  const result = room.give(seat, command)
  return result.ok ? 'ok' : result.error.code
}

test('M71 negative ideas come to the board with the reveal, and then only ideas are added', () => {
  const { room, leila, bad } = gather('reality')
  expect(bad.map((id) => room.items.get(id)?.item.kind)).toEqual(['negative-idea', 'negative-idea'])
  expect(codeOf(room, leila, { type: 'add-item', kind: 'idea', text: 'Too early' })).toBe('wrong-phase')
  room.goOn()
  const inverts = bad.slice(0, 1)
  expect(codeOf(room, leila, { type: 'add-item', kind: 'idea', text: 'Show the wait', inverts })).toBe('ok')
  room.wait(LIMITS.graceMs)
  expect(codeOf(room, leila, { type: 'add-item', kind: 'negative-idea', text: 'Worse still' })).toBe('wrong-phase')
})

test('M71 an idea turns round one negative idea or several, is linked to each, and comes only so', () => {
  const { room, leila, bad, good } = gather('invert')
  const add = (inverts?: readonly ItemId[]) =>
    codeOf(room, leila, { type: 'add-item', kind: 'idea', text: 'Show the wait', ...(inverts && { inverts }) })
  expect(add()).toBe('bad-input')
  expect(add(good)).toBe('bad-input')
  expect(add([...bad, asId('item00000000none')])).toBe('unknown')
  expect([room.items.size, room.links.size]).toEqual([4, 0])
  expect(add([...bad, ...bad])).toBe('ok')
  const links = [...room.links.values()]
  expect(links.map(({ type, to }) => [type, to])).toEqual(bad.map((id) => ['inverts', id]))
  const items = new Map([...room.items].map(([id, owned]) => [id, owned.item]))
  expect(coverageOf(items, links)).toMatchObject({ turned: 2, total: 2, open: [] })
  room.give(room.facilitator, { type: 'hide', item: bad[0] as ItemId })
  expect(add(bad)).toBe('closed')
})

test.each(['invert', 'group'] as const)(
  'M71 in %s people correct and withdraw their own ideas, and no negative ones',
  (phase) => {
    const { room, leila, bad, good, isSet } = gather(phase, 'shown')
    for (const type of ['edit-item', 'withdraw'] as const) {
      const command = (item: ItemId) =>
        type === 'edit-item' ? { type, item, text: 'Other' } : { type, item, withdrawn: true }
      expect(codeOf(room, leila, command(bad[0] as ItemId))).toBe('wrong-phase')
      expect(codeOf(room, leila, command(good[0] as ItemId))).toBe('ok')
    }
    expect(isSet(good[1] as ItemId, 'text', undefined, 'idea')).toBe(true)
    expect(isSet(bad[1] as ItemId, 'text', undefined, 'negative-idea')).toBe(false)
  },
)

test('M72 in no cluster: nobody puts a negative idea into one, not even who leads; letting go of it is allowed', () => {
  const { room, bad, good, isSet, step } = gather('group')
  expect(isSet(good[0] as ItemId, 'cluster', CLUSTER, 'idea')).toBe(true)
  expect(isSet(bad[0] as ItemId, 'cluster', CLUSTER, 'negative-idea')).toBe(false)
  expect(isSet(bad[0] as ItemId, 'cluster', undefined, 'negative-idea')).toBe(true)
  expect(isSet(bad[0] as ItemId, 'at', [1, 1], 'negative-idea')).toBe(true)
  const touch: Touch = {
    document: { kind: 'board' },
    collection: 'items',
    record: bad[0] as ItemId,
    op: 'set',
    field: 'cluster',
    value: CLUSTER,
    fresh: false,
    step: step.id,
    kind: 'negative-idea',
  }
  expect(mayWrite(room.session, room.facilitator, touch, room.now)).toMatchObject({ error: { code: 'not-allowed' } })
})

test('M72 grouping deals ideas alone, in the step itself and in the one behind it', () => {
  const { room, leila, good } = gather('group')
  const dealt = (): readonly unknown[] => {
    const found = new Set<unknown>()
    for (let run = 0; run < 20; run++) {
      room.now += LIMITS.leaseMs
      const result = room.give(leila, { type: 'deal' })
      found.add(result.ok ? result.value.answer.item : result.error.code)
    }
    return [...found]
  }
  expect(new Set(dealt())).toEqual(new Set(good))
  room.goOn()
  expect(new Set(dealt())).toEqual(new Set(good))
})

test('M72 no later step works on negative ideas', () => {
  const { room, bad, good } = gather('group')
  for (const kind of ['group', 'brainstorm'] as const) {
    const step = room.session.agenda.find((other) => other.kind === kind) as Step
    const all = { ...step, settings: { ...step.settings, [kind === 'group' ? 'steps' : 'earlier']: 'all' } }
    const worksOn = (id: ItemId): boolean => isInput(all, room.items.get(id)?.item as Item)
    expect(good.map(worksOn)).toEqual([true, true])
    expect(bad.map(worksOn)).toEqual([false, false])
  }
})

test('M72 a negative idea stands behind no idea, and no idea behind it: whoever merges them', () => {
  const { room, bad, good } = gather('group')
  const [worse, idea] = [bad[0] as ItemId, good[0] as ItemId]
  expect(codeOf(room, room.facilitator, { type: 'merge', item: worse, into: idea })).toBe('bad-input')
  expect(codeOf(room, room.facilitator, { type: 'merge', item: idea, into: worse })).toBe('bad-input')
  expect(codeOf(room, room.facilitator, { type: 'merge', item: worse, into: bad[1] as ItemId })).toBe('ok')
})

test('M72 no poll opens over a negative idea, alone or among others, nor over what is not there', () => {
  const { room, bad, good } = gather('group')
  const open = (items: readonly ItemId[]) =>
    decidePoll(
      undefined,
      { type: 'open', scoring: 'fan', settings: {}, subject: 'ideas', items },
      { now: 0, id: asId('poll000000000001'), seed: 1, electors: [], kindOf: (id) => room.items.get(id)?.item.kind },
    )
  expect(open(good).ok).toBe(true)
  for (const items of [bad, [...good, bad[0] as ItemId]]) {
    expect(open(items)).toMatchObject({ error: { code: 'bad-input', details: { reason: 'negative' } } })
  }
  expect(open([...good, asId('item00000000none')])).toMatchObject({ error: { code: 'unknown' } })
})
