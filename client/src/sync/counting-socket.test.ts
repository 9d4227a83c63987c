import { expect, test, vi } from 'vitest'
import { changingKind, createTrafficCounter, isAllDurable } from './counting-socket.ts'

class SilentSocket extends EventTarget {
  readonly sentFrames: unknown[] = []
  send(data: unknown): void {
    this.sentFrames.push(data)
  }
}

const frame = (...bytes: readonly number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)
const STEP1 = frame(0, 0, 1, 0)
const STEP2 = frame(0, 1, 2, 0, 0)
const UPDATE = frame(0, 2, 2, 0, 0)
const AWARENESS = frame(1, 1, 0)

const counted = () => {
  const onChange = vi.fn<() => void>()
  const counter = createTrafficCounter(SilentSocket as unknown as typeof WebSocket, onChange)
  return { counter, socket: new counter.Socket('wss://roundel.test'), onChange }
}

test('C8 only messages that change a document are counted', () => {
  expect([STEP1, STEP2, UPDATE, AWARENESS].map(changingKind)).toEqual([undefined, 1, 2, undefined])
  const { counter, socket } = counted()
  for (const each of [STEP1, AWARENESS, STEP2, UPDATE]) socket.send(each)
  expect(counter.traffic()).toEqual({ sent: 2, durable: 0, answered: true })
  expect((socket as unknown as SilentSocket).sentFrames).toHaveLength(4)
})

test('C8 nothing counts as saved before the server has asked what it lacks and was answered', () => {
  const { counter, socket } = counted()
  expect(isAllDurable(counter.traffic())).toBe(false)
  socket.send(UPDATE)
  counter.confirm(1)
  expect(isAllDurable(counter.traffic())).toBe(false)
  socket.send(STEP2)
  expect(isAllDurable(counter.traffic())).toBe(false)
  counter.confirm(2)
  expect(isAllDurable(counter.traffic())).toBe(true)
})

test('C8 a new connection begins to count anew, and a late word about the old one changes nothing', () => {
  const { counter, socket } = counted()
  socket.send(STEP2)
  counter.confirm(1)
  const next = new counter.Socket('wss://roundel.test')
  expect(isAllDurable(counter.traffic())).toBe(false)
  socket.send(UPDATE)
  expect(counter.traffic().sent).toBe(0)
  next.send(STEP2)
  expect(counter.traffic()).toEqual({ sent: 1, durable: 0, answered: true })
})
