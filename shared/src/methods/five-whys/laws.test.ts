import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId } from '../../kernel/index.ts'
import { parseCommand } from '../../session/index.ts'
import { WHY_COMMANDS, type WhyCommand, type WhyCommandType } from './commands/commands.ts'
import { MADE_WHYS } from './made-commands.ts'
import { AMINA, LEILA, OMID, PEOPLE, SERGEI, SimulatedWhys } from './simulated-whys.ts'
import { readTree } from './read-tree.ts'
import { listFaults } from './sound-tree.ts'
import { WHY_PHASES, type WhyPhase } from './tree.ts'

const pick = <T>(choices: readonly T[], number: number): T => choices[number % choices.length] as T

const TYPES = WHY_COMMANDS.map(({ type }) => type)
const nobody = asId<'seat'>('nobody0000000000')

/** One thing that somebody does: who, what, on what, all by number, so that it means something in every tree. */
const anAct = fc.record({
  who: fc.nat(3),
  type: fc.oneof(
    fc.constantFrom(...TYPES),
    fc.constantFrom('add-cause', 'add-evidence', 'judge-cause', 'set-link-state', 'set-control', 'mark-root'),
    fc.constantFrom('propose-root', 'add-countermeasure', 'address-root', 'reword-cause', 'same-cause'),
  ) as fc.Arbitrary<WhyCommandType>,
  one: fc.nat(),
  two: fc.nat(),
  number: fc.nat(999),
})
type Act = typeof anAct extends fc.Arbitrary<infer T> ? T : never

const aim = (run: SimulatedWhys, { type, one, two, number }: Act): WhyCommand => {
  const items = run.tree.causes.map(({ item }) => item)
  const ideas = [...run.texts].flatMap(([item, { kind }]) => (kind === 'idea' ? [item] : []))
  const missing = asId<'item'>('no-such-item-000')
  return MADE_WHYS[type]({
    one: number % 17 === 0 ? missing : (pick(items, one) ?? missing),
    two: pick(items, two) ?? missing,
    idea: pick(ideas, two) ?? missing,
    seat: number % 11 === 0 ? nobody : pick(PEOPLE, two),
    number,
    tree: run.tree,
  })
}

/** Goes to a phase in which a command can be given, as a facilitator would by and by. */
const turnTo = (run: SimulatedWhys, type: WhyCommandType, number: number): void => {
  const phases = WHY_COMMANDS.find((definition) => definition.type === type)?.phases ?? WHY_PHASES
  run.phase = pick(number % 8 ? phases : WHY_PHASES, number) as WhyPhase
}

const perform = (run: SimulatedWhys, act: Act) => {
  turnTo(run, act.type, act.number)
  if (run.tree.paused && act.number % 2) run.give(AMINA, { type: 'resume-run' })
  const command = aim(run, act)
  const item = command.type === 'address-root' ? command.item : 'cause' in command ? command.cause : undefined
  const writer = item === undefined ? undefined : run.texts.get(item)?.owner
  return run.give(act.number % 3 && writer ? writer : pick(PEOPLE, act.who), command)
}

/** A run in which much has happened. */
const play = (acts: readonly Act[]): SimulatedWhys => {
  const run = SimulatedWhys.begun()
  const root = run.cause(LEILA, 'The first cause')
  for (const text of ['Left', 'Right']) run.cause(OMID, text, root)
  // One has earned its mark, so that it can be confirmed, and lose that again.
  run.verify(root)
  run.must(SERGEI, { type: 'set-control', cause: root, control: 'ours' })
  run.phase = 'roots'
  run.must(SERGEI, { type: 'set-link-state', cause: root, state: 'holds' })
  for (const act of acts) perform(run, act)
  return run
}

const somePast = fc.array(anAct, { maxLength: 60, size: 'max' })

test('M56 whatever commands come from whomever, the tree is sound after each, and a refused one leaves it as it was', () => {
  fc.assert(
    fc.property(somePast, (acts) => {
      const run = play([])
      for (const act of acts) {
        const before = run.tree
        const frozen = JSON.stringify(before)
        const decision = perform(run, act)
        if (!decision.ok && !before.paused) expect(run.tree).toBe(before)
        expect(JSON.stringify(before)).toBe(frozen)
        expect(listFaults(run.tree)).toEqual([])
      }
      expect(readTree(JSON.parse(JSON.stringify(run.tree)))).toEqual({ ok: true, value: run.tree })
    }),
    { numRuns: 100 },
  )
})

