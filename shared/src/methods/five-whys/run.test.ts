import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ItemId, LIMITS, asId } from '../../kernel/index.ts'
import { findStop, isKept } from '../../session/index.ts'
import { SimulatedRoom } from '../../session/simulated/room.ts'
import { workOf } from '../../session/work.ts'
import { linksOf } from './tree-links.ts'
import { listFaults } from './sound-tree.ts'
import type { WhyTree } from './tree.ts'
import { WhysRoom } from '../../session/simulated/whys-room.ts'

/** A run with two branches, one of which has a root with an idea against it. */
const played = () => {
  const run = new WhysRoom()
  const { participant, other, facilitator } = run
  run.accept()
  run.goTo('whys')
  const forms = run.cause(participant, 'Forms are filled at the desk')
  const late = run.cause(other, 'They are not sent before', forms)
  const desk = run.cause(other, 'One desk does everything')
  run.must(participant, { type: 'add-evidence', cause: late, text: 'I saw it', kind: 'observed', supports: true })
  run.must(facilitator, { type: 'judge-cause', cause: late, verdict: 'verified' })
  run.must(facilitator, { type: 'set-control', cause: late, control: 'ours' })
  run.must(participant, { type: 'add-check', cause: desk, question: 'Is it?', owner: other, due: '2026-12-01' })
  run.goTo('roots')
  for (const cause of [forms, late]) run.must(run.scribe, { type: 'set-link-state', cause, state: 'holds' })
  run.must(participant, { type: 'propose-root', cause: desk, supports: true })
  run.must(other, { type: 'propose-root', cause: late, supports: true })
  run.must(facilitator, { type: 'mark-root', cause: late, mark: 'confirmed' })
  run.goTo('countermeasures')
  const idea = run.must(participant, { type: 'add-countermeasure', root: late, text: 'Send the form' })
  return { run, forms, late, desk, idea }
}

/** What the board says of links, and what the tree means. */
const linksIn = ({ room, tree }: WhysRoom) => {
  const say = (links: Iterable<{ type: string; from: string; to: string }>) =>
    [...links].map(({ type, from, to }) => `${type} ${from} ${to}`).toSorted()
  return { kept: say(room.links.values()), meant: say(linksOf(tree)) }
}

test('M65 a run begins from the items it was given: the first says what happens, the others lie beside it as facts', () => {
  const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm', settings: { group: 0 } }, { kind: 'five-whys' }] })
  room.give(room.facilitator, { type: 'start' })
  const leila = room.enter('Leila')
  const texts = ['People wait\n25 minutes', 'Nine of ten wait', `${'Very long. '.repeat(100)}`.trim()]
  for (const text of texts) room.write(leila, text)
  room.goOn()
  const items = texts.map((text) => [...room.items.values()].find(({ item }) => item.text === text)?.item.id as ItemId)
  const [first, second, long] = items as [ItemId, ItemId, ItemId]
  const step = room.session.agenda[1]?.id
  if (!step) throw new Error('there are two steps')
  const begin = (prompts: readonly ItemId[]) => {
    const copy = new SimulatedRoom({}, 2)
    copy.session = room.session
    for (const [id, item] of room.items) copy.items.set(id, item)
    expect(copy.give(room.facilitator, { type: 'edit-step', step, prompts }).ok).toBe(true)
    copy.give(room.facilitator, { type: 'skip' })
    return (workOf(copy.session, step) as WhyTree).problem
  }
  expect(begin([first, second])).toEqual({
    statement: { what: 'People wait 25 minutes' },
    sources: [second],
    accepted: false,
  })
  const cut = begin([long, first])
  expect(cut.statement.what?.length).toBeLessThanOrEqual(LIMITS.questionCharacters)
  expect(cut.sources).toEqual([long, first])
  expect(begin([])).toEqual({ statement: {}, sources: [], accepted: false })
})

