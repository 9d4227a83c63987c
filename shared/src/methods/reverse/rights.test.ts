import { describe, expect, test } from 'vitest'
import { type ItemId, LIMITS } from '../../kernel/index.ts'
import { type Command, can } from '../../session/index.ts'
import { REVERSE_PHASES, SimulatedReverse } from '../../session/simulated/reverse-room.ts'

type Person = 'facilitator' | 'co' | 'leila' | 'scribe' | 'omid' | 'vera' | 'wall'

const EVERYONE = ['facilitator', 'co', 'leila', 'scribe', 'omid'] as const satisfies readonly Person[]
const LEADING = ['facilitator', 'co'] as const satisfies readonly Person[]
const NOBODY: readonly Person[] = []

/** Who may give what, and in which phases. Written by hand. */
const TABLE: readonly {
  readonly type: Command['type']
  readonly who: readonly Person[]
  readonly phases: readonly (typeof REVERSE_PHASES)[number][]
}[] = [
  { type: 'propose-turned', who: EVERYONE, phases: ['negate'] },
  { type: 'drop-turned', who: LEADING, phases: ['negate'] },
  { type: 'choose-turned', who: LEADING, phases: ['frame', 'negate', 'worsen'] },
  { type: 'already-true', who: EVERYONE, phases: ['reality'] },
  { type: 'deal-turning', who: EVERYONE, phases: ['invert'] },
  { type: 'pass-on', who: EVERYONE, phases: ['invert'] },
  { type: 'let-go', who: EVERYONE, phases: ['invert'] },
  { type: 'set-aside', who: LEADING, phases: ['invert', 'group', 'debrief'] },
  { type: 'flag-solution', who: EVERYONE, phases: ['reality', 'invert'] },
  { type: 'turn-round', who: EVERYONE, phases: ['invert', 'group'] },
  { type: 'turn-back', who: EVERYONE, phases: ['invert', 'group'] },
]

const gather = () => {
  const run = new SimulatedReverse()
  const { room } = run
  const people = { ...run.people, co: room.enter('Co'), scribe: room.enter('Scribe') }
  const appoint = (command: Command): void => expect(run.tell(room.facilitator, command)).toBe('ok') as void
  appoint({ type: 'set-role', seat: people.co, role: 'co-facilitator' })
  appoint({ type: 'set-flag', seat: people.scribe, flag: 'scribe', on: true })
  return { run, people: people as Readonly<Record<Person, typeof people.co>> }
}

/** A command of each type that would be carried out where the person and the moment allow it. */
const sound = (run: SimulatedReverse, type: Command['type']): Command => {
  const [bad = run.before, other = run.before] = run.bad
  const proposal = run.state.proposals[0]?.id ?? 'proposal--------'
  switch (type) {
    case 'propose-turned':
      return { type, text: 'How do we lose them all?' }
    case 'drop-turned':
      return { type, proposal }
    case 'choose-turned':
      return { type, turn: 'worsen' }
    case 'already-true':
      return { type, item: bad, isTrue: true }
    case 'flag-solution':
      return { type, item: other, isSolution: true }
    case 'set-aside':
      return { type, item: bad, aside: true }
    case 'pass-on':
      return { type, item: bad }
    case 'turn-round':
      return { type, idea: run.before, inverts: [bad] }
    case 'turn-back':
      return { type, idea: run.before, item: bad }
    case 'deal-turning':
      return { type, item: bad }
    default:
      return { type } as Command
  }
}

/** What has to be there for a command to have something to be about. */
const prepare = (run: SimulatedReverse, type: Command['type'], seat: SimulatedReverse['people']['leila']): void => {
  const [bad] = run.bad
  if (type === 'drop-turned') run.tell(run.people.leila, { type: 'propose-turned', text: 'How do we lose them?' })
  if (type === 'pass-on' && bad) run.tell(seat, { type: 'deal-turning', item: bad })
  if (type === 'turn-back' && bad) run.tell(seat, { type: 'turn-round', idea: run.before, inverts: [bad] })
}

describe.each(REVERSE_PHASES)('M80 in %s', (phase) => {
  test.each(TABLE)('M80 $type is for who the table says', ({ type, who, phases }) => {
    const { people: names } = gather()
    for (const name of Object.keys(names) as Person[]) {
      const { run, people } = gather()
      run.goTo(phase)
      const seat = people[name]
      prepare(run, type, seat)
      const isTime = phases.includes(phase)
      const isFor = (who as readonly Person[]).includes(name)
      // Something is a solution already for whoever wrote it, and for those who lead.
      const isOwners = type === 'flag-solution' && !['facilitator', 'co', 'leila'].includes(name)
      const expected = !isFor ? 'not-allowed' : !isTime ? 'wrong-phase' : isOwners ? 'not-allowed' : 'ok'
      expect([name, can(run.room.session, seat, type)]).toEqual([name, isFor && isTime])
      expect([name, run.tell(seat, sound(run, type))]).toEqual([name, expected])
    }
  })
})

test('M80 the table names every command of the method, and nobody who only looks on', () => {
  const { run } = gather()
  const own = new Set(TABLE.map(({ type }) => type))
  expect(own.size).toBe(11)
  for (const { who } of TABLE) expect(NOBODY.concat(who)).not.toContain('vera')
  for (const seat of [run.people.vera, run.people.wall])
    expect(Object.keys(run.viewOf(seat).me.can).filter((type) => own.has(type as never))).toEqual([])
})

test('M80 within the grace what was pressed in the phase before is honoured, and not after it', () => {
  const run = new SimulatedReverse().goTo('reality')
  const [bad] = run.bad as [ItemId]
  run.room.goOn()
  expect(run.tell(run.people.leila, { type: 'already-true', item: bad, isTrue: true })).toBe('ok')
  run.room.wait(LIMITS.graceMs)
  expect(run.tell(run.people.omid, { type: 'already-true', item: bad, isTrue: true })).toBe('wrong-phase')
})

test('M80 what does not exist, is of another kind or step, or was taken off the board is refused and changes nothing', () => {
  const run = new SimulatedReverse().goTo('invert')
  const { leila, facilitator } = run.people
  const [bad, hidden] = run.bad as [ItemId, ItemId]
  const good = run.turn(leila, bad)
  run.room.give(facilitator, { type: 'hide', item: hidden })
  const none = 'nothing---------' as ItemId
  const before = [run.state, run.room.items.size, run.room.links.size]
  for (const item of [none, good, run.before]) {
    for (const type of ['deal-turning', 'set-aside', 'flag-solution'] as const)
      expect([type, run.tell(facilitator, { type, item } as Command)]).toEqual([type, 'unknown'])
    expect(run.tell(leila, { type: 'pass-on', item })).toBe('closed')
    expect(run.tell(leila, { type: 'turn-round', idea: good, inverts: [item] })).toBe('unknown')
    expect(run.tell(leila, { type: 'turn-back', idea: good, item })).toBe('unknown')
  }
  expect(run.tell(leila, { type: 'deal-turning', item: hidden })).toBe('closed')
  expect(run.tell(facilitator, { type: 'flag-solution', item: hidden, isSolution: true })).toBe('closed')
  expect(run.tell(leila, { type: 'turn-round', idea: none, inverts: [bad] })).toBe('unknown')
  expect(run.tell(leila, { type: 'turn-round', idea: bad, inverts: [bad] })).toBe('bad-input')
  expect(run.tell(leila, { type: 'turn-round', idea: good, inverts: [hidden] })).toBe('closed')
  expect([run.state, run.room.items.size, run.room.links.size]).toEqual(before)
})
