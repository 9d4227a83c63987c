import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { keepHeartbeat } from './heartbeat.ts'
import { openFakeClock } from './testing/fake-clock.ts'

const open = () => {
  const clock = openFakeClock()
  const calls: string[] = []
  const socket = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    ping: () => calls.push('ping'),
    terminate: () => calls.push('terminate'),
  })
  keepHeartbeat(socket as unknown as WebSocket, clock)
  return { clock, calls, socket }
}

test('R26 a socket is pinged every 25 s and lives as long as it answers', () => {
  const { clock, calls, socket } = open()
  for (let beat = 0; beat < 10; beat++) {
    clock.advance(25_000)
    socket.emit('pong')
  }
  expect(calls).toEqual(Array.from({ length: 10 }, () => 'ping'))
})

test('R26 a socket that has not been heard of for 55 s is ended', () => {
  const { clock, calls } = open()
  clock.advance(54_999)
  expect(calls).toEqual(['ping', 'ping'])
  clock.advance(1)
  expect(calls).toEqual(['ping', 'ping', 'terminate'])
  expect(clock.timers()).toBe(0)
})

test('R26 a closed socket leaves no timer behind', () => {
  const { clock, calls, socket } = open()
  socket.emit('close')
  clock.advance(100_000)
  expect(calls).toEqual([])
  expect(clock.timers()).toBe(0)
})
