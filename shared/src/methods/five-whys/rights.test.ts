import { describe, expect, test } from 'vitest'
import type { ItemId } from '../../kernel/index.ts'
import { type Command, can } from '../../session/index.ts'
import { WHY_COMMANDS, type WhyCommand, type WhyCommandType } from './commands/commands.ts'
import { WHY_PHASES, type WhyPhase } from './tree.ts'
import { WhysRoom } from '../../session/simulated/whys-room.ts'

const IDENTITIES = ['facilitator', 'co', 'scribe', 'participant', 'other', 'client', 'observer', 'screen'] as const

/**
 * Who may give what, phase by phase: problem, whys, therefore, roots, countermeasures. `all` take part; `steer` leads or
 * writes down for others; `lead` leads; `own` wrote what it is about, or leads; `mine` wrote it; `hold` wrote it, leads or
 * writes down, or holds the check. A point is the wrong phase.
 */
const TABLE: Readonly<Record<WhyCommandType, string>> = {
  'state-problem': 'all   lead  .     .     .',
  'accept-problem': 'lead  lead  .     .     .',
  'cite-source': 'all   all   .     .     .',
  'add-cause': '.     all   .     .     .',
  'move-cause': '.     hold  .     .     .',
  'remove-cause': '.     own   .     .     .',
  'reword-cause': '.     mine  .     .     .',
  'focus-cause': '.     steer steer steer steer',
  'same-cause': '.     steer .     steer .',
  'add-evidence': '.     all   .     all   .',
  'remove-evidence': '.     own   .     own   .',
  'judge-cause': '.     steer .     steer .',
  'set-control': '.     steer .     steer .',
  'add-check': '.     all   .     all   .',
  'edit-check': 'hold  hold  hold  hold  hold',
  'close-check': 'hold  hold  hold  hold  hold',
  'set-link-state': '.     .     steer steer .',
  'propose-root': '.     .     .     all   .',
  'mark-root': '.     .     .     lead  .',
  'add-countermeasure': '.     .     .     .     all',
  'address-root': '.     .     .     .     hold',
  'pause-run': 'lead  lead  lead  lead  lead',
  'resume-run': 'lead  lead  lead  lead  lead',
}

const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  all: ['facilitator', 'co', 'scribe', 'participant', 'other', 'client'],
  steer: ['facilitator', 'co', 'scribe'],
  lead: ['facilitator', 'co'],
  own: ['facilitator', 'co', 'participant'],
  mine: ['participant'],
  hold: ['facilitator', 'co', 'scribe', 'participant'],
}

interface Things {
  readonly built: ItemId
  readonly leaf: ItemId
  readonly note: ItemId
  readonly idea: ItemId | undefined
}

/** A run in which every command has something to be about, all of it made by one participant. */
const play = (phase: WhyPhase): { readonly room: WhysRoom; readonly things: Things } => {
  const scene = prepare(phase)
  // What the phase before allowed is over.
  scene.room.room.wait(60_000)
  return scene
}

const prepare = (phase: WhyPhase): { readonly room: WhysRoom; readonly things: Things } => {
  const room = new WhysRoom()
  const { participant, facilitator } = room
  room.accept()
  room.goTo('whys')
  const built = room.cause(participant, 'Forms are filled at the desk')
  const leaf = room.cause(participant, 'One desk does everything')
  const note = room.must(participant, {
    type: 'add-evidence',
    cause: built,
    text: 'I counted',
    kind: 'data',
    supports: true,
  })
  room.must(participant, {
    type: 'add-check',
    cause: built,
    question: 'Is it?',
    owner: participant,
    due: '2026-12-01',
  })
  if (phase === 'problem') {
    room.must(facilitator, { type: 'back' })
    room.must(facilitator, { type: 'accept-problem', accepted: false, statement: {} })
  }
  if (phase === 'whys' || phase === 'problem') return { room, things: { built, leaf, note, idea: undefined } }
  room.goTo('roots')
  room.must(participant, { type: 'propose-root', cause: built, supports: true })
  if (phase !== 'countermeasures') {
    if (phase === 'therefore') room.must(facilitator, { type: 'back' })
    return { room, things: { built, leaf, note, idea: undefined } }
  }
  room.goTo('countermeasures')
  const idea = room.must(participant, { type: 'add-countermeasure', root: built, text: 'Send the form' })
  return { room, things: { built, leaf, note, idea } }
}

