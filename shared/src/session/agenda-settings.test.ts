import { describe, expect, test } from 'vitest'
import { LIMITS, type StepId, asId } from '../kernel/index.ts'
import { can } from './commands/index.ts'
import { mayWrite } from './may-write.ts'
import { SimulatedRoom } from './simulated/room.ts'
import { TEMPLATES, templateMinutes } from './templates.ts'
import { nextTick } from './tick.ts'
import { viewFor } from './view/view-for.ts'

const MINUTE = 60_000

const where = ({ session }: SimulatedRoom): string =>
  session.position.state === 'live' ? session.position.phase : session.position.state

const seen = (room: SimulatedRoom, seat = room.facilitator) => viewFor(room.session, seat, room.surroundings())

describe('S52 notes', () => {
  test('S52 only those who lead see what they mean to say, before and after, also where the step is live', () => {
    const secret = 'Mention the budget'
    const room = new SimulatedRoom({ agenda: [{ kind: 'talk', notes: secret }, { kind: 'break' }] })
    const co = room.enter('Bob')
    room.give(room.facilitator, { type: 'set-role', seat: co, role: 'co-facilitator' })
    const others = [
      room.enter('Leila'),
      room.enter('Rosa', 'client'),
      room.enter('Olga', 'observer'),
      room.enter('', 'screen'),
    ]
    room.give(room.facilitator, { type: 'set-setting', door: 'ask' })
    others.push(room.enter('Waiting'))
    for (const press of ['none', 'start', 'advance', 'end'] as const) {
      if (press !== 'none') room.give(room.facilitator, { type: press })
      for (const seat of [room.facilitator, co]) expect(seen(room, seat).session.agenda[0]?.plan?.notes).toBe(secret)
      for (const seat of others) expect(JSON.stringify(seen(room, seat))).not.toContain(secret)
    }
  })

  test('S52 notes are changed at any time before the end, and what can be taken back does not take them along', () => {
    const room = new SimulatedRoom({ agenda: [{ kind: 'talk' }, { kind: 'break' }] })
    room.give(room.facilitator, { type: 'start' })
    room.give(room.facilitator, { type: 'advance' })
    for (const { id } of room.session.agenda) {
      expect(room.give(room.facilitator, { type: 'edit-step', step: id, notes: 'New\nlines' }).ok).toBe(true)
    }
    expect(room.give(room.facilitator, { type: 'undo' }).ok).toBe(true)
    expect(room.session.agenda.map(({ notes }) => notes)).toEqual(['New\nlines', 'New\nlines'])
    room.give(room.facilitator, { type: 'edit-step', step: room.session.agenda[0]?.id as StepId, notes: '' })
    expect(room.session.agenda[0]).not.toHaveProperty('notes')
  })
})

describe('S53 writing before the beginning', () => {
  const early = () => {
    const room = new SimulatedRoom({
      agenda: [
        { kind: 'brainstorm', early: true },
        { kind: 'brainstorm', early: true },
      ],
    })
    const leila = room.enter('Leila')
    return { room, leila, step: room.session.agenda[0]?.id as StepId }
  }

  test('S53 in the lobby people learn for which step they may write, and its reveal publishes it with the rest', () => {
    const { room, leila, step } = early()
    expect(seen(room, leila).session.early).toEqual({ step, kinds: ['idea'] })
    room.write(leila, 'From home', { step })
    room.give(room.facilitator, { type: 'start' })
    expect(seen(room, leila).session).not.toHaveProperty('early')
    room.write(leila, 'From here')
    expect(room.items.size).toBe(0)
    room.goOn()
    expect([...room.items.values()].map(({ item }) => item.text).toSorted()).toEqual(['From here', 'From home'])
    for (const { item } of room.items.values()) expect(item).not.toHaveProperty('late')
  })

  test('S53 it is the first step alone that can be written for, and only where one writes in private', () => {
    const { room, leila } = early()
    const [first, second] = room.session.agenda.map(({ id }) => id)
    room.give(room.facilitator, { type: 'edit-step', step: first as StepId, early: false })
    expect(seen(room, leila).session).not.toHaveProperty('early')
    room.give(room.facilitator, { type: 'remove-step', step: first as StepId })
    expect(seen(room, leila).session.early?.step).toBe(second)
    const open = new SimulatedRoom({ agenda: [{ kind: 'brainstorm', early: true, settings: { variant: 'free' } }] })
    expect(seen(open).session).not.toHaveProperty('early')
  })

  test('S53 once somebody has written, the names stand, also when writing is closed again, and the step stays', () => {
    const { room, leila, step } = early()
    expect(room.give(room.facilitator, { type: 'edit-step', step, names: 'shown' }).ok).toBe(true)
    expect(room.give(room.facilitator, { type: 'edit-step', step, names: 'hidden' }).ok).toBe(true)
    room.write(leila, 'Trusting', { step })
    const refused = { error: { code: 'wrong-phase' } }
    expect(room.give(room.facilitator, { type: 'edit-step', step, names: 'shown' })).toMatchObject(refused)
    expect(room.give(room.facilitator, { type: 'remove-step', step })).toMatchObject(refused)
    expect(room.give(room.facilitator, { type: 'edit-step', step, early: false, settings: { write: 3 } }).ok).toBe(true)
    expect(room.give(room.facilitator, { type: 'edit-step', step, names: 'shown' })).toMatchObject(refused)
    expect(room.give(room.facilitator, { type: 'remove-step', step })).toMatchObject(refused)
  })
})

