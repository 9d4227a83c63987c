import { describe, expect, test } from 'vitest'
import { type ItemId, LIMITS, type SeatId } from '../../kernel/index.ts'
import { listBrought } from '../../session/prompts.ts'
import type { Command } from '../../session/index.ts'
import { coverBoard } from './board-coverage.ts'
import { replaceSeat } from './replace-seat.ts'
import { REVERSE_PHASES, SimulatedReverse } from '../../session/simulated/reverse-room.ts'

const openOf = (run: SimulatedReverse): readonly ItemId[] =>
  coverBoard(
    { ...run.room.circumstances(), item: (id) => run.room.items.get(id)?.item, step: run.step },
    run.state.aside,
  ).open

describe('M81 the turned question', () => {
  test('M81 each proposes one at a time, nobody learns whose it is, and who leads picks one or says it in other words', () => {
    const run = new SimulatedReverse().goTo('negate')
    const { facilitator, leila, omid } = run.people
    run.tell(leila, { type: 'propose-turned', text: 'How do we lose them?' })
    run.tell(leila, { type: 'propose-turned', text: 'How do we lose them all?' })
    run.tell(omid, { type: 'propose-turned', text: 'How do we bore them?' })
    expect(run.seen(omid).proposals.map(({ text }) => text)).toEqual([
      'How do we lose them all?',
      'How do we bore them?',
    ])
    expect(run.own(omid).proposal).toBe(run.seen(omid).proposals[1]?.id)
    for (const seat of Object.values(run.people)) expect(JSON.stringify(run.seen(seat))).not.toMatch(new RegExp(leila))
    const [first] = run.seen(omid).proposals
    expect(run.tell(facilitator, { type: 'choose-turned', proposal: first?.id ?? '' })).toBe('ok')
    expect(run.seen(omid).asked).toEqual({ text: 'How do we lose them all?' })
    // Whoever takes theirs back does not take back what was chosen.
    run.tell(leila, { type: 'propose-turned' })
    expect(run.seen(omid).proposals).toHaveLength(1)
    expect(run.seen(omid).asked).toEqual({ text: 'How do we lose them all?' })
    run.goTo('worsen')
    expect(run.tell(facilitator, { type: 'choose-turned', turn: 'cause' })).toBe('ok')
    expect(run.seen(leila).asked).toEqual({ turn: 'cause' })
  })

  test('M81 one choice at a time, and only of what is there', () => {
    const run = new SimulatedReverse().goTo('negate')
    const { facilitator } = run.people
    expect(run.tell(facilitator, { type: 'choose-turned' })).toBe('bad-input')
    expect(run.tell(facilitator, { type: 'choose-turned', turn: 'cause', text: 'And this?' })).toBe('bad-input')
    expect(run.tell(facilitator, { type: 'choose-turned', proposal: 'nothing---------' })).toBe('unknown')
    expect(run.tell(facilitator, { type: 'drop-turned', proposal: 'nothing---------' })).toBe('unknown')
    for (let people = 0; people < LIMITS.turnedProposals - 1; people++)
      run.tell(run.room.enter(`Person ${people}`), { type: 'propose-turned', text: `Worse ${people}?` })
    expect(run.seen(facilitator).proposals.length).toBe(59)
    expect(run.tell(run.people.leila, { type: 'propose-turned', text: 'One more?' })).toBe('ok')
    expect(run.tell(run.people.omid, { type: 'propose-turned', text: 'Too many?' })).toBe('too-many')
    expect(run.tell(run.people.leila, { type: 'propose-turned', text: 'Instead?' })).toBe('ok')
  })
})

