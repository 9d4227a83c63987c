import { expect, test } from 'vitest'

const WALL = import.meta.glob<string>('../board/wall/messages/en.json', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const SOURCES = import.meta.glob<string>('../**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' })

test('C5 a text that is loaded with the wall is said nowhere else', () => {
  const keys = Object.values(WALL).flatMap((raw) => Object.keys(JSON.parse(raw) as Record<string, string>))
  expect(keys.length).toBeGreaterThan(30)
  const elsewhere = Object.entries(SOURCES).filter(
    ([path]) => !path.startsWith('../board/wall/') && !path.includes('.test.'),
  )
  for (const [path, source] of elsewhere) {
    expect([path, keys.filter((key) => source.includes(`'${key}'`))]).toEqual([path, []])
  }
})