test('M65 it stays as it is through going back, another step, another method and being reopened', () => {
  const { run } = played()
  const { facilitator } = run
  const before = run.tree
  const items = run.room.items.size
  run.must(facilitator, { type: 'back' })
  run.goTo('countermeasures')
  run.must(facilitator, { type: 'switch-method', to: { kind: 'brainstorm' } })
  expect(findStop(run.room.session)?.step.kind).toBe('brainstorm')
  expect(run.codeOf(run.participant, { type: 'add-cause', text: 'From elsewhere' })).toBe('wrong-phase')
  expect(run.tree).toEqual(before)
  run.room.wait(60_000)
  for (const phase of ['problem', 'whys', 'therefore', 'roots', 'countermeasures'] as const) {
    run.must(facilitator, { type: 'reopen', step: run.step, phase })
    expect(run.phase).toBe(phase)
    expect(run.tree).toEqual(before)
    run.must(facilitator, { type: 'skip' })
    expect(run.tree).toEqual(before)
  }
  expect(run.room.items.size).toBe(items)
})

test('M65 a press that is taken back takes no cause with it', () => {
  const run = new WhysRoom()
  run.accept()
  run.goTo('whys')
  const cause = run.cause(run.participant, 'Forms are filled at the desk')
  run.must(run.facilitator, { type: 'undo' })
  expect(run.phase).toBe('problem')
  expect(run.tree.causes.map(({ item }) => item)).toEqual([cause])
  expect(run.codeOf(run.participant, { type: 'add-cause', text: 'In the grace' })).toBe('ok')
  run.room.wait(LIMITS.graceMs + 1)
  expect(run.codeOf(run.participant, { type: 'add-cause', text: 'Too late' })).toBe('wrong-phase')
})

test('M65 people go on to another step whatever the gate says, and from the problem only through it', () => {
  const run = new WhysRoom()
  expect(run.codeOf(run.facilitator, { type: 'advance' })).toBe('closed')
  expect(run.codeOf(run.facilitator, { type: 'skip' })).toBe('ok')
  run.must(run.facilitator, { type: 'reopen', step: run.step, phase: 'problem' })
  expect(run.codeOf(run.facilitator, { type: 'advance' })).toBe('closed')
  run.accept()
  expect(run.codeOf(run.facilitator, { type: 'advance' })).toBe('ok')
  run.must(run.facilitator, { type: 'accept-problem', accepted: false, statement: {} })
  expect(run.codeOf(run.participant, { type: 'add-cause', text: 'Why' })).toBe('closed')
  expect(run.view(run.participant).me.can).not.toHaveProperty('add-cause')
})

test('M66 it brings its roots to a later step, confirmed ones first, and keeps its causes and their evidence from every other command', () => {
  const { run, forms, late, desk, idea } = played()
  const { facilitator, participant } = run
  for (const item of [forms, late, desk]) expect(isKept(run.room.session, item)).toBe(true)
  const note = run.tree.causes.find(({ item }) => item === late)?.evidence[0]?.item
  expect(note && isKept(run.room.session, note)).toBe(true)
  expect(isKept(run.room.session, idea)).toBe(false)
  for (const item of [forms, late]) {
    expect(run.codeOf(participant, { type: 'withdraw', item, withdrawn: true })).not.toBe('ok')
    expect(run.codeOf(facilitator, { type: 'park', item })).not.toBe('ok')
    expect(run.codeOf(participant, { type: 'edit-item', item, text: 'Other words' })).not.toBe('ok')
  }
  run.must(facilitator, { type: 'insert-step', step: { kind: 'five-whys', prompts: 'brought' } })
  const next = run.room.session.agenda.find(({ kind, id }) => kind === 'five-whys' && id !== run.step)
  run.must(facilitator, { type: 'skip' })
  while (findStop(run.room.session)?.step.id !== next?.id) run.must(facilitator, { type: 'skip' })
  const problem = (workOf(run.room.session, next?.id ?? run.step) as WhyTree).problem
  expect(problem.statement.what).toBe('They are not sent before')
  expect(problem.sources).toEqual([desk])
})

test('M66 the links of the board are those of the tree through everything that a session does', () => {
  const { run, forms, late, desk } = played()
  expect(linksIn(run).kept).toEqual(linksIn(run).meant)
  run.must(run.facilitator, { type: 'reopen', step: run.step, phase: 'whys' })
  run.must(run.facilitator, { type: 'move-cause', cause: late, parent: desk })
  run.must(run.facilitator, { type: 'same-cause', cause: forms, as: desk, same: true })
  run.must(run.facilitator, { type: 'same-cause', cause: forms, as: desk, same: false })
  const leaf = run.cause(run.participant, 'Nobody asks for them', forms)
  run.must(run.participant, { type: 'remove-cause', cause: leaf })
  expect(linksIn(run).kept).toEqual(linksIn(run).meant)
  expect(run.room.items.get(leaf)?.item.state).toBe('withdrawn')
})