describe('M82 what is done already', () => {
  test('M82 stands in no view of anybody else while the phase lasts, and afterwards as numbers alone, for everybody the same', () => {
    const said = new SimulatedReverse().goTo('reality')
    const quiet = new SimulatedReverse().goTo('reality')
    const [bad, other] = said.bad as [ItemId, ItemId]
    const { leila, omid, ...others } = said.people
    said.tell(leila, { type: 'already-true', item: bad, isTrue: true })
    said.tell(leila, { type: 'already-true', item: other, isTrue: true })
    said.tell(leila, { type: 'already-true', item: other, isTrue: false })
    for (const seat of [omid, ...Object.values(others)]) expect(said.viewOf(seat)).toEqual(quiet.viewOf(seat))
    expect(said.own(leila).admitted).toEqual([bad])
    expect(said.seen(said.people.facilitator).admitted).toBeUndefined()
    said.tell(omid, { type: 'already-true', item: bad, isTrue: true })
    for (const phase of ['invert', 'group', 'debrief'] as const) {
      said.goTo(phase)
      for (const seat of Object.values(said.people)) {
        expect(said.seen(seat).admitted).toEqual({ [bad]: 2 })
        expect(JSON.stringify(said.seen(seat))).not.toMatch(new RegExp(`${leila}|${omid}`))
      }
      expect(said.own(said.people.facilitator).admitted).toEqual([])
    }
  })

  test('M82 who goes back to the phase finds the numbers hidden again, and what they said themselves', () => {
    const run = new SimulatedReverse().goTo('reality')
    const [bad] = run.bad as [ItemId]
    const { leila, omid, facilitator } = run.people
    run.tell(leila, { type: 'already-true', item: bad, isTrue: true })
    run.room.goOn()
    expect(run.seen(omid).admitted).toEqual({ [bad]: 1 })
    expect(run.tell(facilitator, { type: 'undo' })).toBe('ok')
    expect([run.phase, run.seen(omid).admitted, run.own(leila).admitted]).toEqual(['reality', undefined, [bad]])
  })

  test('M82 nobody says so of more than there is room for', () => {
    const run = new SimulatedReverse().goTo('worsen')
    const { leila } = run.people
    run.write(
      leila,
      Array.from({ length: LIMITS.admissionsPerSeat + 1 }, (_none, index) => `Worse ${index}`),
    )
    run.goTo('reality')
    const codes = run.bad.map((item) => run.tell(leila, { type: 'already-true', item, isTrue: true }))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(LIMITS.admissionsPerSeat)
    expect(codes.at(-1)).toBe('too-many')
  })
})

