import { expect, test } from 'vitest'
import { findSeat } from '../rights.ts'
import { SimulatedRoom } from '../simulated/room.ts'

const gather = () => {
  const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm', names: 'shown' }] })
  const leila = room.enter('Canary', 'participant', { place: 'Canary place', department: 'Canary department' })
  room.give(room.facilitator, { type: 'start' })
  return { room, facilitator: room.facilitator, leila }
}

test('S90 nothing of a person is left but what they shared, which nobody wrote', () => {
  const { room, facilitator, leila } = gather()
  room.give(facilitator, { type: 'set-flag', seat: leila, flag: 'scribe', on: true })
  room.write(leila, 'Shared')
  room.write(leila, 'Unfinished', { state: 'composing' })
  room.goOn()
  room.give(leila, { type: 'rename', seat: leila, name: 'Canary II' })
  room.give(leila, { type: 'mark', mark: 'hand' })
  expect(room.session.reading?.turns).toContain(leila)
  expect(room.give(leila, { type: 'forget-me' })).toMatchObject({
    ok: true,
    value: { ended: { type: 'forgotten', seat: leila } },
  })
  const kept = JSON.stringify(room.session)
  for (const trace of [leila, 'Canary']) expect(kept).not.toContain(trace)
  expect(room.drafts.has(leila)).toBe(false)
  const [{ item, owner } = {}] = room.items.values()
  expect([item?.text, item?.author, owner]).toEqual(['Shared', undefined, undefined])
  expect(room.session.reading?.turns).toHaveLength(1)
})

test('S90 it goes also after the end, after leaving and at the door; not for the facilitator, a screen, or who was removed', () => {
  const { room, facilitator, leila } = gather()
  const [bob, eve] = [room.enter('Bob'), room.enter('Eve')]
  const screen = room.enter('', 'screen')
  room.give(facilitator, { type: 'set-setting', door: 'ask' })
  const lukas = room.enter('Lukas')
  room.give(bob, { type: 'leave' })
  room.give(facilitator, { type: 'remove', seat: eve })
  room.give(facilitator, { type: 'end' })
  for (const seat of [leila, bob, lukas]) {
    expect(room.give(seat, { type: 'forget-me' }).ok).toBe(true)
    expect(findSeat(room.session, seat)).toBeUndefined()
  }
  for (const seat of [facilitator, screen]) {
    expect(room.give(seat, { type: 'forget-me' })).toMatchObject({ error: { code: 'not-allowed' } })
  }
  expect(room.give(eve, { type: 'forget-me' })).toMatchObject({ error: { code: 'removed' } })
})
