import { expect, test } from 'vitest'
import { LIMITS, asId } from '../../kernel/index.ts'
import { findCause } from './branch.ts'
import { replaceSeat } from './end-seat.ts'
import { figuresOf, isOverdue } from './figures.ts'
import { listRoots } from './roots.ts'
import { AMINA, LEILA, OMID, SERGEI, SimulatedWhys } from './simulated-whys.ts'
import { readAllUpwards, readUpwards } from './therefore.ts'
import { listSupported, viewWhys } from './whys-view.ts'

/** A run with a branch of two causes, the lower of which has earned its mark. */
const earned = () => {
  const run = SimulatedWhys.begun()
  const forms = run.cause(LEILA, 'Forms are filled at the desk')
  const late = run.cause(OMID, 'They are not sent before', forms)
  run.verify(late)
  run.must(AMINA, { type: 'set-control', cause: late, control: 'ours' })
  run.phase = 'roots'
  for (const cause of [forms, late]) run.must(SERGEI, { type: 'set-link-state', cause, state: 'holds' })
  return { run, forms, late }
}

test('M47 what was only said or assumed proves nothing, and a verdict needs proof on its own side', () => {
  const run = SimulatedWhys.begun()
  const cause = run.cause(LEILA, 'One desk does everything')
  const judge = (verdict: 'verified' | 'refuted') => run.codeOf(AMINA, { type: 'judge-cause', cause, verdict })
  const say = (kind: 'statement' | 'assumption' | 'document', supports: boolean) =>
    run.must(OMID, { type: 'add-evidence', cause, text: 'x', kind, supports })
  say('statement', true)
  say('assumption', true)
  expect(judge('verified')).toBe('closed')
  const proof = say('document', true)
  expect([judge('refuted'), judge('verified')]).toEqual(['closed', 'ok'])
  expect(run.codeOf(OMID, { type: 'remove-evidence', cause, item: proof })).toBe('closed')
  say('assumption', false)
  expect(findCause(run.tree, cause)?.verdict).toBe('verified')
  say('document', false)
  expect(findCause(run.tree, cause)?.verdict).toBeUndefined()
  expect(judge('verified')).toBe('ok')
  run.must(AMINA, { type: 'remove-evidence', cause, item: proof })
  expect(findCause(run.tree, cause)?.verdict).toBeUndefined()
  while ((findCause(run.tree, cause)?.evidence.length ?? 0) < LIMITS.whyEvidence) say('statement', true)
  expect(run.codeOf(OMID, { type: 'add-evidence', cause, text: 'x', kind: 'data', supports: true })).toBe('too-many')
})

test('M48 a refuted cause stays, takes nothing more, and makes no roots below it', () => {
  const { run, forms, late } = earned()
  run.must(LEILA, { type: 'propose-root', cause: late, supports: true })
  run.must(AMINA, { type: 'mark-root', cause: late, mark: 'confirmed' })
  expect(listRoots(run.tree)).toEqual([late])
  run.must(OMID, { type: 'add-evidence', cause: forms, text: 'Counted', kind: 'data', supports: false })
  run.must(AMINA, { type: 'judge-cause', cause: forms, verdict: 'refuted' })
  expect(findCause(run.tree, late)?.root?.state).toBe('candidate')
  expect(listRoots(run.tree)).toEqual([])
  const confirm = { type: 'mark-root', cause: late, mark: 'confirmed', reason: 'All the same' } as const
  expect(run.codeOf(AMINA, confirm)).toBe('closed')
  expect(run.codeOf(OMID, { type: 'propose-root', cause: forms, supports: true })).toBe('closed')
  run.phase = 'whys'
  expect(run.codeOf(OMID, { type: 'add-cause', parent: late, text: 'Deeper' })).toBe('closed')
})

test('M49 a check is somebody’s who takes part, closed once by them or those who steer, and its finding proves', () => {
  const run = SimulatedWhys.begun()
  const cause = run.cause(LEILA, 'One desk does everything')
  const nobody = asId<'seat'>('nobody0000000000')
  const add = { type: 'add-check', cause, question: 'Is it?', owner: nobody, due: '2026-12-01' } as const
  expect(run.codeOf(LEILA, add)).toBe('bad-input')
  const check = run.check(LEILA, cause, OMID)
  expect(run.codeOf(LEILA, { type: 'close-check', check, text: 'Yes', finding: 'supports' })).toBe('not-allowed')
  expect(run.codeOf(LEILA, { type: 'edit-check', check, due: '2026-12-09' })).toBe('not-allowed')
  run.must(OMID, { type: 'edit-check', check, due: '2026-12-09' })
  run.must(OMID, { type: 'close-check', check, text: 'Yes', finding: 'supports' })
  expect(run.codeOf(AMINA, { type: 'close-check', check, text: 'No', finding: 'contradicts' })).toBe('closed')
  run.must(AMINA, { type: 'judge-cause', cause, verdict: 'verified' })
  const again = run.check(LEILA, cause, OMID)
  run.must(SERGEI, { type: 'close-check', check: again, text: 'No', finding: 'contradicts' })
  expect(findCause(run.tree, cause)?.verdict).toBeUndefined()
  while (run.tree.checks.length < LIMITS.whyChecks) run.check(LEILA, cause, OMID)
  expect(run.codeOf(LEILA, { ...add, owner: OMID })).toBe('too-many')
})

