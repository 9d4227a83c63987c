import { describe, expect, test } from 'vitest'
import type { DocumentAddress } from '../board/index.ts'
import { LIMITS, type SeatId, type StepId } from '../kernel/index.ts'
import type { Policies } from '../methods/index.ts'
import { mayRead, mayWrite, mayWriteIn } from './may-write.ts'
import { SimulatedRoom } from './simulated/room.ts'
import type { Names } from './session.ts'
import type { Touch } from './touch.ts'

const board = { kind: 'board' } as const

const gather = (names: Names, phase: 'lobby' | 'write' | 'build' | 'group') => {
  const room = new SimulatedRoom({
    agenda: [
      { kind: 'brainstorm', names },
      { kind: 'brainstorm', names: 'hidden' },
    ],
  })
  const people = {
    facilitator: room.facilitator,
    leila: room.enter('Leila'),
    dmitry: room.enter('Dmitry'),
    olga: room.enter('Olga', 'observer'),
    screen: room.enter('', 'screen'),
  }
  if (phase !== 'lobby') room.give(room.facilitator, { type: 'start' })
  if (phase === 'build' || phase === 'group') room.goOn()
  if (phase === 'group') room.goOn()
  room.wait(LIMITS.graceMs)
  return { room, ...people, step: room.session.agenda[0]?.id as StepId }
}

const codeOf = (room: SimulatedRoom, seat: SeatId, touch: Touch): string => {
  const result = mayWrite(room.session, seat, touch, room.now)
  return result.ok ? 'ok' : result.error.code
}

const draftOf = (seat: SeatId): DocumentAddress => ({ kind: 'draft', seat })
const touchOf = (touch: Partial<Touch> & Pick<Touch, 'op'>): Touch => ({
  document: board,
  collection: 'items',
  record: 'item000000000001',
  fresh: false,
  ...touch,
})

describe('S31 reading', () => {
  test('S31 everyone seated reads the board and presence, each their own draft and nobody another’s, nobody a cloth', () => {
    const { room, facilitator, leila, dmitry, olga, screen } = gather('hidden', 'write')
    for (const seat of [facilitator, leila, olga, screen]) {
      expect(mayRead(room.session, seat, board)).toBe(true)
      expect(mayRead(room.session, seat, { kind: 'presence' })).toBe(true)
      expect(mayRead(room.session, seat, draftOf(seat))).toBe(true)
      expect(mayRead(room.session, seat, draftOf(dmitry))).toBe(false)
      expect(mayRead(room.session, seat, { kind: 'table', table: 'table00000000001' as never })).toBe(false)
    }
  })

  test('S31 who only reads, or is not seated, writes in no document, and nobody writes in another’s', () => {
    const { room, facilitator, leila, olga, screen } = gather('hidden', 'write')
    const may = (seat: SeatId, document: DocumentAddress) => mayWriteIn(room.session, seat, document, room.now).ok
    for (const seat of [facilitator, leila]) {
      expect(may(seat, board)).toBe(true)
      expect(may(seat, draftOf(seat))).toBe(true)
      expect(may(seat, draftOf(olga))).toBe(false)
      expect(may(seat, { kind: 'presence' })).toBe(false)
    }
    for (const seat of [olga, screen]) {
      expect(may(seat, board)).toBe(false)
      expect(may(seat, draftOf(seat))).toBe(false)
    }
    room.give(facilitator, { type: 'remove', seat: leila })
    expect(mayWriteIn(room.session, leila, board, room.now)).toMatchObject({ error: { code: 'removed' } })
  })

  test('S31 who waits, left, was removed or never came reads nothing', () => {
    const { room, leila, dmitry } = gather('hidden', 'write')
    room.give(room.facilitator, { type: 'set-setting', door: 'ask' })
    const waiting = room.enter('Lukas')
    room.give(room.facilitator, { type: 'remove', seat: leila })
    room.give(dmitry, { type: 'leave' })
    for (const seat of [waiting, leila, dmitry, 'nobody0000000000' as SeatId, '__defineGetter__' as SeatId]) {
      for (const document of [board, draftOf(seat), { kind: 'presence' } as const]) {
        expect(mayRead(room.session, seat, document)).toBe(false)
      }
    }
  })
})

