import { describe, expect, test } from 'vitest'
import { anId } from '../testing/a-view.ts'
import { anIdea } from '../testing/an-idea.ts'
import { takeIn } from './taken-in.ts'

const [one, two, three] = [anIdea(0), anIdea(1), anIdea(2)]
const between = anIdea(7)
const NOBODYS = new Set<never>()
const known = new Set([one.id, two.id])

describe('C40 what comes into a list that is being read', () => {
  test('C40 nothing new leaves it the same', () => {
    expect(takeIn(known, [one, two], NOBODYS, false)).toBe(known)
    expect(takeIn(known, [two], NOBODYS, true)).toBe(known)
  })

  test('C40 what stands behind everything comes in, since it moves nothing, unless all is held back', () => {
    expect(takeIn(known, [one, two, three], NOBODYS, false)).toEqual(new Set([one.id, two.id, three.id]))
    expect(takeIn(known, [one, two, three], NOBODYS, true)).toBe(known)
  })

  test('C40 what would move something waits', () => {
    expect(takeIn(known, [one, between, two], NOBODYS, false)).toBe(known)
    expect(takeIn(known, [between, one, two, three], NOBODYS, false)).toEqual(new Set([one.id, two.id, three.id]))
  })

  test('C40 one’s own comes in at once', () => {
    const own = new Set([between.id])
    for (const holdsAll of [true, false]) {
      expect(takeIn(known, [one, between, two], own, holdsAll)).toEqual(new Set([...known, between.id]))
    }
    expect(takeIn(new Set(), [one], new Set([anId<'item'>('nobody')]), true)).toEqual(new Set())
  })
})