test('M56 the law is about trees in which every command gets somewhere, and marks are earned and lost', () => {
  const reached = new Set<string>()
  for (const acts of fc.sample(somePast, { seed: 5, numRuns: 150 })) {
    const run = play([])
    for (const act of acts) {
      const before = run.tree.causes
      if (perform(run, act).ok) reached.add(act.type)
      for (const { item, root } of run.tree.causes) {
        const old = before.find((cause) => cause.item === item)?.root?.state
        if (root?.state === 'confirmed') reached.add(root.reason ? 'confirmed for a reason' : 'confirmed')
        if (old === 'confirmed' && root?.state === 'candidate' && act.type !== 'mark-root') reached.add('fallen back')
      }
      if (run.tree.same.length > 1) reached.add('several are the same')
    }
  }
  const states = ['confirmed for a reason', 'confirmed', 'fallen back', 'several are the same']
  expect([...reached].toSorted()).toEqual([...TYPES, ...states].toSorted())
})

test('M57 in whatever order the commands of several people come in, the tree is sound', () => {
  fc.assert(
    fc.property(
      fc.array(anAct, { maxLength: 30, size: 'max' }),
      fc.array(anAct, { minLength: 2, maxLength: 5 }),
      fc.constantFrom(...WHY_PHASES),
      fc.infiniteStream(fc.nat()),
      (past, acts, phase, chance) => {
        const start = play(past)
        start.phase = phase
        // Aimed at what everyone sees now, before anybody's command has come in.
        const commands = acts.map((act) => ({ by: pick(PEOPLE, act.who), command: aim(start, act) }))
        for (let order = 0; order < 6; order++) {
          const run = start.copy()
          const waiting = [...commands]
          while (waiting.length > 0) {
            const [next] = waiting.splice((chance.next().value as number) % waiting.length, 1)
            if (next) run.give(next.by, next.command)
            expect(listFaults(run.tree)).toEqual([])
          }
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('M57 people who answer and bring evidence at once are all heard, in any order', () => {
  const answers = fc.array(fc.record({ who: fc.nat(3), under: fc.nat(), isEvidence: fc.boolean() }), { maxLength: 12 })
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 20 }), answers, fc.boolean(), (past, given, isReversed) => {
      const run = play(past)
      run.phase = 'whys'
      run.give(AMINA, { type: 'resume-run' })
      const { statement } = run.tree.problem
      fc.pre(run.give(AMINA, { type: 'accept-problem', accepted: true, statement }).ok)
      const open = run.tree.causes.filter(
        ({ item, evidence }) =>
          evidence.length < 8 && run.copy().give(LEILA, { type: 'add-cause', parent: item, text: 'Open' }).ok,
      )
      fc.pre(open.length > 0)
      const commands = given.map(({ who, under, isEvidence }, index) => {
        const { item } = pick(open, under)
        const command: WhyCommand = isEvidence
          ? { type: 'add-evidence', cause: item, text: 'Seen', kind: 'observed', supports: true }
          : { type: 'add-cause', parent: item, text: `Answer ${index}` }
        return { by: pick(PEOPLE, who), command }
      })
      const before = run.tree.causes.length
      for (const { by, command } of isReversed ? commands.toReversed() : commands) {
        expect(run.codeOf(by, command)).toBe('ok')
      }
      expect(run.tree.causes.length - before).toBe(given.filter(({ isEvidence }) => !isEvidence).length)
    }),
    { numRuns: 50 },
  )
})

test('M58 the links on the board are those that the tree means, after any commands', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 40, size: 'max' }), (acts) => {
      const run = play(acts)
      const { meant, kept } = run.linked()
      expect(kept).toEqual(meant)
      expect(new Set(meant).size).toBe(meant.length)
    }),
    { numRuns: 50 },
  )
})