describe('S32 drafts', () => {
  test('S32 one writes one’s own draft in every phase, in the lobby, and on a locked board; nobody writes another’s', () => {
    for (const phase of ['lobby', 'write', 'build', 'group'] as const) {
      const { room, facilitator, leila, dmitry } = gather('hidden', phase)
      room.give(facilitator, { type: 'lock', locked: true })
      for (const touch of [
        touchOf({ op: 'create', fresh: true }),
        touchOf({ op: 'text', field: 'text' }),
        touchOf({ op: 'set', field: 'kind', value: 'idea', fresh: true }),
        touchOf({ op: 'set', field: 'text', fresh: true }),
        touchOf({ op: 'set', field: 'lang', value: 'fa' }),
        touchOf({ op: 'set', field: 'second', value: { lang: 'fa', text: 'راه' } }),
        touchOf({ op: 'set', field: 'second' }),
        touchOf({ op: 'set', field: 'colour', value: 'mint' }),
        touchOf({ op: 'set', field: 'state', value: 'ready' }),
        touchOf({ op: 'set', field: 'state', value: 'composing' }),
        touchOf({ op: 'remove' }),
      ]) {
        expect(codeOf(room, leila, { ...touch, document: draftOf(leila) })).toBe('ok')
        for (const other of [facilitator, dmitry]) {
          expect(codeOf(room, other, { ...touch, document: draftOf(leila) })).toBe('not-allowed')
        }
      }
    }
  })

  test('S32 what says that an item was published is the server’s, and what it is never changes', () => {
    const { room, leila } = gather('hidden', 'write')
    for (const touch of [
      touchOf({ op: 'set', field: 'state', value: 'published' }),
      touchOf({ op: 'set', field: 'state', value: 'published', fresh: true }),
      touchOf({ op: 'set', field: 'boardItem', value: 'item000000000001' }),
      touchOf({ op: 'set', field: 'boardItem', value: undefined }),
      touchOf({ op: 'set', field: 'boardItem', value: 'item000000000001', fresh: true }),
      touchOf({ op: 'set', field: 'kind', value: 'question' }),
      touchOf({ op: 'set', field: 'step', value: 'x' }),
      touchOf({ op: 'set', field: 'other', value: 1 }),
      touchOf({ op: 'create', collection: 'links', fresh: true }),
    ]) {
      expect(codeOf(room, leila, { ...touch, document: draftOf(leila) })).toBe('not-allowed')
    }
  })

  test('S32 who only watches writes nothing at all', () => {
    const { room, olga, screen } = gather('shown', 'group')
    for (const seat of [olga, screen]) {
      expect(codeOf(room, seat, { ...touchOf({ op: 'create', fresh: true }), document: draftOf(seat) })).toBe(
        'not-allowed',
      )
      expect(codeOf(room, seat, touchOf({ op: 'set', field: 'at', value: [1, 1] }))).toBe('not-allowed')
    }
  })
})

const creation = (seat: SeatId, step: StepId): readonly Touch[] =>
  [
    touchOf({ op: 'create' }),
    touchOf({ op: 'set', field: 'kind', value: 'idea' }),
    touchOf({ op: 'set', field: 'step', value: step }),
    touchOf({ op: 'set', field: 'text' }),
    touchOf({ op: 'text', field: 'text' }),
    touchOf({ op: 'set', field: 'lang', value: 'en' }),
    touchOf({ op: 'set', field: 'rank', value: 'V' }),
    touchOf({ op: 'set', field: 'at', value: [1, 1] }),
    touchOf({ op: 'set', field: 'colour', value: 'mint' }),
    touchOf({ op: 'set', field: 'state', value: 'published' }),
    touchOf({ op: 'set', field: 'author', value: seat }),
  ].map((touch) => ({ ...touch, fresh: true, owner: seat }))

