import { LIMITS } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import { frameMessage } from './frames.ts'
import { openOutbox } from './outbox.ts'
import { openFakeClock } from './testing/fake-clock.ts'
import { openTestWire } from './testing/test-wire.ts'

const open = () => {
  const clock = openFakeClock()
  const wire = openTestWire()
  return { clock, wire, outbox: openOutbox(wire, clock) }
}

const message = (length: number, fill = 1) => frameMessage(new Uint8Array(length).fill(fill))

test('R16 what waits leaves in one write, in order, each message in frames of its own', () => {
  const { wire, outbox } = open()
  for (let index = 0; index < 100; index++) outbox.push(message(index, index))
  outbox.flush()
  expect(wire.writes()).toBe(1)
  expect(
    wire.take().map((arrived, index) => arrived.length === index && arrived.every((byte) => byte === index)),
  ).toEqual(Array.from({ length: 100 }, () => true))
})

test('R18 a slow network is handed 200 KiB at most, and the rest as it drains', () => {
  const { wire, outbox } = open()
  wire.stall()
  outbox.pushAnswer(message(3_000_000))
  outbox.push(message(10, 2))
  outbox.flush()
  expect(wire.buffered()).toBeLessThan(200 * 1024)
  for (let turns = 0; turns < 100 && outbox.isWaiting(); turns++) wire.trickle(wire.buffered())
  wire.resume()
  expect(wire.take().map(({ length }) => length)).toEqual([3_000_000, 10])
  expect(outbox.backlog()).toBe(0)
})

test('R18 a slow join of a large document is not taken for a stuck socket while it goes on', () => {
  const { clock, wire, outbox } = open()
  wire.stall()
  outbox.pushAnswer(message(LIMITS.documentBytes))
  outbox.flush()
  for (let seconds = 0; outbox.isWaiting(); seconds++) {
    expect(outbox.isAlive()).toBe(true)
    wire.trickle(20_000)
    clock.advance(1_000)
    if (seconds > 1_000) throw new Error('it never ends')
  }
  wire.stall()
  clock.advance(LIMITS.stuckMs)
  expect(outbox.isAlive()).toBe(wire.buffered() === 0)
})

test('R18 more than 4 MiB that are not the answer to a join are too much', () => {
  const { wire, outbox } = open()
  wire.stall()
  outbox.push(message(1_000))
  outbox.flush()
  for (let index = 0; index < 40; index++) outbox.push(message(100_000))
  expect(outbox.isAlive()).toBe(true)
  for (let index = 0; index < 5; index++) outbox.push(message(100_000))
  expect(outbox.isAlive()).toBe(false)
})

test('R18 a pause before a stall does not count as being stuck', () => {
  const { clock, wire, outbox } = open()
  clock.advance(1_000_000)
  wire.stall()
  outbox.push(message(10))
  outbox.flush()
  expect(outbox.isAlive()).toBe(true)
  clock.advance(LIMITS.stuckMs - 1)
  expect(outbox.isAlive()).toBe(true)
  clock.advance(1)
  expect(outbox.isAlive()).toBe(false)
})

test('R19 silence is broken after 15 s, and only then', () => {
  const { clock, wire, outbox } = open()
  clock.advance(LIMITS.quietMs - 1)
  outbox.isAlive()
  expect(wire.take()).toEqual([])
  clock.advance(1)
  outbox.isAlive()
  expect(wire.take()).toEqual([Uint8Array.of(1, 1, 0)])
  expect(outbox.deadline()).toBe(clock.now() + LIMITS.quietMs)
})

test('R18 nothing is written after closing', () => {
  const { wire, outbox } = open()
  outbox.push(message(10))
  outbox.close()
  outbox.push(message(10))
  outbox.flush()
  expect(wire.writes()).toBe(0)
})
