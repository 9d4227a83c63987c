import { expect, test } from 'vitest'
import { drillCafe } from '../testing/cafe-drill.ts'

test('T60 in a café over real sockets, with people who leave and come, everybody is told exactly one place in every round', async () => {
  const rounds = await drillCafe({ people: 24, tables: 6, rounds: 3, churn: 0.1 })
  expect(rounds).toHaveLength(3)
  for (const { people, seated, tables, tablesWithOneHost, sizes, revisits } of rounds) {
    expect(people).toBe(24)
    expect(seated).toBe(people)
    expect(tables).toBe(6)
    expect(tablesWithOneHost).toBe(tables)
    expect(sizes[1] - sizes[0]).toBeLessThanOrEqual(1)
    expect(revisits).toBe(0)
  }
}, 30_000)
