import { expect, test } from 'vitest'
import { type ItemId, LIMITS, asId } from '../../kernel/index.ts'
import { branchOf, childrenOf, depthOf, findCause } from './branch.ts'
import { objectToLeaving } from './problem.ts'
import { countDifferent } from './shared-causes.ts'
import { AMINA, LEILA, OMID, SERGEI, SimulatedWhys } from './simulated-whys.ts'

const problem = (field: 'what' | 'where' | 'when' | 'since', text: string, was = '') =>
  ({ type: 'state-problem', field, text, was }) as const

test('M41 the problem is accepted once it says what, where and when, and only then do people go on and ask why', () => {
  const run = new SimulatedWhys()
  const accept = () => ({ type: 'accept-problem', accepted: true, statement: run.tree.problem.statement }) as const
  expect(objectToLeaving(run.tree, 'problem')).toEqual({
    code: 'closed',
    details: { gate: 'problem', gaps: 'what where when' },
  })
  run.must(LEILA, problem('what', 'People wait'))
  run.must(OMID, problem('where', 'At the desk'))
  expect(run.codeOf(AMINA, accept())).toBe('closed')
  run.must(OMID, problem('since', 'March'))
  expect(run.codeOf(LEILA, accept())).toBe('not-allowed')
  run.phase = 'whys'
  expect(run.codeOf(LEILA, { type: 'add-cause', text: 'x' })).toBe('closed')
  run.phase = 'problem'
  const read = accept()
  run.must(OMID, problem('where', 'At the front desk', 'At the desk'))
  expect(run.give(AMINA, read)).toMatchObject({ error: { details: { changed: 'where' } } })
  run.must(AMINA, accept())
  expect(objectToLeaving(run.tree, 'problem')).toBeUndefined()
  expect(objectToLeaving(run.tree, 'whys')).toBeUndefined()
  expect(run.codeOf(LEILA, problem('what', 'Other words', 'People wait'))).toBe('closed')
  run.must(AMINA, problem('what', 'Other words', 'People wait'))
  expect(run.tree.problem.accepted).toBe(false)
})

test('M41 facts lie beside the problem: items that stand on the board, so many and no more', () => {
  const run = SimulatedWhys.begun()
  const item = asId<'item'>('fact000000000000')
  expect(run.codeOf(LEILA, { type: 'cite-source', item, cited: true })).toBe('unknown')
  for (let number = 0; number <= LIMITS.whySources; number++) {
    const fact = asId<'item'>(`fact${String(number).padStart(12, '0')}`)
    run.texts.set(fact, { text: 'x', owner: OMID, kind: 'note' })
    const code = run.codeOf(LEILA, { type: 'cite-source', item: fact, cited: true })
    expect(code).toBe(number < LIMITS.whySources ? 'ok' : 'too-many')
  }
  run.must(LEILA, { type: 'cite-source', item, cited: false })
  expect(run.tree.problem.sources).toHaveLength(LIMITS.whySources - 1)
})

test('M42 of two who change the same part at once the second is told; the same words twice are one change', () => {
  const run = new SimulatedWhys()
  run.must(LEILA, problem('what', 'People wait'))
  expect(run.give(OMID, problem('what', 'People leave'))).toMatchObject({
    error: { code: 'closed', details: { changed: 'what' } },
  })
  run.must(OMID, problem('what', 'People wait'))
  run.must(OMID, problem('what', 'People leave', 'People wait'))
  run.must(OMID, problem('what', '', 'People leave'))
  expect(run.tree.problem.statement).toEqual({})
})

test('M43 nothing hangs under itself, and a branch moves with all below it', () => {
  const run = SimulatedWhys.begun()
  const forms = run.cause(LEILA, 'Forms are filled at the desk')
  const late = run.cause(OMID, 'They are not sent before', forms)
  const desk = run.cause(OMID, 'One desk does everything')
  expect([depthOf(run.tree), depthOf(run.tree, forms), depthOf(run.tree, late)]).toEqual([0, 1, 2])
  expect(run.codeOf(AMINA, { type: 'move-cause', cause: forms, parent: late })).toBe('bad-input')
  expect(run.codeOf(AMINA, { type: 'move-cause', cause: forms, parent: forms })).toBe('bad-input')
  run.must(AMINA, { type: 'move-cause', cause: forms, parent: desk })
  expect(depthOf(run.tree, late)).toBe(3)
  expect(branchOf(run.tree, desk)).toHaveLength(3)
  run.must(AMINA, { type: 'move-cause', cause: forms, before: desk })
  expect(childrenOf(run.tree).map(({ item }) => item)).toEqual([forms, desk])
})