test('M50 a run put aside takes checks and evidence, and nothing else until it goes on', () => {
  const run = SimulatedWhys.begun()
  const cause = run.cause(LEILA, 'One desk does everything')
  const check = run.check(LEILA, cause, OMID)
  expect(run.codeOf(LEILA, { type: 'pause-run', until: '2026-12-01' })).toBe('not-allowed')
  run.must(AMINA, { type: 'pause-run', until: '2026-12-01' })
  const tree = run.tree
  expect(run.codeOf(LEILA, { type: 'add-cause', text: 'x' })).toBe('locked')
  expect(run.tree).toBe(tree)
  run.must(OMID, { type: 'close-check', check, text: 'Yes', finding: 'supports' })
  run.must(OMID, { type: 'add-evidence', cause, text: 'Seen', kind: 'observed', supports: true })
  expect(JSON.parse(JSON.stringify(run.tree))).toEqual(run.tree)
  run.must(AMINA, { type: 'resume-run' })
  expect(run.codeOf(LEILA, { type: 'add-cause', text: 'x' })).toBe('ok')
})

test('M51 a branch reads upwards as far as the problem, and is read anew where it was moved or the problem is another', () => {
  const { run, forms, late } = earned()
  expect(readUpwards(run.tree, late)).toEqual([
    { key: 'therefore', cause: late, effect: forms, state: 'holds' },
    { key: 'therefore', cause: forms, effect: 'problem', state: 'holds' },
  ])
  expect(readAllUpwards(run.tree)).toEqual([readUpwards(run.tree, late)])
  run.phase = 'whys'
  run.must(AMINA, { type: 'move-cause', cause: late })
  expect(readUpwards(run.tree, late)).toEqual([{ key: 'therefore', cause: late, effect: 'problem', state: 'untested' }])
  run.must(AMINA, { type: 'state-problem', field: 'when', text: 'On Mondays', was: '' })
  expect(readUpwards(run.tree, forms)[0]?.state).toBe('untested')
})

test('M52 each requirement that is missing keeps a root from being confirmed, and takes a confirmation back', () => {
  const confirm = (cause: ReturnType<typeof earned>['late']) =>
    ({ type: 'mark-root', cause, mark: 'confirmed' }) as const
  const spoil: readonly ((before: ReturnType<typeof earned>) => void)[] = [
    ({ run, late }) => run.must(AMINA, { type: 'judge-cause', cause: late, verdict: 'open' }),
    ({ run, forms }) => run.must(AMINA, { type: 'set-link-state', cause: forms, state: 'broken' }),
    ({ run, late }) => run.must(AMINA, { type: 'set-control', cause: late, control: 'outside' }),
    ({ run, late }) => run.must(OMID, { type: 'add-evidence', cause: late, text: 'x', kind: 'data', supports: false }),
  ]
  for (const spoiling of spoil) {
    const before = earned()
    spoiling(before)
    expect(before.run.give(AMINA, confirm(before.late))).toMatchObject({ error: { details: { gate: 'root' } } })
    const reasoned = { ...confirm(before.late), reason: 'We pay for it every day' }
    expect(before.run.codeOf(AMINA, reasoned)).toBe('ok')
    const after = earned()
    expect(after.run.codeOf(LEILA, confirm(after.late))).toBe('not-allowed')
    after.run.must(AMINA, confirm(after.late))
    expect(findCause(after.run.tree, after.late)?.root?.state).toBe('confirmed')
    spoiling(after)
    expect(findCause(after.run.tree, after.late)?.root?.state).toBe('candidate')
  }
})

test('M52 a reason covers what was missing when it was written, and nothing that is lost later', () => {
  const { run, forms, late } = earned()
  run.must(AMINA, { type: 'set-control', cause: late, control: 'outside' })
  run.must(AMINA, { type: 'mark-root', cause: late, mark: 'confirmed', reason: 'Our supplier will help' })
  expect(findCause(run.tree, late)?.root?.despite).toEqual(['in-reach'])
  run.must(AMINA, { type: 'set-link-state', cause: forms, state: 'doubtful' })
  expect(findCause(run.tree, late)?.root).toEqual({ state: 'candidate', supporters: [] })
})

test('M53 everyone sees how many support a root and whether they do, and nobody who', () => {
  const { run, late } = earned()
  run.must(LEILA, { type: 'propose-root', cause: late, supports: true })
  run.must(LEILA, { type: 'propose-root', cause: late, supports: true })
  run.must(OMID, { type: 'propose-root', cause: late, supports: true })
  const view = viewWhys(run.tree, false)
  expect(view.causes[1]?.root).toEqual({ state: 'candidate', support: 2 })
  expect(JSON.stringify(view)).not.toMatch(/leila|omid/)
  expect([AMINA, LEILA, OMID].map((seat) => listSupported(run.tree, seat))).toEqual([[], [late], [late]])
  run.must(OMID, { type: 'propose-root', cause: late, supports: false })
  run.must(LEILA, { type: 'propose-root', cause: late, supports: false })
  expect(findCause(run.tree, late)?.root).toBeUndefined()
})

