import { describe, expect, test } from 'vitest'
import { type ItemId, LIMITS, type SeatId } from '../../kernel/index.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { type Command, can } from './index.ts'

type Names = 'hidden' | 'shown'

/** A brainstorm in which everyone adds openly. */
const building = (names: Names = 'hidden') => {
  const room = new SimulatedRoom({
    agenda: [{ kind: 'brainstorm', names, settings: { variant: 'free' } }, { kind: 'brainstorm' }],
  })
  room.give(room.facilitator, { type: 'start' })
  return { room, leila: room.enter('Leila', 'participant', { colour: 'mint' }), dmitry: room.enter('Dmitry') }
}

const codeOf = (room: SimulatedRoom, seat: SeatId, command: Command): string => {
  const result = room.give(seat, command)
  return result.ok ? 'ok' : result.error.code
}

const add = (room: SimulatedRoom, seat: SeatId, text: string): ItemId => {
  const result = room.give(seat, { type: 'add-item', kind: 'idea', text })
  if (!result.ok) throw new Error(result.error.code)
  return result.value.answer.item as ItemId
}

const itemOf = (room: SimulatedRoom, id: ItemId) => room.items.get(id)?.item

describe('S28 adding', () => {
  test('S28 an item goes onto the board under an id of the server; its owner learns from the draft that it is theirs', () => {
    const { room, leila } = building()
    const id = add(room, leila, 'Show the way')
    expect(room.items.get(id)).toMatchObject({
      owner: leila,
      item: { text: 'Show the way', kind: 'idea', lang: 'en', state: 'published' },
    })
    expect(itemOf(room, id)).not.toHaveProperty('author')
    expect(itemOf(room, id)).not.toHaveProperty('colour')
    expect([...(room.drafts.get(leila)?.values() ?? [])]).toMatchObject([{ state: 'published', boardItem: id }])
    const signed = building('shown')
    expect(itemOf(signed.room, add(signed.room, signed.leila, 'Signed'))).toMatchObject({
      author: signed.leila,
      colour: 'mint',
    })
  })

  test('S28 only where the phase is open, and only kinds that it asks for', () => {
    const { room, leila } = building()
    expect(codeOf(room, leila, { type: 'add-item', kind: 'cause', text: 'x' })).toBe('wrong-phase')
    room.goOn()
    room.wait(LIMITS.graceMs)
    expect(codeOf(room, leila, { type: 'add-item', kind: 'idea', text: 'x' })).toBe('wrong-phase')
    expect(can(room.session, leila, 'add-item')).toBe(false)
    room.give(room.facilitator, { type: 'skip' })
    expect(codeOf(room, leila, { type: 'add-item', kind: 'idea', text: 'x' })).toBe('wrong-phase')
  })

  test('S28 an item sent just before the phase ended is taken for that phase', () => {
    const { room, leila } = building()
    const [step] = room.session.agenda
    room.give(room.facilitator, { type: 'skip' })
    room.now += LIMITS.graceMs - 1
    expect(itemOf(room, add(room, leila, 'Just in time'))?.step).toBe(step?.id)
    room.now += 1
    expect(codeOf(room, leila, { type: 'add-item', kind: 'idea', text: 'x' })).toBe('wrong-phase')
  })

  test('S28 a scribe or a facilitator writes for somebody who speaks; nobody else does', () => {
    const { room, leila, dmitry } = building()
    const olga = room.enter('Olga', 'observer')
    const command = (onBehalf: SeatId): Command => ({ type: 'add-item', kind: 'idea', text: 'Spoken', onBehalf })
    expect(codeOf(room, dmitry, command(leila))).toBe('not-allowed')
    room.give(room.facilitator, { type: 'set-flag', seat: dmitry, flag: 'scribe', on: true })
    expect(codeOf(room, dmitry, command(leila))).toBe('ok')
    expect(codeOf(room, room.facilitator, command(leila))).toBe('ok')
    expect([...room.items.values()].map(({ owner }) => owner)).toEqual([leila, leila])
    expect(room.drafts.get(leila)?.size).toBe(2)
    for (const nobody of [olga, 'nobody0000000000' as SeatId])
      expect(codeOf(room, dmitry, command(nobody))).toBe('unknown')
    expect(codeOf(room, olga, { type: 'add-item', kind: 'idea', text: 'x' })).toBe('not-allowed')
  })

  test('S28 a full board takes no more', () => {
    const { room, leila } = building()
    for (let count = 0; count < LIMITS.itemsPerBoard; count++) room.items.set(`filler-${count}` as ItemId, {} as never)
    expect(codeOf(room, leila, { type: 'add-item', kind: 'idea', text: 'x' })).toBe('too-many')
  })

  test('S19 on a locked board only those who lead add and correct, but for the 2 seconds after locking', () => {
    const { room, leila } = building()
    const id = add(room, leila, 'Before')
    room.give(room.facilitator, { type: 'lock', locked: true })
    expect(codeOf(room, leila, { type: 'add-item', kind: 'idea', text: 'In flight' })).toBe('ok')
    room.now += LIMITS.graceMs
    for (const command of [
      { type: 'add-item', kind: 'idea', text: 'x' },
      { type: 'edit-item', item: id, text: 'x' },
      { type: 'withdraw', item: id, withdrawn: true },
    ] as const) {
      expect(codeOf(room, leila, command)).toBe('locked')
      expect(can(room.session, leila, command.type)).toBe(false)
    }
    expect(codeOf(room, room.facilitator, { type: 'add-item', kind: 'idea', text: 'x' })).toBe('ok')
    expect(codeOf(room, leila, { type: 'lock', locked: false })).toBe('not-allowed')
    room.give(room.facilitator, { type: 'lock', locked: false })
    expect(codeOf(room, leila, { type: 'edit-item', item: id, text: 'After' })).toBe('ok')
  })
})