describe('S33 items on the board, names hidden', () => {
  test('S33 no new item and no text comes through the document, from nobody', () => {
    for (const phase of ['write', 'build', 'group'] as const) {
      const { room, facilitator, leila, step } = gather('hidden', phase)
      for (const seat of [facilitator, leila]) {
        for (const touch of creation(seat, step)) expect(codeOf(room, seat, touch)).toBe('not-allowed')
        for (const field of ['text', 'lang'] as const) {
          const op = field === 'text' ? 'text' : 'set'
          expect(codeOf(room, seat, touchOf({ op, field, owner: seat, step }))).toBe('not-allowed')
        }
        const coloured = codeOf(room, seat, touchOf({ op: 'set', field: 'colour', owner: seat, step }))
        expect(coloured).toBe(phase === 'group' ? 'ok' : 'not-allowed')
      }
    }
  })
})

describe('S34 items on the board, names shown', () => {
  test('S34 in an open phase people add their own, signed with their own name', () => {
    const { room, facilitator, leila, dmitry, step } = gather('shown', 'build')
    for (const seat of [facilitator, leila])
      for (const touch of creation(seat, step)) expect(codeOf(room, seat, touch)).toBe('ok')
    const forged: readonly (readonly [string, Partial<Touch> & Pick<Touch, 'op'>])[] = [
      ['not-allowed', { op: 'set', field: 'author', value: dmitry }],
      ['not-allowed', { op: 'set', field: 'state', value: 'hidden' }],
      ['not-allowed', { op: 'set', field: 'late', value: true }],
      ['not-allowed', { op: 'set', field: 'second', value: { lang: 'fa', text: 'راه' } }],
      ['not-allowed', { op: 'set', field: 'table', value: 'table00000000001' }],
      ['not-allowed', { op: 'set', field: 'round', value: 1 }],
      ['not-allowed', { op: 'set', field: 'other', value: 1 }],
      ['wrong-phase', { op: 'set', field: 'kind', value: 'cause' }],
      ['wrong-phase', { op: 'set', field: 'step', value: room.session.agenda[1]?.id }],
      ['wrong-phase', { op: 'set', field: 'cluster', value: 'cluster000000001' }],
      ['not-allowed', { op: 'create', owner: dmitry }],
    ]
    for (const [code, touch] of forged) {
      expect([touch.field, codeOf(room, leila, touchOf({ owner: leila, fresh: true, ...touch }))]).toEqual([
        touch.field,
        code,
      ])
    }
  })

  test('S34 nothing new where the phase is not open', () => {
    for (const phase of ['write', 'group'] as const) {
      const { room, leila, step } = gather('shown', phase)
      expect(codeOf(room, leila, creation(leila, step)[0] as Touch)).toBe('wrong-phase')
    }
  })

  test('S34 one corrects one’s own text, colour and language; leading gives no right over others’', () => {
    const { room, facilitator, leila, dmitry, step } = gather('shown', 'build')
    for (const touch of [
      touchOf({ op: 'text', field: 'text', owner: leila, step }),
      touchOf({ op: 'set', field: 'colour', value: 'mint', owner: leila, step }),
      touchOf({ op: 'set', field: 'lang', value: 'fa', owner: leila, step }),
    ]) {
      expect(codeOf(room, leila, touch)).toBe('ok')
      for (const seat of [facilitator, dmitry]) expect(codeOf(room, seat, touch)).toBe('not-allowed')
    }
    const { room: writing, leila: writer, step: live } = gather('shown', 'write')
    expect(codeOf(writing, writer, touchOf({ op: 'text', field: 'text', owner: writer, step: live }))).toBe(
      'wrong-phase',
    )
  })

  test('S34 an item of a step with hidden names is not touched by its owner where names are shown now: it would tell who they are', () => {
    const room = new SimulatedRoom({
      agenda: [{ kind: 'brainstorm' }, { kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } }],
    })
    const leila = room.enter('Leila')
    room.give(room.facilitator, { type: 'start' })
    room.give(room.facilitator, { type: 'skip' })
    const [hidden, shown] = room.session.agenda.map(({ id }) => id)
    const text = touchOf({ op: 'text', field: 'text', owner: leila })
    expect(codeOf(room, leila, { ...text, ...(hidden && { step: hidden }) })).toBe('not-allowed')
    expect(codeOf(room, leila, { ...text, ...(shown && { step: shown }) })).toBe('ok')
    // When the step of the item is not known, it may be the hidden one.
    expect(codeOf(room, leila, text)).toBe('not-allowed')
  })

  test('S34 state, second line, author, origin and removal are the server’s, whoever asks', () => {
    const { room, facilitator, leila, step } = gather('shown', 'group')
    for (const seat of [facilitator, leila]) {
      for (const field of ['state', 'second', 'author', 'kind', 'step', 'late', 'table', 'round', 'other']) {
        expect(codeOf(room, seat, touchOf({ op: 'set', field, owner: seat, step }))).toBe('not-allowed')
      }
      expect(codeOf(room, seat, touchOf({ op: 'set', field: 'text', owner: seat, step }))).toBe('not-allowed')
      expect(codeOf(room, seat, touchOf({ op: 'remove', owner: seat, step }))).toBe('not-allowed')
      for (const collection of ['links', 'meta', 'votes']) {
        for (const op of ['create', 'set', 'text', 'remove'] as const) {
          expect(codeOf(room, seat, touchOf({ op, collection, fresh: op === 'create' }))).toBe('not-allowed')
        }
      }
    }
  })
})

