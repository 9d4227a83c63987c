import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ITEM_KINDS } from '../board/index.ts'
import { LIMITS } from '../kernel/index.ts'
import { METHODS, METHOD_IDS, type Method, type Phase, type Policy, RELEASES, methodOf } from './index.ts'
import { opensPrivate } from './plan.ts'

/** The settings of a method whose defaults are numbers of minutes: those that its phases are long. */
const minuteSettings = (method: Method): readonly string[] => {
  const keys = new Set(method.phases({}).map(({ key }) => key))
  return Object.keys(method.settings({}) as object).filter((name) => keys.has(name))
}

/** Settings with any minutes for any phase, 0 often among them. */
const anySettings = (method: Method) =>
  fc.record(
    Object.fromEntries(
      minuteSettings(method).map((name) => [name, fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 240 }))]),
    ),
    { requiredKeys: [] },
  )

const sum = (phases: readonly Phase[]): number => phases.reduce((total, { minutes }) => total + minutes, 0)

test('M1 every method has an id of its own and is found by it', () => {
  expect(new Set(METHOD_IDS).size).toBe(METHODS.length)
  for (const method of METHODS) expect(methodOf(method.id)).toBe(method)
  expect(() => methodOf('spell' as never)).toThrow('unknown method')
})

describe.each(METHODS as readonly Method[])('method $id', (method) => {
  test('M2 its defaults are settings that it accepts, and reading them again changes nothing', () => {
    const settings = method.settings({})
    expect(method.accepts({})).toBe(true)
    expect(method.accepts(settings)).toBe(true)
    expect(method.settings(settings)).toEqual(settings)
    expect(JSON.parse(JSON.stringify(settings))).toEqual(settings)
  })

  test('M2 settings that it does not know, or that are none, are refused', () => {
    for (const input of [{ colour: 'red' }, null, 7, 'x', [1], undefined]) expect(method.accepts(input)).toBe(false)
    expect(() => method.settings({ colour: 'red' })).toThrow(v.ValiError)
    for (const name of minuteSettings(method)) {
      for (const minutes of [-1, 0.5, 241, Number.NaN, '6', null])
        expect(method.accepts({ [name]: minutes })).toBe(false)
    }
  })

  test('M3 the keys of its phases are unique, and their minutes are whole, from 0 to 240', () => {
    fc.assert(
      fc.property(anySettings(method), (input) => {
        fc.pre(method.accepts(input))
        const phases = method.phases(input)
        expect(new Set(phases.map(({ key }) => key)).size).toBe(phases.length)
        for (const { key, minutes } of phases) {
          expect(key).toMatch(/^[a-z][a-z0-9-]*$/)
          expect(Number.isInteger(minutes) && minutes >= 0 && minutes <= 240).toBe(true)
        }
      }),
    )
  })

  test('M4 whatever settings it accepts, some phase takes place, the first releases nothing, and every phase of the plan is reachable', () => {
    fc.assert(
      fc.property(anySettings(method), (input) => {
        fc.pre(method.accepts(input))
        const plan = method.plan(input)
        expect(plan.length).toBeGreaterThan(0)
        expect(plan[0].begins).toBeUndefined()
        for (const { minutes } of plan) expect(minutes).toBeGreaterThan(0)
        expect(plan.map(({ key }) => key)).toEqual(
          method
            .phases(input)
            .filter(({ minutes }) => minutes > 0)
            .map(({ key }) => key),
        )
        expect(sum(plan)).toBe(sum(method.phases(input)))
      }),
    )
  })

  test('M5 a private phase is followed by one that begins with a reveal or a harvest, or by another private one', () => {
    fc.assert(
      fc.property(anySettings(method), (input) => {
        fc.pre(method.accepts(input))
        const plan = method.plan(input)
        for (const [index, { policies }] of plan.entries()) {
          if (policies.add !== 'private') continue
          const next = plan[index + 1]
          expect(next?.policies.add === 'private' || opensPrivate(next?.begins)).toBe(true)
        }
      }),
    )
  })

  test('M5 a release opens something: a phase that begins with one gives a right or shows what was hidden', () => {
    const plan = method.plan({})
    for (const [index, phase] of plan.entries()) {
      // A freeze takes something away, and results are the method's own to show.
      if (!phase.begins || phase.begins === 'freeze' || phase.begins === 'results') continue
      expect(RELEASES).toContain(phase.begins)
      const isOpening = Object.values(phase.policies).some(
        (policy) => policy === 'open' || policy === 'own' || policy === 'all',
      )
      const showsDrafts =
        phase.begins === 'reveal' && plan.slice(0, index).some(({ policies }) => policies.add === 'private')
      expect(isOpening || showsDrafts).toBe(true)
    }
  })

  test('M5 a reveal comes only after something private', () => {
    fc.assert(
      fc.property(anySettings(method), (input) => {
        fc.pre(method.accepts(input))
        let isSecret = false
        for (const { begins, policies } of method.plan(input)) {
          if (begins === 'reveal') {
            expect(isSecret).toBe(true)
            isSecret = false
          }
          isSecret ||= policies.add === 'private'
        }
      }),
    )
  })

  test('M6 its rights name kinds that exist, and some kind wherever items may be added', () => {
    for (const { policies } of method.phases({})) {
      for (const kind of policies.kinds) expect(ITEM_KINDS).toContain(kind)
      expect(policies.kinds.length > 0).toBe(policies.add !== 'none')
      expect(new Set(policies.kinds).size).toBe(policies.kinds.length)
    }
  })

  test('M9 what it changes for a large room only takes rights away, and names as many people as may be named', () => {
    const rights: readonly Policy[] = ['none', 'some', 'own', 'all']
    for (const { crowd, policies } of method.phases({})) {
      if (!crowd) continue
      expect(crowd.named >= 1 && crowd.named <= LIMITS.namedAtMost && crowd.above >= crowd.named).toBe(true)
      for (const [right, policy] of Object.entries(crowd.policies)) {
        const before = policies[right as keyof typeof crowd.policies]
        expect(rights.indexOf(policy)).toBeLessThanOrEqual(rights.indexOf(before))
      }
    }
  })

  test('M10 reading is dealt only where what was private has been revealed', () => {
    fc.assert(
      fc.property(anySettings(method), (input) => {
        fc.pre(method.accepts(input))
        let isSecret = false
        for (const { begins, policies, deals } of method.plan(input)) {
          if (opensPrivate(begins)) isSecret = false
          isSecret ||= policies.add === 'private'
          if (deals === 'reading') expect(isSecret).toBe(false)
        }
      }),
    )
  })

  test('M15 made to fit a time, its plan is the same but shorter: each phase a minute at least, none longer than before', () => {
    fc.assert(
      fc.property(anySettings(method), fc.nat(300), fc.nat(9), (input, minutes, at) => {
        fc.pre(method.accepts(input))
        const before = method.plan(input)
        const first = at % before.length
        const settings = method.fit(input, minutes, at % 3 ? before[first]?.key : undefined)
        const begins = at % 3 ? first : 0
        const after = method.plan(settings)
        const bare = (plan: readonly Phase[]) => plan.map((phase) => ({ ...phase, minutes: 0 }))
        expect(bare(after)).toEqual(bare(before))
        expect(after.slice(0, begins)).toEqual(before.slice(0, begins))
        for (const [index, phase] of after.entries()) {
          expect(phase.minutes).toBeGreaterThanOrEqual(1)
          expect(phase.minutes).toBeLessThanOrEqual(before[index]?.minutes ?? 0)
        }
        const [old, fitted] = [sum(before.slice(begins)), sum(after.slice(begins))]
        expect(fitted).toBeLessThanOrEqual(Math.min(old, Math.max(minutes, after.length - begins)))
        expect(method.shows(settings)).toEqual(method.shows(input))
        expect(method.input(settings)).toEqual(method.input(input))
      }),
    )
  })

  test('M16 it works on kinds that exist, on nothing where it takes none, and takes over with settings that it accepts', () => {
    for (const kind of method.takes) expect(ITEM_KINDS).toContain(kind)
    if (method.takes.length === 0) expect(method.input({})).toEqual([])
    expect(method.accepts(method.takesOver)).toBe(true)
  })

  test('M7 what it shows of its settings is plain data', () => {
    const shown = method.shows({})
    expect(JSON.parse(JSON.stringify(shown))).toEqual(shown)
  })
})