describe('M83 dealing what is turned round', () => {
  test('M83 each is dealt their share, one after the other, and no two people the same', () => {
    const run = new SimulatedReverse().goTo('invert')
    const { leila, omid } = run.people
    // Three people take part, and there are four.
    expect(run.seen(leila).share).toBe(2)
    const first = run.itemOf(leila, { type: 'deal-turning' })
    const second = run.itemOf(omid, { type: 'deal-turning' })
    expect(first).toBeDefined()
    expect(second).not.toBe(first)
    expect(run.itemOf(leila, { type: 'deal-turning' })).toBe(first)
    expect([run.own(leila).turning, run.own(leila).dealt]).toEqual([first, 1])
    run.turn(leila, first as ItemId)
    const third = run.itemOf(leila, { type: 'deal-turning' })
    expect([first, second]).not.toContain(third)
    expect(run.own(leila).dealt).toBe(2)
  })

  test('M83 everybody sees how many are on one, and nobody who; what somebody holds stands in their own view alone', () => {
    const run = new SimulatedReverse().goTo('invert')
    const { leila, omid, facilitator, vera, wall } = run.people
    const item = run.itemOf(leila, { type: 'deal-turning' }) as ItemId
    run.itemOf(omid, { type: 'deal-turning', item })
    for (const seat of [facilitator, vera, wall]) {
      expect(run.seen(seat).held.map((held) => held.item)).toEqual([item, item])
      expect(JSON.stringify(run.seen(seat))).not.toMatch(new RegExp(`${leila}|${omid}`))
      expect(run.own(seat).turning).toBeUndefined()
    }
    run.tell(omid, { type: 'let-go' })
    expect(run.seen(facilitator).held).toHaveLength(1)
  })

  test('M83 what is passed on comes to others and never back, within one’s share another one takes its place', () => {
    const run = new SimulatedReverse().goTo('invert')
    const { leila, omid } = run.people
    const first = run.itemOf(leila, { type: 'deal-turning' }) as ItemId
    const second = run.itemOf(leila, { type: 'pass-on', item: first })
    expect(second).toBeDefined()
    expect(second).not.toBe(first)
    expect(run.itemOf(leila, { type: 'pass-on', item: second as ItemId })).toBeUndefined()
    expect(run.own(leila)).toMatchObject({ dealt: 2, isFree: false })
    expect(run.own(leila).turning).toBeUndefined()
    const rest = new Set<ItemId | undefined>()
    for (let asked = 0; asked < 6; asked++) {
      const item = run.itemOf(leila, { type: 'deal-turning' })
      if (item) run.turn(leila, item)
      rest.add(item)
    }
    expect(rest).not.toContain(first)
    expect(run.own(leila).isFree).toBe(true)
    expect([first, second]).toContain(run.itemOf(omid, { type: 'deal-turning' }))
  })

  test('M83 who takes long goes on with it unless somebody else has it, and what was set aside is dealt to nobody', () => {
    const run = new SimulatedReverse().goTo('invert')
    const { leila, omid, facilitator } = run.people
    const item = run.itemOf(leila, { type: 'deal-turning' }) as ItemId
    run.room.wait(LIMITS.turningMs)
    expect(run.own(leila).turning).toBe(item)
    expect(run.itemOf(leila, { type: 'deal-turning' })).toBe(item)
    run.room.wait(LIMITS.turningMs)
    run.itemOf(omid, { type: 'deal-turning', item })
    expect(run.itemOf(leila, { type: 'deal-turning' })).not.toBe(item)
    for (const bad of run.bad) run.tell(facilitator, { type: 'set-aside', item: bad, aside: true })
    expect(run.itemOf(leila, { type: 'deal-turning' })).toBeUndefined()
    expect([openOf(run), run.own(leila).isFree]).toEqual([[], true])
    const [bad] = run.bad as [ItemId]
    run.tell(facilitator, { type: 'set-aside', item: bad, aside: false })
    expect(openOf(run)).toEqual([bad])
    expect(run.itemOf(leila, { type: 'deal-turning' })).toBe(bad)
  })

  test('M83 nobody passes on more than there is room for', () => {
    const run = new SimulatedReverse().goTo('worsen')
    const { leila, omid } = run.people
    run.write(
      omid,
      Array.from({ length: LIMITS.passedPerSeat }, (_none, index) => `Worse ${index}`),
    )
    run.goTo('invert')
    const codes = run.bad.map((item) => {
      run.tell(leila, { type: 'deal-turning', item })
      return run.tell(leila, { type: 'pass-on', item })
    })
    expect(codes.filter((code) => code === 'ok')).toHaveLength(LIMITS.passedPerSeat)
    expect(codes.at(-1)).toBe('too-many')
  })

  test.each([1, 2, 60])('M83 with %d people every negative idea is turned round in the end', (count) => {
    const run = new SimulatedReverse().goTo('worsen')
    const { leila, omid, facilitator } = run.people
    const seats: SeatId[] = [facilitator, leila, omid].slice(0, count)
    for (let more = seats.length; more < count; more++) seats.push(run.room.enter(`Person ${more}`))
    run.write(
      leila,
      Array.from({ length: 30 }, (_none, index) => `Worse ${index}`),
    )
    run.goTo('invert')
    for (let round = 0; openOf(run).length > 0; round++) {
      expect(round).toBeLessThan(50)
      for (const seat of seats) {
        const item = run.itemOf(seat, { type: 'deal-turning' })
        if (item) run.turn(seat, item)
      }
    }
    const inversions = [...run.room.links.values()].filter(({ type }) => type === 'inverts')
    expect(new Set(inversions.map(({ to }) => to)).size).toBe(run.bad.length)
  })

  test('M83 who comes late is dealt like everybody else', () => {
    const run = new SimulatedReverse().goTo('invert')
    const late = run.room.enter('Tomás')
    expect(run.own(late)).toEqual({ admitted: [], dealt: 0, isFree: false, turned: [] })
    expect(run.bad).toContain(run.itemOf(late, { type: 'deal-turning' }))
  })
})