const commandOf = (type: WhyCommandType, { room, things }: ReturnType<typeof play>): WhyCommand => {
  const { built, leaf, note, idea } = things
  const check = room.tree.checks[0]?.id ?? ('nothing-is-there' as never)
  const { statement } = room.tree.problem
  const what = statement.what ?? ''
  const made: { readonly [Type in WhyCommandType]: () => Extract<WhyCommand, { type: Type }> } = {
    'state-problem': () => ({ type: 'state-problem', field: 'what', text: 'Other words', was: what }),
    'accept-problem': () => ({ type: 'accept-problem', accepted: false, statement: {} }),
    'cite-source': () => ({ type: 'cite-source', item: leaf, cited: false }),
    'add-cause': () => ({ type: 'add-cause', parent: built, text: 'A cause' }),
    'move-cause': () => ({ type: 'move-cause', cause: leaf, parent: built }),
    'remove-cause': () => ({ type: 'remove-cause', cause: leaf }),
    'reword-cause': () => ({ type: 'reword-cause', cause: leaf, text: 'In other words' }),
    'focus-cause': () => ({ type: 'focus-cause', cause: leaf }),
    'same-cause': () => ({ type: 'same-cause', cause: leaf, as: built, same: true }),
    'add-evidence': () => ({ type: 'add-evidence', cause: leaf, text: 'Seen', kind: 'observed', supports: true }),
    'remove-evidence': () => ({ type: 'remove-evidence', cause: built, item: note }),
    'judge-cause': () => ({ type: 'judge-cause', cause: built, verdict: 'open' }),
    'set-control': () => ({ type: 'set-control', cause: built, control: 'ours' }),
    'add-check': () => ({
      type: 'add-check',
      cause: built,
      question: 'Is it?',
      owner: room.facilitator,
      due: '2026-12-01',
    }),
    'edit-check': () => ({ type: 'edit-check', check, due: '2026-12-02' }),
    'close-check': () => ({ type: 'close-check', check, text: 'Yes', finding: 'supports' }),
    'set-link-state': () => ({ type: 'set-link-state', cause: leaf, state: 'holds' }),
    'propose-root': () => ({ type: 'propose-root', cause: leaf, supports: true }),
    'mark-root': () => ({ type: 'mark-root', cause: built, mark: 'rejected' }),
    'add-countermeasure': () => ({ type: 'add-countermeasure', root: built, text: 'An idea' }),
    'address-root': () => ({ type: 'address-root', item: idea ?? leaf, root: built, addresses: false }),
    'pause-run': () => ({ type: 'pause-run' }),
    'resume-run': () => ({ type: 'resume-run' }),
  }
  return made[type]()
}

test('M64 every command of the method stands in the table, and no other', () => {
  expect(Object.keys(TABLE).toSorted()).toEqual(WHY_COMMANDS.map(({ type }) => type).toSorted())
})

describe.each(WHY_PHASES)('M64 everybody is answered as the table says: %s', (phase) => {
  const column = WHY_PHASES.indexOf(phase)
  test.each(IDENTITIES)('M64 %s', (identity) => {
    const expected: Record<string, string> = {}
    const found: Record<string, string> = {}
    for (const [type, line] of Object.entries(TABLE)) {
      const who = line.split(/ +/)[column] ?? ''
      const scene = play(phase)
      const command = commandOf(type as WhyCommandType, scene)
      const seat = scene.room[identity]
      const isOut = identity === 'observer' || identity === 'screen'
      const isOpen = who !== '.'
      const given = scene.room.codeOf(seat, command)
      found[type] = given
      expected[type] = isOut
        ? 'not-allowed'
        : isOpen
          ? PEOPLE[who]?.includes(identity)
            ? 'ok'
            : 'not-allowed'
          : // Whoever never may is told so in every phase.
            given === 'not-allowed'
            ? 'not-allowed'
            : 'wrong-phase'
    }
    expect(found).toEqual(expected)
  })

  test('M64 what buttons show is what is answered', () => {
    const scene = play(phase)
    for (const identity of IDENTITIES) {
      for (const { type, phases } of WHY_COMMANDS) {
        const isOpen = can(scene.room.room.session, scene.room[identity], type as Command['type'])
        if (!(phases as readonly string[]).includes(phase))
          expect([type, identity, isOpen]).toEqual([type, identity, false])
        if (identity === 'observer' || identity === 'screen') expect([type, isOpen]).toEqual([type, false])
        if (isOpen) continue
        const answer = play(phase)
        expect(answer.room.codeOf(answer.room[identity], commandOf(type, answer))).not.toBe('ok')
      }
    }
  })
})

test('M64 while the board is locked nobody but those who lead gives any of it', () => {
  const scene = play('whys')
  const { room } = scene
  room.must(room.facilitator, { type: 'lock', locked: true })
  room.room.wait(60_000)
  const answer = (identity: (typeof IDENTITIES)[number]) => room.codeOf(room[identity], commandOf('add-cause', scene))
  expect([answer('participant'), answer('scribe'), answer('co')]).toEqual(['locked', 'locked', 'ok'])
})