test('M53 the view says of each cause how deep it is, how well it is known and what it lacks', () => {
  const { run } = earned()
  const [forms, late] = viewWhys(run.tree, false).causes
  expect(forms).toMatchObject({ depth: 1, evidenceState: 'none', lacks: ['verified', 'in-reach'] })
  expect(late).toMatchObject({ depth: 2, evidenceState: 'verified', lacks: [] })
})

test('M54 an idea addresses a proposed or confirmed root, which keeps its mark', () => {
  const { run, forms, late } = earned()
  run.must(LEILA, { type: 'propose-root', cause: late, supports: true })
  run.phase = 'countermeasures'
  expect(run.codeOf(OMID, { type: 'add-countermeasure', root: forms, text: 'x' })).toBe('closed')
  const idea = run.must(OMID, { type: 'add-countermeasure', root: late, text: 'Send the form with the invitation' })
  expect(run.codeOf(LEILA, { type: 'address-root', item: idea, root: late, addresses: false })).toBe('not-allowed')
  expect(run.codeOf(OMID, { type: 'address-root', item: forms, root: late, addresses: true })).toBe('unknown')
  run.phase = 'roots'
  expect(run.codeOf(LEILA, { type: 'propose-root', cause: late, supports: false })).toBe('closed')
  expect(run.codeOf(AMINA, { type: 'mark-root', cause: late, mark: 'rejected' })).toBe('ok')
  run.phase = 'countermeasures'
  expect(run.codeOf(OMID, { type: 'add-countermeasure', root: late, text: 'x' })).toBe('closed')
  run.must(OMID, { type: 'address-root', item: idea, root: late, addresses: false })
  expect(run.tree.countermeasures).toEqual([])
})

test('M54 no more ideas than may be, and none that stood before goes past the limit', () => {
  const { run, late } = earned()
  run.must(LEILA, { type: 'propose-root', cause: late, supports: true })
  run.phase = 'countermeasures'
  const add = { type: 'add-countermeasure', root: late, text: 'x' } as const
  while (run.tree.countermeasures.length < LIMITS.whyIdeas) run.must(OMID, add)
  expect(run.codeOf(OMID, add)).toBe('too-many')
  const item = asId<'item'>('idea000000000000')
  run.texts.set(item, { text: 'Earlier', owner: OMID, kind: 'idea' })
  expect(run.codeOf(OMID, { type: 'address-root', item, root: late, addresses: true })).toBe('too-many')
})

test('M60 the figures count what is the same once, leave out what was cut off, and know what is overdue', () => {
  const { run, forms, late } = earned()
  run.must(AMINA, { type: 'mark-root', cause: late, mark: 'confirmed' })
  run.phase = 'whys'
  const other = run.cause(LEILA, 'Nobody sends the form')
  run.must(SERGEI, { type: 'same-cause', cause: other, as: late, same: true })
  const wrong = run.cause(LEILA, 'People come too early')
  run.must(OMID, { type: 'add-evidence', cause: wrong, text: 'Counted', kind: 'data', supports: false })
  run.must(AMINA, { type: 'judge-cause', cause: wrong, verdict: 'refuted' })
  const check = run.check(LEILA, forms, OMID)
  const figures = {
    branches: [
      { cause: forms, depth: 2 },
      { cause: other, depth: 1 },
      { cause: wrong, depth: 1 },
    ],
    causes: 2,
    withEvidence: 1,
    openChecks: [check],
    doneChecks: 0,
    confirmed: 1,
    confirmedVerified: 1,
    confirmedOurs: 1,
    unaddressed: [late],
  }
  expect(figuresOf(run.tree)).toEqual(figures)
  expect(viewWhys(run.tree, true).figures).toEqual(figures)
  expect(viewWhys(run.tree, false)).not.toHaveProperty('figures')
  const [open] = run.tree.checks
  if (!open) throw new Error('a check was added')
  expect(['2026-12-01', '2026-12-02'].map((today) => isOverdue(open, today))).toEqual([false, true])
  const done = { ...open, result: { text: 'Yes', finding: 'supports' } } as const
  expect(isOverdue(done, '2026-12-02')).toBe(false)
})

test('M61 a seat that becomes part of another brings its checks and its support, and nobody supports twice', () => {
  const { run, late } = earned()
  run.must(LEILA, { type: 'propose-root', cause: late, supports: true })
  run.must(OMID, { type: 'propose-root', cause: late, supports: true })
  run.check(LEILA, late, OMID)
  const tree = replaceSeat(run.tree, OMID, LEILA)
  expect(findCause(tree, late)?.root?.supporters).toEqual([LEILA])
  expect(tree.checks[0]?.owner).toBe(LEILA)
  expect(JSON.stringify(tree)).not.toContain(OMID)
})