describe('M84 a solution among the negative ideas', () => {
  test.each(['hidden', 'shown'] as const)(
    'M84 it leaves them and is an idea of who wrote it, whoever says so, with names %s',
    (names) => {
      const run = new SimulatedReverse({}, names).goTo('reality')
      const { facilitator, leila, omid } = run.people
      const [bad] = run.bad as [ItemId]
      expect(run.tell(omid, { type: 'flag-solution', item: bad, isSolution: true })).toBe('not-allowed')
      const idea = run.itemOf(facilitator, { type: 'flag-solution', item: bad, isSolution: true }) as ItemId
      const made = run.room.items.get(idea)
      expect(made).toMatchObject({ owner: leila, item: { kind: 'idea', state: 'published' } })
      expect(made?.item.text).toBe(run.room.items.get(bad)?.item.text)
      expect(made?.item.author).toBe(names === 'shown' ? leila : undefined)
      expect(run.bad).not.toContain(bad)
      expect([...run.room.links.values()].map(({ type, from, to }) => [type, from, to])).toEqual([
        ['derived-from', idea, bad],
      ])
      expect(run.seen(omid).solutions).toEqual({ [bad]: idea })
      run.goTo('invert')
      // It is there to be linked, and what it turns round is turned round then.
      const [other] = run.bad as [ItemId]
      expect(run.tell(omid, { type: 'turn-round', idea, inverts: [other] })).toBe('ok')
      expect(openOf(run)).not.toContain(other)
    },
  )

  test('M84 taken back and said again, it is the same two items', () => {
    const run = new SimulatedReverse().goTo('invert')
    const { leila } = run.people
    const [bad] = run.bad as [ItemId]
    const flag = (isSolution: boolean) => run.tell(leila, { type: 'flag-solution', item: bad, isSolution })
    expect(flag(false)).toBe('ok')
    expect(flag(true)).toBe('ok')
    const [size, links] = [run.room.items.size, run.room.links.size]
    for (const isSolution of [true, false, false, true, false]) expect(flag(isSolution)).toBe('ok')
    expect(run.bad).toContain(bad)
    const idea = run.state.solutions[bad] as ItemId
    expect(run.room.items.get(idea)?.item.state).toBe('withdrawn')
    flag(true)
    expect([run.room.items.size, run.room.links.size]).toEqual([size, links])
    expect(run.room.items.get(idea)?.item.state).toBe('published')
  })
})