test('M67 who comes late reads the whole tree and takes part; who leaves, is forgotten or becomes another leaves nothing hanging', () => {
  const { run, late } = played()
  const { facilitator, other, participant } = run
  const before = run.shown(participant)
  const nima = run.room.enter('Nima')
  expect(run.shown(nima)).toEqual(before)
  run.must(nima, { type: 'add-countermeasure', root: late, text: 'Ask by text message' })

  run.must(facilitator, { type: 'reopen', step: run.step, phase: 'roots' })
  run.must(nima, { type: 'propose-root', cause: late, supports: true })
  expect(run.shown(participant)?.causes.find(({ item }) => item === late)?.root?.support).toBe(2)
  run.must(other, { type: 'forget-me' })
  expect(JSON.stringify(run.tree)).not.toContain(other)
  expect(run.tree.checks[0]?.question).toBe('Is it?')
  run.must(facilitator, { type: 'edit-check', check: run.tree.checks[0]!.id, owner: nima })
  run.must(facilitator, { type: 'remove', seat: nima })
  expect(
    run.codeOf(facilitator, { type: 'close-check', check: run.tree.checks[0]!.id, text: 'Yes', finding: 'unclear' }),
  ).toBe('ok')
  expect(listFaults(run.tree)).toEqual([])
})

test('M67 one person alone runs it from the problem to an idea, and two do', () => {
  for (const count of [0, 1]) {
    const room = new SimulatedRoom({ agenda: [{ kind: 'five-whys' }] })
    const { facilitator } = room
    const writer = count === 0 ? facilitator : room.enter('Leila')
    const must = (seat: typeof facilitator, command: Parameters<typeof room.give>[1]): ItemId => {
      const result = room.give(seat, command)
      if (!result.ok) throw new Error(`${command.type}: ${result.error.code}`)
      return result.value.answer.item ?? asId('nothing-was-made')
    }
    must(facilitator, { type: 'start' })
    const step = findStop(room.session)?.step.id
    const tree = () => workOf(room.session, step!) as WhyTree
    for (const field of ['what', 'where', 'when'] as const)
      must(writer, { type: 'state-problem', field, text: field, was: '' })
    must(facilitator, { type: 'accept-problem', accepted: true, statement: tree().problem.statement })
    must(facilitator, { type: 'advance' })
    const cause = must(writer, { type: 'add-cause', text: 'Because' })
    must(facilitator, { type: 'advance' })
    must(writer, { type: 'propose-root', cause, supports: true })
    must(facilitator, { type: 'mark-root', cause, mark: 'confirmed', reason: 'We live with it' })
    must(facilitator, { type: 'advance' })
    must(writer, { type: 'add-countermeasure', root: cause, text: 'Stop it' })
    expect(tree().countermeasures).toHaveLength(1)
  }
})

test('M67 sixty people answer at once, each is heard, and what everyone is shown stays within what a message may weigh', () => {
  const run = new WhysRoom()
  run.accept()
  run.goTo('whys')
  const people = Array.from({ length: 50 }, (_none, nth) => run.room.enter(`Person ${nth}`))
  const first = run.cause(run.participant, 'Forms are filled at the desk')
  for (const round of [0, 1, 2]) {
    for (const [nth, seat] of people.entries()) run.cause(seat, `Answer ${round} of ${nth}`, first)
  }
  expect(run.tree.causes).toHaveLength(151)
  while (run.tree.causes.length < LIMITS.whyCauses) run.cause(run.other, `More ${run.tree.causes.length}`)
  expect(run.codeOf(run.other, { type: 'add-cause', text: 'One too many' })).toBe('too-many')
  expect(JSON.stringify(run.shown(run.facilitator)).length).toBeLessThan(LIMITS.bodyBytes)
})