const moving = (['at', 'rank', 'cluster'] as const).map((field) => touchOf({ op: 'set', field }))
const colouring = [
  touchOf({ op: 'set', field: 'colour', value: 'mint' }),
  touchOf({ op: 'set', field: 'colour', value: undefined }),
]
const grouping = [
  touchOf({ op: 'create', fresh: true }),
  touchOf({ op: 'set', field: 'title', fresh: true }),
  touchOf({ op: 'text', field: 'title', fresh: true }),
  touchOf({ op: 'text', field: 'title' }),
  touchOf({ op: 'set', field: 'colour' }),
  touchOf({ op: 'set', field: 'icon' }),
  touchOf({ op: 'set', field: 'at' }),
].map((touch) => ({ ...touch, collection: 'clusters' }))

describe('S35 placing and grouping', () => {
  test('S35 where the phase lets all do so, everyone who takes part moves any item and shapes any cluster, names hidden or not', () => {
    for (const names of ['hidden', 'shown'] as const) {
      const { room, facilitator, leila, dmitry, step } = gather(names, 'group')
      for (const seat of [facilitator, leila]) {
        for (const touch of [...moving, ...grouping]) expect(codeOf(room, seat, touch)).toBe('ok')
        for (const touch of moving) expect(codeOf(room, seat, { ...touch, owner: dmitry })).toBe('ok')
        const cluster = { collection: 'clusters', fresh: true } as const
        expect(codeOf(room, seat, touchOf({ op: 'set', field: 'step', value: step, ...cluster }))).toBe('ok')
        expect(codeOf(room, seat, touchOf({ op: 'set', field: 'step', value: 'other', ...cluster }))).toBe(
          'not-allowed',
        )
        expect(codeOf(room, seat, touchOf({ op: 'create', owner: dmitry, ...cluster }))).toBe('not-allowed')
        for (const op of ['remove', 'set'] as const) {
          expect(
            codeOf(room, seat, touchOf({ op, collection: 'clusters', ...(op === 'set' && { field: 'step' }) })),
          ).toBe('not-allowed')
        }
        expect(codeOf(room, seat, touchOf({ op: 'set', field: 'title', collection: 'clusters' }))).toBe('not-allowed')
      }
    }
  })

  test('S35 nowhere else, facilitators neither', () => {
    for (const phase of ['lobby', 'write', 'build'] as const) {
      const { room, facilitator, leila } = gather('shown', phase)
      for (const seat of [facilitator, leila]) {
        for (const touch of [...moving, ...grouping]) expect(codeOf(room, seat, touch)).toBe('wrong-phase')
      }
    }
  })
})