describe('S54 going on by itself', () => {
  const byItself = () => {
    const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm', advances: true }] })
    room.give(room.facilitator, { type: 'start' })
    return room
  }

  test('S54 at the end of its time a phase goes on, what it releases is announced first, and the last phase stays', () => {
    const room = byItself()
    room.wait(6 * MINUTE - 1)
    expect(where(room)).toBe('write')
    room.wait(1)
    expect(room.session.position).toMatchObject({
      phase: 'write',
      armed: { by: 'server', at: room.now + LIMITS.armMs },
    })
    room.wait(LIMITS.armMs)
    expect(where(room)).toBe('build')
    room.wait(4 * MINUTE)
    expect(where(room)).toBe('group')
    expect(can(room.session, room.facilitator, 'undo')).toBe(false)
    room.wait(60 * MINUTE)
    expect(where(room)).toBe('group')
    expect(nextTick(room.session)).toBeUndefined()
  })

  test('S54 no phase goes on by itself unless its step says so, or while the clock stands', () => {
    const room = new SimulatedRoom({ agenda: [{ kind: 'talk' }, { kind: 'break' }] })
    room.give(room.facilitator, { type: 'start' })
    room.wait(60 * MINUTE)
    expect(where(room)).toBe('talk')
    // Turned on when the time is up already, it takes nobody by surprise.
    room.give(room.facilitator, { type: 'edit-step', step: room.session.agenda[0]?.id as StepId, advances: true })
    room.wait(60 * MINUTE)
    expect(where(room)).toBe('talk')
    room.give(room.facilitator, { type: 'set-clock', addMs: MINUTE })
    room.give(room.facilitator, { type: 'pause' })
    room.wait(60 * MINUTE)
    expect(where(room)).toBe('talk')
    room.give(room.facilitator, { type: 'resume' })
    room.wait(MINUTE)
    expect(where(room)).toBe('break')
  })

  test('S54 what somebody cancelled, or came back to, stays until the time is set anew', () => {
    const room = byItself()
    room.wait(6 * MINUTE)
    expect(room.give(room.facilitator, { type: 'cancel' }).ok).toBe(true)
    room.wait(60 * MINUTE)
    expect(where(room)).toBe('write')
    room.give(room.facilitator, { type: 'set-clock', leftMs: MINUTE })
    room.wait(MINUTE)
    room.wait(LIMITS.armMs)
    expect(where(room)).toBe('build')
    room.wait(4 * MINUTE - 1_000)
    room.give(room.facilitator, { type: 'advance' })
    room.wait(2_000)
    room.give(room.facilitator, { type: 'undo' })
    room.wait(MINUTE)
    expect(where(room)).toBe('build')
  })
})