test('M55 each command has its phases, and its people', () => {
  const onlyLeads = ['accept-problem', 'mark-root', 'pause-run', 'resume-run']
  const onlySteer = ['focus-cause', 'same-cause', 'judge-cause', 'set-control', 'set-link-state']
  for (const { type, phases } of WHY_COMMANDS) {
    const run = play([])
    const command = aim(run, { who: 0, type, one: 0, two: 1, number: 1 })
    for (const phase of WHY_PHASES) {
      run.phase = phase
      const isRefused = run.copy().codeOf(AMINA, command) === 'wrong-phase'
      expect([type, phase, isRefused]).toEqual([type, phase, !(phases as readonly string[]).includes(phase)])
    }
    run.phase = pick(phases, 0) as WhyPhase
    const forbidden = [LEILA, SERGEI, AMINA].filter((by) => run.copy().codeOf(by, command) === 'not-allowed')
    if (onlyLeads.includes(type)) expect(forbidden).toEqual([LEILA, SERGEI])
    else if (onlySteer.includes(type)) expect(forbidden).toEqual([LEILA])
    else if (type === 'reword-cause') expect(forbidden).toEqual([SERGEI, AMINA])
    else expect(forbidden).not.toContain(AMINA)
  }
})

test('M55 what is no command is refused without repeating it, and a command is read as it was meant', () => {
  const run = play([])
  const commandId = 'z'.repeat(16)
  const read = (input: object) => parseCommand({ commandId, ...input })
  for (const type of TYPES) {
    const command = aim(run, { who: 0, type, one: 0, two: 1, number: 1 })
    expect(read(JSON.parse(JSON.stringify(command)))).toEqual({ ok: true, value: { commandId, ...command } })
    expect(read({ ...command, more: 1 })).toMatchObject({ error: { code: 'bad-input' } })
  }
  const check = {
    type: 'add-check',
    cause: 'x'.repeat(16),
    question: 'Is it?',
    owner: 'y'.repeat(16),
    due: '2028-02-29',
  }
  expect(read(check).ok).toBe(true)
  for (const due of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '0000-01-01', 'soon', '2026-1-1', 7]) {
    expect(read({ ...check, due })).toEqual({ ok: false, error: { code: 'bad-input', details: { path: 'due' } } })
  }
  fc.assert(
    fc.property(fc.constantFrom(...TYPES), fc.dictionary(fc.string(), fc.anything()), (type, fields) => {
      const result = read({ ...fields, type })
      if (!result.ok) expect(result.error.code).toBe('bad-input')
    }),
  )
  expect(read({ type: 'add-cause', text: ' \u202E ' }).ok).toBe(false)
})

test('M62 a tree that was stored is read back, and one that no commands could have made is none', () => {
  const { tree } = play([])
  const [first, left, right] = tree.causes
  if (!first || !left || !right) throw new Error('a run begins with three causes')
  const { verdict: _verdict, ...open } = first
  const confirmed = { state: 'confirmed', supporters: [] }
  const wrong: readonly unknown[] = [
    { ...tree, more: 1 },
    { ...tree, problem: { ...tree.problem, statement: { who: 'x' } } },
    { ...tree, focus: 'no-such-item-000' },
    { ...tree, causes: [first, first] },
    { ...tree, causes: [first, { ...left, parent: right.item }, { ...right, parent: left.item }] },
    { ...tree, causes: [{ ...first, parent: left.item }, left, right] },
    { ...tree, causes: [left, right] },
    { ...tree, causes: [first, { ...left, verdict: 'verified' }, right] },
    { ...tree, causes: [first, { ...left, root: confirmed }, right] },
    { ...tree, causes: [{ ...open, root: confirmed }, left, right] },
    { ...tree, same: [{ cause: first.item, as: left.item }] },
    { ...tree, countermeasures: [{ item: 'idea000000000000', addresses: [first.item] }] },
    null,
  ]
  expect(readTree(tree)).toEqual({ ok: true, value: tree })
  expect(readTree({ ...tree, causes: [{ ...first, root: confirmed }, left, right] }).ok).toBe(true)
  for (const input of wrong) expect(readTree(input)).toMatchObject({ ok: false, error: { code: 'bad-input' } })
})