describe('S35 policies that no phase of today has', () => {
  /** Rights of any kind, honoured for a moment. */
  const under = (names: Names, policies: Partial<Policies>) => {
    const gathered = gather(names, 'write')
    const { room, step } = gathered
    const none: Policies = { add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' }
    const grace = { until: room.now + 1, policies: { ...none, ...policies }, step, names, locked: false }
    room.session = { ...room.session, grace }
    return gathered
  }

  test('S35 own: each their own where names are shown, those who lead any; where names are hidden a move would tell', () => {
    const { room, facilitator, leila, dmitry, step } = under('shown', { place: 'own', group: 'own' })
    for (const touch of [...moving, ...grouping.filter(({ fresh }) => !fresh)]) {
      expect(codeOf(room, leila, { ...touch, owner: leila, step })).toBe('ok')
      expect(codeOf(room, leila, { ...touch, owner: dmitry, step })).not.toBe('ok')
      expect(codeOf(room, leila, { ...touch, step })).not.toBe('ok')
      expect(codeOf(room, facilitator, { ...touch, owner: dmitry, step })).toBe('ok')
    }
    expect(codeOf(room, leila, touchOf({ op: 'create', collection: 'clusters', fresh: true, owner: leila }))).toBe('ok')
    const hidden = under('hidden', { place: 'own' })
    for (const touch of [...moving, ...colouring]) {
      expect(codeOf(hidden.room, hidden.leila, { ...touch, owner: hidden.leila, step: hidden.step })).not.toBe('ok')
      expect(codeOf(hidden.room, hidden.facilitator, { ...touch, step: hidden.step })).toBe('ok')
    }
  })

  test('S35 some: those who lead', () => {
    const { room, facilitator, leila, step } = under('shown', { place: 'some', group: 'some', edit: 'some' })
    for (const touch of [...moving, ...grouping, touchOf({ op: 'text', field: 'text', owner: leila })]) {
      expect(codeOf(room, leila, { ...touch, owner: leila, step })).not.toBe('ok')
      const owner = touch.fresh ? facilitator : leila
      expect(codeOf(room, facilitator, { ...touch, owner, step })).toBe('ok')
    }
  })

  test('S34 all: text with several writers, where names are shown', () => {
    const { room, leila, dmitry, step } = under('shown', { edit: 'all' })
    expect(codeOf(room, leila, touchOf({ op: 'text', field: 'text', owner: dmitry, step }))).toBe('ok')
    const hidden = under('hidden', { edit: 'all' })
    expect(codeOf(hidden.room, hidden.leila, touchOf({ op: 'text', field: 'text', step: hidden.step }))).toBe(
      'not-allowed',
    )
    const agenda = hidden.room.session.agenda.map((step, index) =>
      index === 1 ? { ...step, names: 'shown' as const } : step,
    )
    hidden.room.session = { ...hidden.room.session, agenda }
    const signed = touchOf({ op: 'text', field: 'text', owner: hidden.leila, step: agenda[1]?.id as StepId })
    expect(codeOf(hidden.room, hidden.leila, signed)).toBe('not-allowed')
  })

  test('S34 a new item joins a cluster at once where its writer may place it', () => {
    const { room, leila } = under('shown', { add: 'open', kinds: ['idea'], place: 'own' })
    const touch = touchOf({ op: 'set', field: 'cluster', value: 'cluster000000001', fresh: true, owner: leila })
    expect(codeOf(room, leila, touch)).toBe('ok')
    const may = under('shown', { add: 'open', kinds: ['idea'], place: 'none' })
    expect(codeOf(may.room, may.leila, { ...touch, owner: may.leila })).toBe('wrong-phase')
  })

  test('M72 a negative idea comes into no cluster, new or not, whoever puts it there; it may be let go of, and moved', () => {
    const joining = touchOf({ op: 'set', field: 'cluster', value: 'cluster000000001' })
    const { room, leila, facilitator, step } = under('shown', {
      add: 'open',
      kinds: ['idea', 'negative-idea'],
      place: 'all',
    })
    const bad = { ...joining, owner: leila, step, kind: 'negative-idea' } as const
    for (const seat of [leila, facilitator]) {
      expect(codeOf(room, seat, bad)).toBe('not-allowed')
      expect(codeOf(room, seat, { ...bad, kind: 'idea' })).toBe('ok')
      expect(codeOf(room, seat, { ...bad, value: undefined })).toBe('ok')
      expect(codeOf(room, seat, { ...bad, field: 'at', value: [1, 1] })).toBe('ok')
      // The present phase objects first.
      expect(codeOf(room, seat, { ...joining, fresh: true, owner: seat })).toBe('wrong-phase')
    }
  })

  test('M71 where a new item must turn one round, none comes through the document, which makes no links', () => {
    const open = { add: 'open', kinds: ['idea'] } as const
    const create = touchOf({ op: 'create', fresh: true })
    for (const [policies, code] of [
      [open, 'ok'],
      [{ ...open, inverts: 'negative-idea' }, 'wrong-phase'],
    ] as const) {
      const { room, leila } = under('shown', policies)
      expect(codeOf(room, leila, { ...create, owner: leila })).toBe(code)
    }
  })

  test('M71 where a phase lets people correct some kinds, no other is corrected, nor one that is not known', () => {
    const { room, leila, step } = under('shown', { edit: 'own', edits: ['idea'] })
    const text = touchOf({ op: 'text', field: 'text', owner: leila, step })
    expect(codeOf(room, leila, { ...text, kind: 'idea' })).toBe('ok')
    expect(codeOf(room, leila, { ...text, kind: 'negative-idea' })).toBe('wrong-phase')
    expect(codeOf(room, leila, text)).toBe('wrong-phase')
  })
})

describe('C46 colours that mean something', () => {
  test('C46 whoever may place a note may colour it, names hidden or not, whosever it is; nobody else but its owner where names are shown', () => {
    for (const names of ['hidden', 'shown'] as const) {
      const { room, facilitator, leila, dmitry, olga, step } = gather(names, 'group')
      for (const touch of colouring) {
        for (const seat of [facilitator, leila])
          expect(codeOf(room, seat, { ...touch, owner: dmitry, step })).toBe('ok')
        expect(codeOf(room, olga, { ...touch, owner: dmitry, step })).toBe('not-allowed')
        for (const op of ['text', 'remove', 'create'] as const) {
          expect(codeOf(room, leila, { ...touch, op, owner: dmitry, step })).not.toBe('ok')
        }
      }
      for (const phase of ['write', 'build'] as const) {
        const before = gather(names, phase)
        for (const touch of colouring) {
          const other = { ...touch, owner: before.dmitry, step: before.step }
          for (const seat of [before.facilitator, before.leila]) expect(codeOf(before.room, seat, other)).not.toBe('ok')
        }
      }
    }
  })

  test('C46 on a locked board and after the end no more than a place is', () => {
    const { room, facilitator, leila, step } = gather('hidden', 'group')
    room.give(facilitator, { type: 'lock', locked: true })
    room.now += LIMITS.graceMs
    for (const touch of colouring) {
      expect(codeOf(room, leila, { ...touch, step })).toBe('locked')
      expect(codeOf(room, facilitator, { ...touch, step })).toBe('ok')
    }
    room.give(facilitator, { type: 'end' })
    room.wait(LIMITS.graceMs)
    expect(codeOf(room, facilitator, { ...(colouring[0] as Touch), step })).toBe('frozen')
  })
})

describe('S36 locked and ended', () => {
  test('S36 on a locked board facilitators alone write, no more than the phase allows them', () => {
    const { room, facilitator, leila } = gather('shown', 'group')
    room.give(facilitator, { type: 'lock', locked: true })
    room.now += LIMITS.graceMs
    for (const touch of [...moving, ...grouping]) {
      expect(codeOf(room, leila, touch)).toBe('locked')
      expect(codeOf(room, facilitator, touch)).toBe('ok')
    }
    expect(codeOf(room, facilitator, touchOf({ op: 'create', fresh: true, owner: facilitator }))).toBe('wrong-phase')
  })

  test('S36 after the end everything is frozen, drafts too', () => {
    const { room, facilitator, leila } = gather('shown', 'group')
    room.give(facilitator, { type: 'end' })
    room.wait(LIMITS.graceMs)
    for (const seat of [facilitator, leila]) {
      expect(codeOf(room, seat, moving[0] as Touch)).toBe('frozen')
      expect(codeOf(room, seat, { ...touchOf({ op: 'text', field: 'text' }), document: draftOf(seat) })).toBe('frozen')
      expect(mayRead(room.session, seat, draftOf(seat))).toBe(true)
    }
  })

  test('S36 who waits, left or was removed writes nothing from that moment on', () => {
    const { room, facilitator, leila, dmitry } = gather('shown', 'group')
    room.give(facilitator, { type: 'remove', seat: leila })
    room.give(dmitry, { type: 'leave' })
    expect(codeOf(room, leila, moving[0] as Touch)).toBe('removed')
    expect(codeOf(room, dmitry, moving[0] as Touch)).toBe('not-seated')
    expect(codeOf(room, 'nobody0000000000' as SeatId, moving[0] as Touch)).toBe('not-seated')
  })

  test('S36 presence and cloths hold nothing that anybody writes', () => {
    const { room, facilitator } = gather('shown', 'group')
    for (const document of [{ kind: 'presence' }, { kind: 'table', table: 'table00000000001' as never }] as const) {
      expect(codeOf(room, facilitator, { ...touchOf({ op: 'create', fresh: true }), document })).toBe('not-allowed')
    }
  })
})

describe('S37 grace', () => {
  test('S37 for 2 seconds after a move, a lock or the end the rights before it are honoured, and those after it at once', () => {
    for (const press of ['advance', 'back', 'skip', 'end', 'lock'] as const) {
      const { room, leila } = gather('shown', 'group')
      room.give(room.facilitator, press === 'lock' ? { type: press, locked: true } : { type: press })
      room.now += LIMITS.graceMs - 1
      for (const touch of [...moving, ...grouping]) expect(codeOf(room, leila, touch)).toBe('ok')
      room.now += 1
      for (const touch of [...moving, ...grouping]) expect(codeOf(room, leila, touch)).not.toBe('ok')
    }
    const { room, leila } = gather('shown', 'build')
    room.goOn()
    expect(codeOf(room, leila, moving[0] as Touch)).toBe('ok')
  })

  test('S37 a move and a lock within 2 seconds leave each their own grace', () => {
    const { room, facilitator, leila } = gather('shown', 'group')
    room.give(facilitator, { type: 'back' })
    room.now += 1_000
    room.give(facilitator, { type: 'lock', locked: true })
    room.now += 999
    expect(codeOf(room, leila, moving[0] as Touch)).toBe('ok')
    room.now += 1
    expect(codeOf(room, leila, moving[0] as Touch)).toBe('locked')
    // What was allowed while building is honoured for as long as its own grace.
    expect(codeOf(room, leila, creation(leila, room.session.agenda[0]?.id as StepId)[0] as Touch)).toBe('ok')
    room.now += 1_000
    expect(codeOf(room, leila, creation(leila, room.session.agenda[0]?.id as StepId)[0] as Touch)).toBe('locked')
  })

  test('S37 many changes in a row leave a grace of bounded size', () => {
    const { room, facilitator } = gather('shown', 'group')
    for (let count = 0; count < 200; count++) {
      room.give(facilitator, { type: 'lock', locked: count % 2 === 0 })
      room.now += 10
    }
    expect(JSON.stringify(room.session.grace).length).toBeLessThan(2_000)
  })
})