describe('M85 ideas that were there', () => {
  test('M85 one of an earlier step is linked as a ready inversion, and who did so or leads takes it back', () => {
    const run = new SimulatedReverse().goTo('invert')
    const { leila, omid, facilitator } = run.people
    const [one, two] = run.bad as [ItemId, ItemId]
    expect(run.tell(leila, { type: 'turn-round', idea: run.before, inverts: [one, two, one] })).toBe('ok')
    expect(run.tell(leila, { type: 'turn-round', idea: run.before, inverts: [one] })).toBe('ok')
    expect([...run.room.links.values()].map(({ to }) => to)).toEqual([one, two])
    expect(run.own(leila).turned).toHaveLength(2)
    expect(run.own(omid).turned).toEqual([])
    expect(JSON.stringify(run.seen(facilitator).turned)).not.toContain(leila)
    expect(run.tell(omid, { type: 'turn-back', idea: run.before, item: one })).toBe('not-allowed')
    expect(run.tell(leila, { type: 'turn-back', idea: run.before, item: one })).toBe('ok')
    expect(run.tell(facilitator, { type: 'turn-back', idea: run.before, item: two })).toBe('ok')
    expect([run.room.links.size, openOf(run).length]).toEqual([0, run.bad.length])
  })

  test('M85 what an idea was written for stays linked, and ideas of steps that are not offered are not there', () => {
    const run = new SimulatedReverse({ earlier: [] }).goTo('invert')
    const { leila, facilitator } = run.people
    const [bad] = run.bad as [ItemId]
    const idea = run.turn(leila, bad)
    expect(run.tell(facilitator, { type: 'turn-back', idea, item: bad })).toBe('unknown')
    expect(run.tell(facilitator, { type: 'turn-round', idea: run.before, inverts: [bad] })).toBe('unknown')
  })

  test('M85 a step links no more than there is room for', () => {
    const run = new SimulatedReverse().goTo('worsen')
    run.write(
      run.people.leila,
      Array.from({ length: LIMITS.turnedReady + 1 }, (_none, index) => `Worse ${index}`),
    )
    run.goTo('invert')
    const codes = run.bad.map((item) =>
      run.tell(run.people.omid, { type: 'turn-round', idea: run.before, inverts: [item] }),
    )
    expect(codes.filter((code) => code === 'ok')).toHaveLength(LIMITS.turnedReady)
    expect(codes.at(-1)).toBe('too-many')
  })
})

describe('M86 people who change', () => {
  /** Leila and Omid have said, held, passed on and linked something each. */
  const busy = () => {
    const run = new SimulatedReverse().goTo('negate')
    const { leila, omid } = run.people
    for (const seat of [leila, omid]) run.tell(seat, { type: 'propose-turned', text: 'How do we lose them?' })
    run.goTo('reality')
    const [one, two] = run.bad as [ItemId, ItemId]
    for (const seat of [leila, omid]) run.tell(seat, { type: 'already-true', item: one, isTrue: true })
    run.tell(omid, { type: 'already-true', item: two, isTrue: true })
    run.goTo('invert')
    for (const seat of [leila, omid]) {
      const item = run.itemOf(seat, { type: 'deal-turning' }) as ItemId
      run.itemOf(seat, { type: 'pass-on', item })
    }
    run.tell(omid, { type: 'turn-round', idea: run.before, inverts: [one] })
    return { run, one, two }
  }

  test('M86 two that become one count once, hold one thing, and keep what both did', () => {
    const { run, one, two } = busy()
    const { leila, omid } = run.people
    const next = replaceSeat(run.state, omid, leila)
    expect(next.admitted).toEqual({ [one]: [leila], [two]: [leila] })
    expect(next.leases.filter(({ seat }) => seat === leila)).toHaveLength(1)
    expect(next.proposals.filter(({ seat }) => seat === leila)).toHaveLength(1)
    expect(next.turned).toEqual([{ seat: leila, idea: run.before, item: one }])
    expect(JSON.stringify(next)).not.toContain(omid)
  })

  test('M86 whoever asks to be forgotten stands nowhere in it any more, and the numbers stay', () => {
    const { run, one } = busy()
    const { leila, omid } = run.people
    expect(run.tell(leila, { type: 'forget-me' })).toBe('ok')
    expect(JSON.stringify(run.state)).not.toContain(leila)
    expect(run.seen(omid).admitted?.[one]).toBe(2)
  })

  test('M86 who leaves keeps what they said, and who was removed holds nothing up', () => {
    const { run, one } = busy()
    const { leila, omid, facilitator } = run.people
    const held = run.own(leila).turning as ItemId
    expect(run.tell(leila, { type: 'leave' })).toBe('ok')
    expect(run.seen(facilitator).admitted?.[one]).toBe(2)
    run.room.wait(LIMITS.turningMs)
    expect(run.tell(omid, { type: 'let-go' })).toBe('ok')
    const dealt = new Set<ItemId | undefined>()
    for (let asked = 0; asked < 5; asked++) {
      const item = run.itemOf(facilitator, { type: 'deal-turning' })
      if (item) run.turn(facilitator, item)
      dealt.add(item)
    }
    expect(dealt).toContain(held)
  })
})

