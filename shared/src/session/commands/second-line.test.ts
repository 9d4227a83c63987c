import { describe, expect, test } from 'vitest'
import { type ItemId, LIMITS, type SeatId } from '../../kernel/index.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { can, parseCommand } from './index.ts'

const began = (plan: ConstructorParameters<typeof SimulatedRoom>[0] = {}) => {
  const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm' }, { kind: 'brainstorm' }], ...plan })
  const [leila, dmitry, olga] = [room.enter('Leila'), room.enter('Dmitry'), room.enter('Olga', 'observer')]
  room.give(room.facilitator, { type: 'start' })
  return { room, leila, dmitry, olga }
}

const revealed = () => {
  const { room, ...people } = began()
  room.write(people.leila, 'Show the way')
  room.goOn()
  room.wait(LIMITS.graceMs)
  return { room, ...people, item: [...room.items.keys()][0] as ItemId }
}

const translate = (room: SimulatedRoom, seat: SeatId, item: ItemId, text = 'راه را نشان بده'): string => {
  const result = room.give(seat, { type: 'translate-item', item, lang: 'fa', text })
  return result.ok ? 'ok' : result.error.code
}

const secondOf = (room: SimulatedRoom, item: ItemId) => room.items.get(item)?.item.second

describe('S41 second lines', () => {
  test('S41 the owner and those who lead say it in another language, change it and take it away; the text stays', () => {
    const { room, leila, item } = revealed()
    for (const seat of [leila, room.facilitator]) {
      expect(translate(room, seat, item)).toBe('ok')
      expect(room.items.get(item)?.item).toMatchObject({
        text: 'Show the way',
        lang: 'en',
        second: { lang: 'fa', text: 'راه را نشان بده' },
      })
      expect(translate(room, seat, item, 'راه')).toBe('ok')
      expect(secondOf(room, item)).toEqual({ lang: 'fa', text: 'راه' })
      expect(translate(room, seat, item, '')).toBe('ok')
      expect(room.items.get(item)?.item).not.toHaveProperty('second')
    }
  })

  test('S41 nobody else does, and only of what is there', () => {
    const { room, dmitry, olga, leila, item } = revealed()
    expect(translate(room, dmitry, item)).toBe('not-allowed')
    expect(translate(room, olga, item)).toBe('not-allowed')
    expect(translate(room, leila, 'nothing000000000' as ItemId)).toBe('unknown')
    room.give(room.facilitator, { type: 'park', item })
    expect(translate(room, leila, item)).toBe('ok')
    room.give(room.facilitator, { type: 'hide', item })
    for (const seat of [leila, room.facilitator]) expect(translate(room, seat, item)).toBe('closed')
  })

  test('S41 in every phase after the reveal, in later steps too, and not after the end', () => {
    const { room, leila, item } = revealed()
    const codes = [translate(room, leila, item)]
    for (let press = 0; press < 2; press++) {
      room.goOn()
      room.wait(LIMITS.graceMs)
      codes.push(translate(room, leila, item))
    }
    expect(codes).toEqual(['ok', 'ok', 'ok'])
    room.give(room.facilitator, { type: 'end' })
    expect(translate(room, leila, item)).toBe('ended')
  })

  test('S41 not while its step is private', () => {
    const { room, leila, item } = revealed()
    room.give(room.facilitator, { type: 'back' })
    expect(translate(room, leila, item)).toBe('wrong-phase')
    expect(can(room.session, leila, 'translate-item')).toBe(false)
    expect(can(began().room.session, leila, 'translate-item')).toBe(false)
  })

  test('S41 on a locked board those who lead alone', () => {
    const { room, leila, item } = revealed()
    room.give(room.facilitator, { type: 'lock', locked: true })
    expect(translate(room, leila, item)).toBe('ok')
    room.wait(LIMITS.graceMs)
    expect(translate(room, leila, item)).toBe('locked')
    expect(can(room.session, leila, 'translate-item')).toBe(false)
    expect(translate(room, room.facilitator, item)).toBe('ok')
  })

  test('S41 comes along when a private item is published, cleaned, and not at all when that leaves nothing', () => {
    for (const late of [false, true]) {
      const { room, leila } = began()
      if (late) room.goOn()
      const write = (second: string) => room.write(leila, 'Way', { second: { lang: 'fa', text: second } })
      const drafts = [write(' راه\u202E '), write('\u202E \n')]
      if (late) for (const draft of drafts) room.give(leila, { type: 'publish-late', draft })
      else room.goOn()
      const seconds = [...room.items.values()].map(({ item }) => item.second)
      expect(seconds).toHaveLength(2)
      expect(seconds).toEqual(expect.arrayContaining([{ lang: 'fa', text: 'راه' }, undefined]))
      for (const { item } of room.items.values()) expect('second' in item).toBe(item.second !== undefined)
    }
  })

  test('S7 a second line is cleaned, may be empty, and is no longer than an idea', () => {
    const read = (text: unknown, lang: unknown = 'fa') =>
      parseCommand({ type: 'translate-item', commandId: 'command000000001', item: 'item000000000001', lang, text })
    expect(read(' راه\u202E\r\n')).toMatchObject({ ok: true, value: { text: 'راه' } })
    expect(read(' \n ')).toMatchObject({ ok: true, value: { text: '' } })
    for (const text of ['x'.repeat(LIMITS.ideaCharacters + 1), 7, undefined]) {
      expect(read(text)).toMatchObject({ error: { code: 'bad-input', details: { path: 'text' } } })
    }
    expect(read('x', 'Persian')).toMatchObject({ error: { code: 'bad-input', details: { path: 'lang' } } })
  })
})
