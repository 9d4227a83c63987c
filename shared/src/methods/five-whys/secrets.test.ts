import { expect, test } from 'vitest'
import { WHY_PHASES } from './tree.ts'
import { WhysRoom } from '../../session/simulated/whys-room.ts'

test('M63 who supports a root, and who wrote what, stands in no view of anybody else, in any phase, and not in the next step', () => {
  const run = new WhysRoom()
  const { room, participant, other, facilitator, co, scribe, client, observer, screen } = run
  run.accept()
  run.goTo('whys')
  const cause = run.cause(participant, 'Forms are filled at the desk')
  run.must(participant, { type: 'add-evidence', cause, text: 'I saw it', kind: 'observed', supports: true })
  run.goTo('roots')
  run.must(participant, { type: 'propose-root', cause, supports: true })
  const everybody = [facilitator, co, scribe, participant, other, client, observer, screen]
  const expectSecret = (where: string): void => {
    for (const seat of everybody) {
      const { work, me } = run.view(seat)
      const shown = JSON.stringify(work)
      for (const person of everybody) expect(shown, where).not.toContain(person)
      expect(shown, where).not.toContain('supporters')
      if (run.phase) expect(me.work, where).toEqual({ supports: seat === participant ? [cause] : [] })
      else expect(me.work, where).toBeUndefined()
    }
    expect(run.shown(other)?.causes[0]?.root, where).toEqual({ state: 'candidate', support: 1 })
    for (const { item } of room.items.values()) expect(item.author, where).toBeUndefined()
  }
  expectSecret('roots')
  run.goTo('countermeasures')
  expectSecret('countermeasures')
  for (const phase of WHY_PHASES.slice(0, 4).toReversed()) {
    run.must(facilitator, { type: 'back' })
    expect(run.phase).toBe(phase)
    expectSecret(phase)
  }
  run.must(facilitator, { type: 'skip' })
  expect(run.phase).toBeUndefined()
  expectSecret('the next step')
  run.must(facilitator, { type: 'end' })
  expectSecret('after the end')
})

test('M63 figures are for those who lead, and nobody who waits at the door learns anything', () => {
  const run = new WhysRoom()
  run.accept()
  run.goTo('whys')
  run.cause(run.participant, 'Forms are filled at the desk')
  const seesFigures = (seat: typeof run.co) => run.shown(seat)?.figures !== undefined
  expect([run.facilitator, run.co].map(seesFigures)).toEqual([true, true])
  const others = [run.participant, run.scribe, run.client, run.observer, run.screen]
  expect(others.map(seesFigures)).toEqual([false, false, false, false, false])
  run.must(run.facilitator, { type: 'set-setting', door: 'ask' })
  const waiting = run.room.enter('Nima')
  expect(run.view(waiting).work).toBeUndefined()
})