describe('S57 grouping what earlier steps brought', () => {
  const grouping = (settings: (steps: readonly StepId[]) => object) => {
    const steps = ['step-A----------', 'step-B----------'].map((id) => asId<'step'>(id))
    const room = new SimulatedRoom({
      agenda: [
        { id: steps[0], kind: 'brainstorm', settings: { group: 0 } },
        { id: steps[1], kind: 'brainstorm', settings: { group: 0 } },
        { kind: 'group', settings: { ...settings(steps) } },
      ],
    })
    const leila = room.enter('Leila')
    room.give(room.facilitator, { type: 'start' })
    for (let press = 0; press < 4; press++) {
      if (press % 2 === 0) room.write(leila, `Idea ${press}`)
      room.goOn()
    }
    const code = (step: StepId | undefined, field = 'cluster', seat = leila) => {
      const touch = {
        document: { kind: 'board' },
        collection: 'items',
        record: 'x',
        op: 'set',
        field,
        value: 'c',
        fresh: false,
        ...(step && { step }),
      } as const
      const answer = mayWrite(room.session, seat, touch, room.now + LIMITS.graceMs)
      return answer.ok ? 'ok' : answer.error.code
    }
    return { room, leila, steps: steps as [StepId, StepId], code }
  }

  test('S57 everything that was published is placed by everyone, or only what the named steps brought', () => {
    const all = grouping(() => ({}))
    for (const step of all.steps) expect(all.code(step)).toBe('ok')
    const some = grouping(([first]) => ({ steps: [first] }))
    const [first, second] = some.steps
    for (const field of ['at', 'rank', 'cluster']) {
      expect([some.code(first, field), some.code(second, field), some.code(undefined, field)]).toEqual([
        'ok',
        'not-allowed',
        'not-allowed',
      ])
    }
    expect(some.code(first, 'text')).toBe('not-allowed')
  })

  test('S57 a group that is made belongs to the step in which it is made', () => {
    const { room, leila, steps } = grouping(() => ({}))
    const own = room.session.agenda[2]?.id as StepId
    const make = (step: StepId) =>
      mayWrite(
        room.session,
        leila,
        {
          document: { kind: 'board' },
          collection: 'clusters',
          record: 'c',
          op: 'set',
          field: 'step',
          value: step,
          fresh: true,
          owner: leila,
        },
        room.now,
      ).ok
    expect([make(own), make(steps[0])]).toEqual([true, false])
  })

  test('S57 what is dealt to be placed is what is worked on, and the screen is told what that is', () => {
    for (const isAll of [true, false]) {
      const { room, leila, steps } = grouping(([first]) => (isAll ? {} : { steps: [first] }))
      const dealt = new Set<string>()
      for (let times = 0; times < 20; times++) {
        const given = room.give(leila, { type: 'deal' })
        if (given.ok) dealt.add(room.items.get(given.value.answer.item as never)?.item.step ?? '')
      }
      expect([...dealt].toSorted()).toEqual(isAll ? [...steps].toSorted() : [steps[0]])
      expect(seen(room, leila).step?.input?.steps).toEqual(isAll ? 'all' : [steps[0]])
    }
  })
})

describe('S60 templates', () => {
  test.each(TEMPLATES.map((template) => [template.id, template] as const))(
    'S60 %s becomes a session whose steps fit their methods, and takes as long as its name says',
    (id, template) => {
      const room = new SimulatedRoom({ template: id })
      expect(room.session.agenda.map(({ kind }) => kind)).toEqual(template.agenda.map(({ kind }) => kind))
      expect(templateMinutes(template)).toBe(Number(id.split('-').at(-1)))
    },
  )

  test('S60 steps may come with ids of their own, each once', () => {
    const id = asId<'step'>('step-A----------')
    expect(new SimulatedRoom({ agenda: [{ id, kind: 'break' }] }).session.agenda[0]?.id).toBe(id)
    expect(
      () =>
        new SimulatedRoom({
          agenda: [
            { id, kind: 'break' },
            { id, kind: 'talk' },
          ],
        }),
    ).toThrow('bad-input')
    const room = new SimulatedRoom({ agenda: [{ id, kind: 'break' }] })
    expect(room.give(room.facilitator, { type: 'insert-step', step: { id, kind: 'talk' } })).toMatchObject({
      error: { code: 'duplicate' },
    })
  })
})
