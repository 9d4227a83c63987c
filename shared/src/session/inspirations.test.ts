import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Item, type Link, openDraft } from '../board/index.ts'
import { type ItemId, LIMITS, asId } from '../kernel/index.ts'
import { RandomRoom } from './simulated/random-room.ts'
import { parseCommand } from './commands/index.ts'
import { showToJudges } from './judged.ts'
import { mayWrite } from './may-write.ts'
import { viewFor } from './view/view-for.ts'

const ids = (count: number): readonly ItemId[] =>
  Array.from({ length: count }, (_, index) => asId<'item'>(`item${String(index).padStart(12, '0')}`))

describe('M37 what inspired an item', () => {
  test('M37 one writes it in one’s own draft alone, so many at most', () => {
    const room = new RandomRoom()
    const [leila, dmitry] = [room.enter('Leila'), room.enter('Dmitry')]
    room.goTo('bridge')
    const touch = (seat: typeof leila) => ({
      document: { kind: 'draft', seat } as const,
      collection: 'items',
      record: 'record0000000000',
      op: 'set' as const,
      field: 'inspiredBy',
      value: ids(2),
      fresh: false,
      owner: seat,
    })
    expect(mayWrite(room.session, leila, touch(leila), room.now).ok).toBe(true)
    expect(mayWrite(room.session, dmitry, touch(leila), room.now).ok).toBe(false)
    const draft = openDraft(new Y.Doc())
    for (const [nth, count] of [LIMITS.inspirations, LIMITS.inspirations + 1].entries()) {
      const base = { kind: 'idea', step: room.stepId, text: 'x', lang: 'en', state: 'ready' } as const
      draft.items.add({ ...base, id: asId(`draft0000000000${nth}`), inspiredBy: ids(count) })
    }
    expect([...draft.items.all().keys()]).toEqual(['draft00000000000'])
  })

  test('M37 a command that names too much, or what is no id, is refused', () => {
    const add = { type: 'add-item', kind: 'idea', text: 'x', commandId: 'command000000000' }
    expect(parseCommand({ ...add, inspiredBy: ids(LIMITS.inspirations) }).ok).toBe(true)
    for (const inspiredBy of [ids(LIMITS.inspirations + 1), ['x'], 'x', { 0: 'x' }]) {
      expect(parseCommand({ ...add, inspiredBy })).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    }
  })

  test.each(['shown', 'hidden'])('M26 people who judge see what led to ideas unless it is hidden: %s', (provenance) => {
    const room = new RandomRoom({ provenance })
    const leila = room.enter('Leila')
    room.goTo('bridge')
    room.write(leila, 'a light', { inspiredBy: room.work().cards.map(({ item }) => item) })
    room.goTo('share')
    const items = [...room.items.values()].map(({ item }) => item)
    const isHidden = provenance === 'hidden'
    const idea = items.find(({ kind }) => kind === 'idea') as Item
    const light: Item = { ...idea, id: asId('light00000000000'), kind: 'association' }
    const other: Item = { ...idea, id: asId('other00000000000') }
    const more: Pick<Link, 'type' | 'from' | 'to'>[] = [
      { type: 'inspired-by', from: idea.id, to: light.id },
      { type: 'builds-on', from: other.id, to: idea.id },
    ]
    const judged = showToJudges(
      viewFor(room.session, leila, room.surroundings()).work,
      [...items, light, other],
      [...room.links.values(), ...more],
    )
    const kinds = (kind: string) => judged.items.filter((item) => item.kind === kind).length
    expect([kinds('stimulus'), kinds('association'), kinds('idea')]).toEqual(isHidden ? [0, 0, 2] : [3, 1, 2])
    expect(judged.links.filter(({ type }) => type === 'inspired-by')).toHaveLength(isHidden ? 0 : 4)
    expect(judged.links.filter(({ type }) => type === 'builds-on')).toHaveLength(1)
  })
})

test('M38 a step has so many connections at most', () => {
  const room = new RandomRoom()
  room.goTo('connect')
  const [from, to] = room.work().cards.map(({ item }) => item) as [ItemId, ItemId]
  for (let nth = 0; nth < LIMITS.connections; nth++) {
    room.give(room.facilitator, { type: 'connect', from, to, relation: 'other', text: `Line ${nth}` })
  }
  expect(room.state().connections).toHaveLength(LIMITS.connections)
  expect(room.try(room.facilitator, { type: 'connect', from, to, relation: 'other', text: 'One more' })).toBe(
    'too-many',
  )
})
