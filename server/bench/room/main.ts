import { LIMITS } from '@roundel/shared/kernel'
import { type Person, createMeeting, order, sitDown } from '../../src/testing/program.ts'
import { startServer } from '../../src/testing/running-server.ts'
import { type LiveClient, openDocument, openLive, until } from '../../src/testing/sockets.ts'
import { type Writer, liveThrough } from './minute.ts'

const SEATS = LIMITS.participantsAtMost
const WRITERS = 60
const SECONDS = Number(process.argv[2] ?? 60)
const PATIENCE_MS = 60_000

const server = await startServer({ environment: { LOG_LEVEL: 'silent' } })
const meeting = await createMeeting(server, {
  challenge: { text: 'How might waiting feel shorter?' },
  settings: { participants: SEATS },
  agenda: [{ kind: 'brainstorm' }, { kind: 'break' }, { kind: 'group' }],
})
const people: Person[] = []
for (let nth = 1; nth < SEATS; nth++) people.push(await sitDown(meeting, `Person number ${nth}`))
const sockets: LiveClient[] = [await openLive(meeting)]
for (const person of people) sockets.push(await openLive(person))
await order(meeting, { type: 'start' })
const writers: Writer[] = people
  .slice(-WRITERS)
  .map((person) => ({ person, draft: openDocument(person, `draft.${person.seat}`) }))
await until(() => writers.every(({ draft }) => draft.isSynced()), PATIENCE_MS)
await until(() => sockets.every((socket) => socket.view().people?.every(({ here }) => here)), PATIENCE_MS)

const before = sockets.map(({ frames }) => frames.length)
const began = performance.now()
const done = await liveThrough(meeting, people, writers, SECONDS)
const seconds = (performance.now() - began) / 1000

/** Bytes of each frame that each socket heard in the minute; the facilitator's comes first. */
const heard = sockets.map(({ frames }, nth) => frames.slice(before[nth]).map((frame) => Buffer.byteLength(frame)))
// Who sits down when everybody is here hears the whole view: no later one is larger.
const newcomer = await openLive(people[0] as Person)
await until(() => newcomer.frames.length > 0, PATIENCE_MS)
const whole = Buffer.byteLength(newcomer.frames[0] ?? '')

const rates = heard
  .slice(1)
  .map((frames) => frames.reduce((sum, bytes) => sum + bytes, 0) / seconds)
  .toSorted((one, other) => one - other)
const at = (share: number): number => rates[Math.min(rates.length - 1, Math.floor(share * rates.length))] ?? Infinity
const leads = (heard[0] ?? []).reduce((sum, bytes) => sum + bytes, 0) / seconds
const events = done.presses + done.deeds
const frames = Math.max(...heard.map((each) => each.length)) / seconds

const rows = [
  // A phone in a bad train carries 16 kB in a second; most of it is for what people write.
  { name: 'bytes per person and second, median', value: at(0.5), limit: 6_000 },
  { name: 'bytes per person and second, 99 of 100', value: at(0.99), limit: 8_000 },
  // Whoever leads also hears how everyone is doing, all of it once a second at most.
  { name: 'bytes per second for who leads', value: leads, limit: 48_000 },
  { name: 'largest view, bytes', value: Math.max(whole, ...heard.flat()), limit: 64 * 1024 },
  // Ten in a second is what a window of 100 ms lets through.
  { name: 'views per person and second, most', value: frames, limit: 10 },
  // Had each event sent everybody the whole view, it would be all of this.
  { name: 'share of sending all at each event', value: at(0.5) / ((whole * events) / seconds), limit: 0.05 },
]
console.log(`${SEATS} seats, ${WRITERS} of them write, ${seconds.toFixed(0)} s; the whole view is ${whole} bytes`)
console.log(
  `${events} events: ${done.presses} presses, ${done.deeds} deeds of writers; ${done.refused} presses refused`,
)
console.table(
  Object.fromEntries(
    rows.map(({ name, value, limit }) => [name, { value: Number(value.toFixed(3)), limit, holds: value <= limit }]),
  ),
)
const holds = done.refused === 0 && rows.every(({ value, limit }) => value <= limit)
// Three hundred sockets and a store in memory: nothing of it is worth an orderly end.
process.exit(holds ? 0 : 1)