describe('M87 going on, back and elsewhere', () => {
  test.each(REVERSE_PHASES)('M87 a switch away in %s and back loses nothing and shows nothing', (phase) => {
    const run = new SimulatedReverse().goTo(phase)
    const { facilitator, leila, vera } = run.people
    const [bad] = run.bad
    if (phase === 'reality' && bad) run.tell(leila, { type: 'already-true', item: bad, isTrue: true })
    if (phase === 'invert') run.itemOf(leila, { type: 'deal-turning' })
    const before = run.state
    const items = [...run.room.items.values()]
    const switched = run.tell(facilitator, { type: 'switch-method', to: { kind: 'brainstorm' } } as Command)
    expect(switched).toBe('ok')
    expect(run.state).toEqual(before)
    expect(JSON.stringify(run.seen(vera))).not.toContain(leila)
    expect([...run.room.items.values()]).toEqual(items)
    expect(run.tell(facilitator, { type: 'reopen', step: run.step, phase } as Command)).toBe('ok')
    expect([run.phase, run.state]).toEqual([phase, before])
  })

  test('M87 the share is found once, as turning round begins', () => {
    const run = new SimulatedReverse().goTo('invert')
    for (let people = 0; people < 9; people++) run.room.enter(`Person ${people}`)
    run.tell(run.people.facilitator, { type: 'back' })
    run.room.goOn()
    expect(run.seen(run.people.leila).share).toBe(2)
  })
})

describe('M88 what it brings to later steps', () => {
  test('M88 what nobody turned round, then what most people do already; nothing that was set aside, or is gone', () => {
    const run = new SimulatedReverse().goTo('reality')
    const { leila, omid, facilitator } = run.people
    const [one, two, three, four] = run.bad as [ItemId, ItemId, ItemId, ItemId]
    run.tell(leila, { type: 'already-true', item: one, isTrue: true })
    for (const seat of [leila, omid]) run.tell(seat, { type: 'already-true', item: two, isTrue: true })
    run.goTo('invert')
    for (const item of [one, two]) run.turn(leila, item)
    run.tell(facilitator, { type: 'set-aside', item: three, aside: true })
    const brought = () =>
      listBrought(
        run.room.session,
        2,
        { kinds: ['negative-idea'], most: 12 },
        { ...run.room.circumstances(), item: (id) => run.room.items.get(id)?.item },
      )
    expect(brought()).toEqual([four, two, one])
    run.room.give(facilitator, { type: 'hide', item: two })
    expect(brought()).toEqual([four, one])
  })

  test('M88 before the phase is over its order tells nothing of what people said', () => {
    const bring = (says: boolean) => {
      const run = new SimulatedReverse().goTo('reality')
      if (says) run.tell(run.people.leila, { type: 'already-true', item: run.bad[2] as ItemId, isTrue: true })
      const board = { ...run.room.circumstances(), item: (id: ItemId) => run.room.items.get(id)?.item }
      return listBrought(run.room.session, 2, { kinds: ['negative-idea'], most: 12 }, board)
    }
    expect(bring(true)).toEqual(bring(false))
  })
})

test('M89 a negative idea is corrected and withdrawn by nobody, in no later step either', () => {
  const run = new SimulatedReverse().goTo('debrief')
  const { leila, facilitator } = run.people
  const [bad] = run.bad as [ItemId]
  run.tell(facilitator, { type: 'switch-method', to: { kind: 'brainstorm', settings: { frame: 0 } } } as Command)
  run.room.goOn()
  expect(run.stepOf(leila)?.policies).toMatchObject({ add: 'open', edit: 'own' })
  expect(run.tell(leila, { type: 'edit-item', item: bad, text: 'Kinder' })).toBe('wrong-phase')
  expect(run.tell(leila, { type: 'withdraw', item: bad, withdrawn: true })).toBe('wrong-phase')
})