test('M43 no more causes and none deeper than may be, moved or added', () => {
  const run = SimulatedWhys.begun()
  let parent: ItemId | undefined
  for (let depth = 1; depth <= LIMITS.whyDepth; depth++) parent = run.cause(LEILA, `Cause ${depth}`, parent)
  const deepest = parent as ItemId
  expect(run.codeOf(LEILA, { type: 'add-cause', text: 'Deeper', parent: deepest })).toBe('too-many')
  const other = run.cause(LEILA, 'Elsewhere')
  const [top] = childrenOf(run.tree)
  expect(run.codeOf(AMINA, { type: 'move-cause', cause: top?.item as ItemId, parent: other })).toBe('too-many')
  while (run.tree.causes.length < LIMITS.whyCauses) run.cause(OMID, `Wide ${run.tree.causes.length}`)
  expect(run.codeOf(LEILA, { type: 'add-cause', text: 'Wider' })).toBe('too-many')
})

test('M44 the same words as above are a circle, whatever their case, points and joiners; beside them they are not', () => {
  const run = SimulatedWhys.begun()
  const why = run.cause(LEILA, 'فرم‌ها دیر می‌رسند')
  expect(run.give(OMID, { type: 'add-cause', parent: why, text: 'فرمها دير میرسند.' })).toMatchObject({
    error: { code: 'duplicate', details: { above: 1 } },
  })
  expect(run.give(OMID, { type: 'add-cause', parent: why, text: 'people WAIT, 25 minutes!' })).toMatchObject({
    error: { code: 'duplicate', details: { above: 2 } },
  })
  run.cause(OMID, 'فرم‌ها دیر می‌رسند')
  const below = run.cause(OMID, 'Nobody asks for them', why)
  expect(run.codeOf(OMID, { type: 'reword-cause', cause: below, text: 'People wait 25 minutes' })).toBe('duplicate')
  const [, twin] = childrenOf(run.tree)
  expect(run.codeOf(AMINA, { type: 'move-cause', cause: twin?.item as ItemId, parent: below })).toBe('duplicate')
})

test('M45 causes that are the same count once, and cannot explain themselves by way of another branch', () => {
  const run = SimulatedWhys.begun()
  const one = run.cause(LEILA, 'One')
  const two = run.cause(LEILA, 'Two', one)
  const three = run.cause(LEILA, 'Three')
  const four = run.cause(LEILA, 'Four', three)
  const same = (cause: ItemId, as: ItemId, wanted = true) =>
    run.codeOf(SERGEI, { type: 'same-cause', cause, as, same: wanted })
  expect(same(one, two)).toBe('duplicate')
  expect(same(one, one)).toBe('bad-input')
  expect(same(one, four)).toBe('ok')
  expect(same(four, one)).toBe('ok')
  expect(run.tree.same).toHaveLength(1)
  expect(same(two, three)).toBe('duplicate')
  expect(countDifferent(run.tree, [one, two, three, four])).toBe(3)
  expect(run.codeOf(AMINA, { type: 'move-cause', cause: three, parent: two })).toBe('duplicate')
  expect(same(four, one, false)).toBe('ok')
  expect(run.codeOf(AMINA, { type: 'move-cause', cause: three, parent: two })).toBe('ok')
})

test('M46 a cause is its writer’s while nobody has built on it', () => {
  const run = SimulatedWhys.begun()
  const cause = run.cause(LEILA, 'Forms are filed at the desk')
  expect(run.codeOf(OMID, { type: 'reword-cause', cause, text: 'x' })).toBe('not-allowed')
  expect(run.codeOf(AMINA, { type: 'reword-cause', cause, text: 'x' })).toBe('not-allowed')
  expect(run.codeOf(OMID, { type: 'remove-cause', cause })).toBe('not-allowed')
  expect(run.codeOf(OMID, { type: 'move-cause', cause })).toBe('not-allowed')
  run.must(LEILA, { type: 'reword-cause', cause, text: 'Forms are filled at the desk' })
  expect(run.texts.get(cause)?.text).toBe('Forms are filled at the desk')
  const below = run.cause(OMID, 'They are not sent', cause)
  expect(run.codeOf(LEILA, { type: 'reword-cause', cause, text: 'x' })).toBe('closed')
  expect(run.codeOf(AMINA, { type: 'remove-cause', cause })).toBe('closed')
  run.must(AMINA, { type: 'focus-cause', cause: below })
  run.must(OMID, { type: 'remove-cause', cause: below })
  expect(run.tree.focus).toBeUndefined()
  const twin = run.cause(OMID, 'The desk fills in forms')
  run.must(SERGEI, { type: 'same-cause', cause: twin, as: cause, same: true })
  for (const [by, one] of [
    [LEILA, cause],
    [OMID, twin],
  ] as const) {
    expect(run.codeOf(by, { type: 'remove-cause', cause: one })).toBe('closed')
  }
  run.must(SERGEI, { type: 'same-cause', cause: twin, as: cause, same: false })
  run.must(LEILA, { type: 'remove-cause', cause })
  expect(findCause(run.tree, cause)).toBeUndefined()
  expect(run.texts.has(cause)).toBe(false)
})