/** Two people at the same moment: each gives what they saw before either came in. */
const race = (prepare: (run: WhysRoom) => readonly [() => string, () => string]) =>
  [false, true].map((isTurned) => {
    const run = new WhysRoom()
    const [one, other] = prepare(run)
    const codes = isTurned ? [other(), one()].toReversed() : [one(), other()]
    expect(listFaults(run.tree)).toEqual([])
    const { kept, meant } = linksIn(run)
    expect(kept).toEqual(meant)
    return codes.join(' ')
  })

const begin = (run: WhysRoom): readonly [ItemId, ItemId] => {
  run.accept()
  run.goTo('whys')
  return [run.cause(run.participant, 'Forms are filled at the desk'), run.cause(run.other, 'One desk does everything')]
}

test('M68 two who hang each other’s causes under one another at once: the second is told, and there is no circle', () => {
  const codes = race((run) => {
    const [forms, desk] = begin(run)
    return [
      () => run.codeOf(run.facilitator, { type: 'move-cause', cause: forms, parent: desk }),
      () => run.codeOf(run.scribe, { type: 'move-cause', cause: desk, parent: forms }),
    ]
  })
  expect(codes).toEqual(['ok bad-input', 'bad-input ok'])
})

test('M68 two who say the same words beside each other are both heard; one below the other is told', () => {
  const beside = race((run) => {
    begin(run)
    return [
      () => run.codeOf(run.participant, { type: 'add-cause', text: 'The same' }),
      () => run.codeOf(run.other, { type: 'add-cause', text: 'The same' }),
    ]
  })
  expect(beside).toEqual(['ok ok', 'ok ok'])
  const below = race((run) => {
    const [forms] = begin(run)
    const late = run.cause(run.other, 'They are not sent', forms)
    return [
      () => run.codeOf(run.participant, { type: 'add-cause', parent: late, text: 'Nobody asks' }),
      () => run.codeOf(run.other, { type: 'add-cause', parent: late, text: 'forms are filled at the desk!' }),
    ]
  })
  expect(below).toEqual(['ok duplicate', 'ok duplicate'])
})

test('M68 a root that is confirmed while somebody brings proof against it is a proposal afterwards, in either order', () => {
  for (const isTurned of [false, true]) {
    const { run, late } = played()
    run.must(run.facilitator, { type: 'reopen', step: run.step, phase: 'roots' })
    run.must(run.facilitator, { type: 'mark-root', cause: late, mark: 'candidate' })
    const confirm = () => run.codeOf(run.facilitator, { type: 'mark-root', cause: late, mark: 'confirmed' })
    const refute = () =>
      run.codeOf(run.client, { type: 'add-evidence', cause: late, text: 'No', kind: 'data', supports: false })
    const codes = isTurned ? [refute(), confirm()] : [confirm(), refute()]
    expect(codes).toEqual(isTurned ? ['ok', 'closed'] : ['ok', 'ok'])
    expect(run.tree.causes.find(({ item }) => item === late)?.root?.state).toBe('candidate')
    expect(listFaults(run.tree)).toEqual([])
  }
})

test('M68 whatever a hostile person names, nothing throws and the tree stays sound', () => {
  const { run, late } = played()
  run.must(run.facilitator, { type: 'reopen', step: run.step, phase: 'whys' })
  const known = [...run.room.items.keys(), run.participant, run.step, late] as readonly string[]
  const name = fc.oneof(fc.constantFrom(...known), fc.constant('nothing-is-there'), fc.constant('__proto__-------'))
  fc.assert(
    fc.property(
      fc.constantFrom(
        'move-cause',
        'same-cause',
        'add-evidence',
        'remove-evidence',
        'remove-cause',
        'cite-source',
        'add-check',
      ),
      name,
      name,
      (type, one, two) => {
        const command = {
          type,
          cause: one,
          as: two,
          item: two,
          parent: two,
          text: 'x',
          kind: 'data',
          supports: false,
          question: 'x',
          owner: two,
          due: '2026-12-01',
        }
        run.room.give(run.client, command as never)
        expect(listFaults(run.tree)).toEqual([])
        expect(linksIn(run).kept).toEqual(linksIn(run).meant)
      },
    ),
    { numRuns: 150 },
  )
})