describe('S29 correcting, withdrawing, hiding', () => {
  test('S29 one corrects one’s own text only; leading gives no right over what others wrote', () => {
    const { room, leila, dmitry } = building()
    const id = add(room, leila, 'Shwo the way')
    expect(codeOf(room, leila, { type: 'edit-item', item: id, text: 'Show the way' })).toBe('ok')
    expect(itemOf(room, id)?.text).toBe('Show the way')
    for (const other of [dmitry, room.facilitator]) {
      expect(codeOf(room, other, { type: 'edit-item', item: id, text: 'x' })).toBe('not-allowed')
      expect(codeOf(room, other, { type: 'withdraw', item: id, withdrawn: true })).toBe('not-allowed')
    }
    expect(codeOf(room, leila, { type: 'edit-item', item: 'nothing000000000' as ItemId, text: 'x' })).toBe('unknown')
    room.give(room.facilitator, { type: 'skip' })
    room.wait(LIMITS.graceMs)
    expect(codeOf(room, leila, { type: 'edit-item', item: id, text: 'x' })).toBe('wrong-phase')
  })

  test('S29 a withdrawn item comes back as it was, a hidden one not by its owner', () => {
    const { room, leila } = building()
    const id = add(room, leila, 'Hm')
    expect(codeOf(room, leila, { type: 'withdraw', item: id, withdrawn: true })).toBe('ok')
    expect(itemOf(room, id)).toMatchObject({ state: 'withdrawn', text: 'Hm' })
    expect(codeOf(room, leila, { type: 'edit-item', item: id, text: 'x' })).toBe('closed')
    expect(codeOf(room, leila, { type: 'withdraw', item: id, withdrawn: true })).toBe('ok')
    expect(codeOf(room, leila, { type: 'withdraw', item: id, withdrawn: false })).toBe('ok')
    expect(itemOf(room, id)?.state).toBe('published')
    room.give(room.facilitator, { type: 'hide', item: id })
    for (const withdrawn of [true, false])
      expect(codeOf(room, leila, { type: 'withdraw', item: id, withdrawn })).toBe('closed')
    expect(itemOf(room, id)?.state).toBe('hidden')
  })

  test('S29 those who lead hide, park and bring back, hiding also after the end; nobody else', () => {
    const { room, leila } = building()
    const id = add(room, leila, 'x')
    for (const type of ['hide', 'unhide', 'park'] as const)
      expect(codeOf(room, leila, { type, item: id })).toBe('not-allowed')
    for (const [type, state] of [
      ['park', 'parked'],
      ['hide', 'hidden'],
      ['hide', 'hidden'],
      ['unhide', 'published'],
      ['park', 'parked'],
      ['unhide', 'published'],
    ] as const) {
      expect(codeOf(room, room.facilitator, { type, item: id })).toBe('ok')
      expect(itemOf(room, id)?.state).toBe(state)
    }
    room.give(leila, { type: 'withdraw', item: id, withdrawn: true })
    expect(codeOf(room, room.facilitator, { type: 'unhide', item: id })).toBe('closed')
    room.give(leila, { type: 'withdraw', item: id, withdrawn: false })
    room.give(room.facilitator, { type: 'end' })
    expect(codeOf(room, room.facilitator, { type: 'hide', item: id })).toBe('ok')
    expect(codeOf(room, room.facilitator, { type: 'hide', item: 'nothing000000000' as ItemId })).toBe('unknown')
  })
})

