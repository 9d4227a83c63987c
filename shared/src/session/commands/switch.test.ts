import { factsOf as boardOf } from '../prompts.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIMITS, type SeatId, type StepId } from '../../kernel/index.ts'
import { METHOD_IDS } from '../../methods/index.ts'
import { isInput } from '../input.ts'
import { findStop } from '../plan.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { type SwitchFacts, previewSwitch } from '../switch.ts'

const writing = (names: 'hidden' | 'shown' = 'hidden') => {
  const room = new SimulatedRoom({
    agenda: [
      { kind: 'brainstorm', title: 'A' },
      { kind: 'brainstorm', title: 'B', names, question: 'And now?' },
      { kind: 'talk' },
    ],
  })
  const leila = room.enter('Leila')
  const dmitry = room.enter('Dmitry')
  room.give(room.facilitator, { type: 'start' })
  room.write(leila, 'First')
  for (let press = 0; press < 3; press++) room.goOn()
  room.write(leila, 'Second')
  room.write(leila, 'Third')
  room.write(dmitry, 'Fourth', { state: 'composing' })
  return { room, leila, dmitry }
}

const liveId = (room: SimulatedRoom): StepId => findStop(room.session)?.step.id as StepId

const factsOf = (room: SimulatedRoom): SwitchFacts => {
  const ready = new Map<SeatId, number>()
  for (const { seat } of room.circumstances().readyDrafts(liveId(room))) ready.set(seat, (ready.get(seat) ?? 0) + 1)
  const items = [...room.items.values()].map(({ item }) => item)
  return { items, board: boardOf(room.circumstances()), clusters: 2, links: 1, ready }
}

const switchTo = (room: SimulatedRoom, to: Parameters<typeof previewSwitch>[1]) =>
  room.give(room.facilitator, { type: 'switch-method', to })

describe('S47 switching', () => {
  test('S47 what was published stays, what is private stays with its owner, and the new step begins with a minute of framing', () => {
    const { room, leila } = writing('shown')
    const [items, old] = [new Map(room.items), liveId(room)]
    const drafts = [...(room.drafts.get(leila)?.values() ?? [])]
    const { epoch } = room.session.position
    expect(switchTo(room, { kind: 'brainstorm' })).toMatchObject({
      ok: true,
      value: { answer: { step: liveId(room) } },
    })
    expect(room.session.agenda.map(({ state }) => state)).toEqual(['done', 'skipped', 'live', 'planned'])
    expect(room.session.position).toMatchObject({
      phase: 'frame',
      epoch: epoch + 1,
      clock: { endsAt: room.now + 60_000 },
    })
    expect(room.session.agenda[2]).toMatchObject({ names: 'shown', question: 'And now?', settings: { earlier: 'all' } })
    expect(room.items).toEqual(items)
    expect([...(room.drafts.get(leila)?.values() ?? [])]).toEqual(drafts)
    const [draft] = drafts.filter(({ step, state }) => step === old && state === 'ready')
    expect(room.give(leila, { type: 'publish-late', draft: draft?.id as never }).ok).toBe(true)
    expect(room.give(room.facilitator, { type: 'reopen', step: old }).ok).toBe(true)
    expect(liveId(room)).toBe(old)
  })

  test('S47 a step that was in its last phase is done', () => {
    const { room } = writing()
    room.goOn()
    room.goOn()
    switchTo(room, { kind: 'group', settings: { steps: [room.session.agenda[0]?.id as string] } })
    expect(room.session.agenda.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'brainstorm done',
      'brainstorm done',
      'group live',
      'talk planned',
    ])
  })

  test('S47 taken back the new step is gone, unless somebody wrote for it: then it stays, left', () => {
    for (const isWritten of [false, true]) {
      const { room, leila } = writing()
      const before = room.session.agenda.map(({ id, state }) => `${id} ${state}`)
      switchTo(room, { kind: 'brainstorm' })
      const added = liveId(room)
      if (isWritten) room.write(leila, 'Quick', { step: added })
      expect(room.give(room.facilitator, { type: 'undo' }).ok).toBe(true)
      const after = room.session.agenda.map(({ id, state }) => `${id} ${state}`)
      expect(after).toEqual(isWritten ? before.toSpliced(2, 0, `${added} skipped`) : before)
    }
  })

  test('S47 what does not fit is refused: settings, a taken id, one step too many, no live step', () => {
    const { room } = writing()
    const code = (to: Parameters<typeof previewSwitch>[1]) => {
      const [given, seen] = [switchTo(room, to), previewSwitch(room.session, to, factsOf(room))]
      if (given.ok || seen.ok) throw new Error('not refused')
      expect(seen.error).toEqual(given.error)
      return given.error.code
    }
    expect(code({ kind: 'brainstorm', settings: { write: 999 } })).toBe('bad-input')
    expect(code({ kind: 'talk', id: room.session.agenda[0]?.id as StepId })).toBe('duplicate')
    const lobby = new SimulatedRoom()
    expect(previewSwitch(lobby.session, { kind: 'talk' }, factsOf(lobby))).toMatchObject({
      error: { code: 'wrong-phase' },
    })
    while (room.session.agenda.length < LIMITS.agendaSteps) {
      room.give(room.facilitator, { type: 'insert-step', step: { kind: 'break' } })
    }
    expect(code({ kind: 'talk' })).toBe('too-many')
  })
})

test('S48 the preview of a switch is exact: what stays, what is worked on and what is asked about is so afterwards', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...METHOD_IDS),
      fc.constantFrom(undefined, [], 'all' as const),
      fc.nat(6),
      fc.nat(),
      (kind, earlier, presses, seed) => {
        const { room, leila, dmitry } = writing()
        if (seed % 2) room.write(dmitry, 'Fifth')
        for (let press = 0; press < presses % 3; press++) room.goOn()
        const [first] = room.items.keys()
        if (seed % 3 === 0 && first) room.give(room.facilitator, { type: 'hide', item: first })
        if (seed % 5 === 0) room.give(room.facilitator, { type: 'remove', seat: leila })
        const to = { kind, ...(kind === 'brainstorm' && earlier && { settings: { earlier } }) }
        const old = liveId(room)
        const facts = factsOf(room)
        const seen = previewSwitch(room.session, to, facts)
        if (!seen.ok) throw new Error(seen.error.code)
        const published = () => [...room.items.values()].filter(({ item }) => item.state === 'published')
        const asked = room
          .circumstances()
          .readyDrafts(old)
          .filter(({ seat }) => seed % 5 > 0 || seat !== leila)
        const before = published()
        switchTo(room, to)
        const step = findStop(room.session)?.step
        if (!step) throw new Error('no step is live')
        expect(published()).toEqual(before)
        expect(seen.value.stays).toEqual({ items: before.length, clusters: 2, links: 1 })
        const input = before.filter(({ item }) => isInput(step, item))
        expect(seen.value.input.items).toBe(input.length)
        expect(new Set(seen.value.input.steps)).toEqual(new Set(input.map(({ item }) => item.step)))
        expect(seen.value.asks).toEqual({ items: asked.length, people: new Set(asked.map(({ seat }) => seat)).size })
        expect(room.session.agenda.find(({ id }) => id === old)?.state).toBe(seen.value.left)
        expect(room.session.position).toMatchObject({ phase: seen.value.phase })
      },
    ),
    { numRuns: 150 },
  )
})
