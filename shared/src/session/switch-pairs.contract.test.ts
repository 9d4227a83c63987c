import { describe, expect, test } from 'vitest'
import { ITEM_KINDS, type Item, type ItemKind } from '../board/index.ts'
import { type StepId, asId } from '../kernel/index.ts'
import { METHODS, type Method, type MethodId, methodOf } from '../methods/index.ts'
import { isInput } from './input.ts'
import { findStop, planOf } from './plan.ts'
import { factsOf } from './prompts.ts'
import type { Step } from './session.ts'
import { SimulatedRoom } from './simulated/room.ts'
import { previewSwitch } from './switch.ts'

/**
 * What one method leaves that another goes on with, whether people work on it or begin from it. Ideas are for every method
 * that makes ideas; a problem may be any card; what was found to be a cause, or turned round badly, is asked about.
 */
const GOES_ON: Readonly<Record<string, Readonly<Record<string, readonly ItemKind[]>>>> = {
  brainstorm: {
    brainstorm: ['idea'],
    reverse: ['idea'],
    'five-whys': ['idea'],
    random: ['idea'],
    group: ['idea'],
    score: ['idea'],
    cafe: ['idea'],
  },
  reverse: {
    brainstorm: ['idea', 'negative-idea'],
    reverse: ['idea'],
    'five-whys': ['negative-idea'],
    random: ['idea', 'negative-idea'],
    group: ['idea'],
    score: ['idea'],
    cafe: ['idea'],
  },
  'five-whys': {
    brainstorm: ['cause'],
    reverse: ['cause'],
    random: ['cause'],
    group: ['idea'],
    score: ['idea'],
    cafe: ['cause'],
  },
  random: {
    brainstorm: ['idea'],
    reverse: ['idea'],
    'five-whys': ['idea'],
    random: ['idea'],
    group: ['idea'],
    score: ['idea'],
    cafe: ['idea', 'stimulus'],
  },
  group: {
    brainstorm: ['idea'],
    reverse: ['idea'],
    'five-whys': ['idea'],
    random: ['idea'],
    score: ['idea'],
    cafe: ['idea'],
  },
  cafe: {
    brainstorm: ['idea', 'insight'],
    reverse: ['idea', 'question'],
    'five-whys': ['insight'],
    random: ['insight'],
    cafe: ['idea', 'question'],
    group: ['idea'],
    score: ['idea'],
  },
  score: { cafe: ['idea'] },
}

const KNOWN: readonly Method[] = METHODS
const isKnown = (id: string): boolean => KNOWN.some((method) => method.id === id)
const PAIRS = KNOWN.flatMap((from) => KNOWN.map((to) => [from.id, to.id] as const))
const NAMED = Object.entries(GOES_ON).flatMap(([from, targets]) =>
  Object.entries(targets).flatMap(([to, kinds]) => (isKnown(from) && isKnown(to) ? [[from, to, kinds] as const] : [])),
)

/** A room in the middle of a step, everything it may hold on the board, and a draft that nobody has opened. */
const gather = (from: string, presses: number) => {
  const room = new SimulatedRoom({
    agenda: [{ kind: from as MethodId, names: 'shown', question: 'And now?' }, { kind: 'talk' }],
  })
  const leila = room.enter('Leila')
  room.give(room.facilitator, { type: 'start' })
  const step = room.session.agenda[0] as Step
  for (const [at, kind] of ITEM_KINDS.entries()) {
    const id = asId<'item'>(`thing${String(at).padStart(11, '0')}`)
    const item: Item = { id, kind, step: step.id, text: kind, lang: 'en', rank: '', state: 'published' }
    room.items.set(id, { item, owner: leila })
  }
  const kind = planOf(step).flatMap(({ policies }) => policies.kinds)[0]
  if (kind) room.write(leila, 'Nobody has read this', { kind })
  for (let press = 0; press < presses; press++) {
    if (findStop(room.session)?.step.id !== step.id) break
    const phases = planOf(step)
    if (findStop(room.session)?.phase.key === phases.at(-1)?.key) break
    room.goOn()
  }
  return { room, leila, step: step.id }
}

const factsIn = (room: SimulatedRoom, live: StepId) => ({
  items: [...room.items.values()].map(({ item }) => item),
  board: factsOf(room.circumstances()),
  clusters: 0,
  links: room.links.size,
  ready: new Map(
    room
      .circumstances()
      .readyDrafts(live)
      .map(({ seat }) => [seat, 1]),
  ),
})

describe.each(PAIRS)('S118 from %s to %s', (from, to) => {
  test.each([0, 1, 2, 3, 4])(
    'S118 after %i presses nothing moves, changes or goes, and what is said before is so',
    (presses) => {
      const { room, leila, step } = gather(from, presses)
      const { prompts } = methodOf(to as MethodId) as Method
      const body = { kind: to as MethodId, ...(prompts && { prompts: 'brought' as const }) }
      const seen = previewSwitch(room.session, body, factsIn(room, step))
      if (!seen.ok) throw new Error(seen.error.code)
      const [items, links] = [new Map(room.items), new Map(room.links)]
      const drafts = JSON.stringify([...(room.drafts.get(leila)?.values() ?? [])])
      expect(room.give(room.facilitator, { type: 'switch-method', to: body }).ok).toBe(true)
      const next = findStop(room.session)?.step
      if (!next) throw new Error('no step is live')

      // What stood there stands as it stood. What the new step draws is its own.
      for (const [id, owned] of items) expect(room.items.get(id)).toEqual(owned)
      for (const [id, link] of links) expect(room.links.get(id)).toEqual(link)
      for (const [id, { item }] of room.items) if (!items.has(id)) expect(item.step).toBe(next.id)
      expect(JSON.stringify([...(room.drafts.get(leila)?.values() ?? [])])).toBe(drafts)

      expect(next).toMatchObject({ kind: to, names: 'shown', question: 'And now?' })
      expect(room.session.position).toMatchObject({ phase: seen.value.phase })
      expect(room.session.agenda[0]?.state).toBe(seen.value.left)
      const input = [...items.values()].filter(({ item }) => isInput(next, item)).map(({ item }) => item.kind)
      expect(seen.value.input.items).toBe(input.length)
      for (const kind of input) expect(methodOf(to as MethodId).takes).toContain(kind)

      expect(next.prompts ?? []).toEqual(seen.value.prompts?.brought ?? [])
      const { kinds, most } = prompts ?? {}
      expect(seen.value.prompts).toEqual(prompts ? { kinds, most, brought: next.prompts ?? [] } : undefined)
      expect((next.prompts ?? []).length).toBeLessThanOrEqual(prompts?.most ?? 0)

      // Back again it is as it was.
      expect(room.give(room.facilitator, { type: 'reopen', step }).ok).toBe(true)
      for (const [id, owned] of items) expect(room.items.get(id)).toEqual(owned)
    },
  )
})

test.each(NAMED)('S118 from %s to %s it goes on with %j', (_from, to, kinds) => {
  const method: Method = methodOf(to as MethodId)
  const reach = [...method.takes, ...(method.prompts?.kinds ?? [])]
  for (const kind of kinds) expect(reach).toContain(kind)
})

test('S118 whatever makes ideas can go on from those that are there, or begin with none of them in sight', () => {
  for (const method of KNOWN) {
    if (!Object.hasOwn(method.takesOver, 'earlier')) continue
    const [shown, hidden] = ['all', []].map((earlier) => ({ ...method.takesOver, earlier }))
    expect([method.input(shown), method.input(hidden)]).toEqual(['all', []])
  }
})