describe('S27 late ideas', () => {
  const late = (names: Names = 'hidden') => {
    const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm', names }, { kind: 'brainstorm' }] })
    room.give(room.facilitator, { type: 'start' })
    const leila = room.enter('Leila', 'participant', { colour: 'mint' })
    return { room, leila, draft: room.write(leila, 'Late', { state: 'composing' }) }
  }

  test('S27 before the reveal there is nothing late; after it the owner publishes one at a time, marked as late', () => {
    const { room, leila, draft } = late()
    expect(codeOf(room, leila, { type: 'publish-late', draft })).toBe('wrong-phase')
    room.goOn()
    expect(room.items.size).toBe(0)
    const published = room.give(leila, { type: 'publish-late', draft })
    const id = published.ok ? (published.value.answer.item as ItemId) : undefined
    expect(id && itemOf(room, id)).toMatchObject({ text: 'Late', late: true, state: 'published' })
    expect(id && itemOf(room, id)).not.toHaveProperty('author')
    expect(room.drafts.get(leila)?.get(draft)).toMatchObject({ state: 'published', boardItem: id })
    expect(codeOf(room, leila, { type: 'publish-late', draft })).toBe('duplicate')
    expect(room.items.size).toBe(1)
  })

  test('S27 it belongs to the step it was written for, however far the session has come', () => {
    const { room, leila, draft } = late('shown')
    room.give(room.facilitator, { type: 'skip' })
    const published = room.give(leila, { type: 'publish-late', draft })
    const id = published.ok ? (published.value.answer.item as ItemId) : undefined
    expect(id && itemOf(room, id)).toMatchObject({
      step: room.session.agenda[0]?.id,
      author: leila,
      colour: 'mint',
      late: true,
    })
    const next = room.write(leila, 'For the next reveal')
    expect(codeOf(room, leila, { type: 'publish-late', draft: next })).toBe('wrong-phase')
  })

  test('S27 after going back to write it is not late: the next reveal brings it', () => {
    const { room, leila, draft } = late()
    room.goOn()
    room.give(room.facilitator, { type: 'back' })
    expect(codeOf(room, leila, { type: 'publish-late', draft })).toBe('wrong-phase')
  })

  test('S27 not of others, not empty, not when the session takes none or is locked', () => {
    const { room, leila, draft } = late()
    const dmitry = room.enter('Dmitry')
    room.goOn()
    expect(codeOf(room, dmitry, { type: 'publish-late', draft })).toBe('unknown')
    expect(codeOf(room, leila, { type: 'publish-late', draft: room.write(leila, ' ') })).toBe('bad-input')
    expect(codeOf(room, leila, { type: 'publish-late', draft: room.write(leila, 'x', { kind: 'cause' }) })).toBe(
      'bad-input',
    )
    expect(
      codeOf(room, leila, {
        type: 'publish-late',
        draft: room.write(leila, 'x', { step: 'gone000000000000' as never }),
      }),
    ).toBe('unknown')
    room.give(room.facilitator, { type: 'lock', locked: true })
    room.now += LIMITS.graceMs
    expect(codeOf(room, leila, { type: 'publish-late', draft })).toBe('locked')
    room.give(room.facilitator, { type: 'lock', locked: false })
    room.give(room.facilitator, { type: 'set-setting', allowLate: false })
    expect(codeOf(room, leila, { type: 'publish-late', draft })).toBe('closed')
    expect(can(room.session, leila, 'publish-late')).toBe(false)
  })
})

describe('S30 marks', () => {
  test('S30 a mark is given once and taken back; who watches has none', () => {
    const { room, leila } = building()
    const olga = room.enter('Olga', 'observer')
    const screen = room.enter('', 'screen')
    room.give(leila, { type: 'mark', mark: 'hand' })
    const once = room.session
    room.give(leila, { type: 'mark', mark: 'hand' })
    expect(room.session).toBe(once)
    room.give(leila, { type: 'mark', mark: 'need-time' })
    room.give(leila, { type: 'unmark', mark: 'hand' })
    expect(room.session.marks).toEqual([{ type: 'need-time', seat: leila }])
    for (const watching of [olga, screen])
      expect(codeOf(room, watching, { type: 'mark', mark: 'hand' })).toBe('not-allowed')
  })

  test('S30 a mark on an item needs the item, and one person has at most 50', () => {
    const { room, leila } = building()
    expect(codeOf(room, leila, { type: 'mark', mark: 'hand', item: 'nothing000000000' as ItemId })).toBe('unknown')
    const ids = Array.from({ length: LIMITS.marksPerSeat + 1 }, (_, index) => add(room, leila, `x${index}`))
    const codes = ids.map((item) => codeOf(room, leila, { type: 'mark', mark: 'hand', item }))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(LIMITS.marksPerSeat)
    expect(codes.at(-1)).toBe('too-many')
    room.give(leila, { type: 'unmark', mark: 'hand', item: ids[0] as ItemId })
    expect(room.session.marks).toHaveLength(LIMITS.marksPerSeat - 1)
  })
})
