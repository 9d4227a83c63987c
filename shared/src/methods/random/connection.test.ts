import * as v from 'valibot'
import { expect, test } from 'vitest'
import { type ItemKind, type ItemState, type Link, RELATIONS } from '../../board/index.ts'
import { type ItemId, LIMITS, asId } from '../../kernel/index.ts'
import { type Connection, ConnectionBody, checkConnection } from './connection.ts'

const [lamp, river, light, idea, gone] = ['lamp', 'river', 'light', 'idea', 'gone'].map((name) =>
  asId<'item'>(name.padEnd(16, '0')),
) as [ItemId, ItemId, ItemId, ItemId, ItemId]

const THINGS = new Map<ItemId, { kind: ItemKind; state: ItemState }>([
  [lamp, { kind: 'stimulus', state: 'published' }],
  [river, { kind: 'stimulus', state: 'published' }],
  [light, { kind: 'association', state: 'published' }],
  [idea, { kind: 'idea', state: 'published' }],
  [gone, { kind: 'association', state: 'withdrawn' }],
])

const connection: Connection = { from: lamp, to: river, relation: 'contrast', text: 'One stands, one runs' }
const link: Link = { id: asId('link000000000001'), type: 'associates', ...connection }
const check = (change: Partial<Connection>, links: readonly Link[] = []) => {
  const result = checkConnection(
    { ...connection, ...change },
    {
      item: (id) => THINGS.get(id),
      linksOf: (id) => links.filter(({ from, to }) => from === id || to === id),
    },
  )
  return result.ok ? 'ok' : result.error.code
}

test('M25 two stimuli, two associations or one of each are connected by any relation', () => {
  for (const relation of RELATIONS) expect(check({ relation })).toBe('ok')
  expect(check({ to: light })).toBe('ok')
  expect(check({ from: light })).toBe('ok')
})

test('M25 nothing else is connected: no idea, nothing that is gone or not there, nothing with itself', () => {
  expect(check({ to: idea })).toBe('bad-input')
  expect(check({ from: idea })).toBe('bad-input')
  expect(check({ to: lamp })).toBe('bad-input')
  expect(check({ to: gone })).toBe('closed')
  expect(check({ from: asId('nobody0000000001') })).toBe('unknown')
})

test('M25 the same is not said twice, either way round; another relation or other words are welcome', () => {
  expect(check({}, [link])).toBe('duplicate')
  expect(check({ from: river, to: lamp }, [link])).toBe('duplicate')
  expect(check({ relation: 'similarity' }, [link])).toBe('ok')
  expect(check({ text: 'Light falls, water flows' }, [link])).toBe('ok')
  expect(check({ to: light }, [link])).toBe('ok')
  expect(check({}, [{ ...link, type: 'inspired-by' }])).toBe('ok')
})

test('M25 a connection names its relation and says in one line how', () => {
  const read = (text: string, relation = 'contrast') => {
    const parsed = v.safeParse(ConnectionBody, { relation, text })
    return parsed.success ? parsed.output.text : undefined
  }
  expect(read('  One stands,\n one runs ')).toBe('One stands, one runs')
  expect(read('x'.repeat(LIMITS.connectionCharacters))).toBeDefined()
  for (const text of ['', ' \n ', 'x'.repeat(LIMITS.connectionCharacters + 1)]) expect(read(text)).toBeUndefined()
  expect(read('How', 'cause')).toBeUndefined()
})
