import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { LIMITS } from '@roundel/shared/kernel'
import { hostileFrames } from '../../src/relay/testing/hostile-frames.ts'
import { openAttacker } from '../../src/testing/attacker.ts'
import { ask, createMeeting, order, sitDown, urlOf, viewOf } from '../../src/testing/program.ts'
import { openEcho } from './echo.ts'

// Hostile frames against the real server: `pnpm drill frames [frames] [seed]`. Ends with 1 when anything gave way.

const ATTACKERS = 20
const WARM_UP = 1_000
/** Others wait at most so long, or twice as long as without an attack where the machine itself is slower than that. */
const MOST_P99_MS = 100
const CALM_MS = 15_000
/** Of the heap, as it is found at its lowest in a third of the run: what was not collected yet is no growth. */
const MOST_GROWTH_MIB = 30
const SAMPLE_EVERY = 100

const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const startServer = async (folder: string): Promise<{ child: ChildProcess; origin: string }> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.ts')], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      LOG_LEVEL: 'error',
      UPGRADES_PER_SECOND: '100000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const found = /http:\/\/localhost:\d+/.exec(text)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return { child, origin }
}

const folder = await mkdtemp(join(tmpdir(), 'roundel-drill-'))
const { child, origin } = await startServer(folder)
const { pid } = child
const figures = async (): Promise<{ cpuMs: number; mib: number; heap: number }> => {
  const { text } = await ask(`${origin}/metrics`)
  const read = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
  return {
    cpuMs: read('process_cpu_seconds_total') * 1000,
    mib: read('process_resident_memory_bytes') / 2 ** 20,
    heap: read('nodejs_heap_size_used_bytes') / 2 ** 20,
  }
}
const quantile = (list: readonly number[], part: number): number =>
  list.toSorted((one, other) => one - other)[Math.min(list.length - 1, Math.floor(list.length * part))] ?? 0

const meeting = await createMeeting({ origin }, { agenda: [{ kind: 'brainstorm', names: 'shown' }] })
await order(meeting, { type: 'start' })
const step = (await viewOf(meeting)).step?.id ?? ''
const boardOf = async (): Promise<string> => (await ask(urlOf(meeting, '/items'), { token: meeting.token })).text
const echo = await openEcho(await sitDown(meeting, 'Ann'), step)
const seats = await Promise.all(Array.from({ length: ATTACKERS }, (_, index) => sitDown(meeting, `Mallory ${index}`)))
const attackers = seats.map((person, index) => openAttacker(person, index % 2 ? 'board' : `draft.${person.seat}`))

// How long an echo takes on this machine as busy as it is, without any attack.
await setTimeout(CALM_MS)
const calm = [...echo.latencies]
const before = await boardOf()
const codes = new Map<number, number>()
const times: number[] = []
let warm = { cpuMs: 0, mib: 0, heap: 0 }
const heaps: number[] = []
let dearest = { kind: '', cpuMs: 0 }
const since = performance.now()
for (const [index, frame] of hostileFrames(count, seed).entries()) {
  // What stands at the head was written by hand to cost much, so its cost is looked at one by one.
  const isDear = frame.kind.includes(':')
  const start = isDear ? await figures() : undefined
  const { code, ms } = await (attackers[index % attackers.length] as (typeof attackers)[number]).send(frame)
  if (start) {
    const cpuMs = (await figures()).cpuMs - start.cpuMs
    if (cpuMs > dearest.cpuMs) dearest = { kind: frame.kind, cpuMs }
  }
  codes.set(code, (codes.get(code) ?? 0) + 1)
  times.push(ms)
  if (index % SAMPLE_EVERY === 0) heaps.push((await figures()).heap)
  if (index === Math.min(WARM_UP, count - 1)) warm = await figures()
}
const seconds = (performance.now() - since) / 1000
const { isOpen } = await echo.end()
const latencies = echo.latencies.slice(calm.length)
for (const attacker of attackers) attacker.close()
const end = await figures()
const after = await boardOf()
const third = Math.ceil(heaps.length / 3)
const [early, late] = [Math.min(...heaps.slice(third, 2 * third)), Math.min(...heaps.slice(2 * third))]

say(`${count} frames in ${Math.round(seconds)} s, seed ${seed}`)
say(
  `  closed with ${[...codes]
    .toSorted(([one], [other]) => one - other)
    .map(([code, times]) => `${code || 'nothing'}: ${times}`)
    .join(', ')}`,
)
say(
  `  answer or end of a frame: p50 ${quantile(times, 0.5).toFixed(1)}, p99 ${quantile(times, 0.99).toFixed(1)}, most ${Math.max(...times).toFixed(1)} ms`,
)
say(`  the dearest by hand: ${dearest.cpuMs.toFixed(0)} ms of the processor, ${dearest.kind}`)
say(
  `  all together: ${((end.cpuMs - warm.cpuMs) / Math.max(1, count - WARM_UP)).toFixed(2)} ms of the processor each, sockets and echoes included`,
)
say(`  ${calm.length} echoes before: p50 ${quantile(calm, 0.5).toFixed(1)}, p99 ${quantile(calm, 0.99).toFixed(1)} ms`)
say(
  `  ${latencies.length} echoes of somebody else: p50 ${quantile(latencies, 0.5).toFixed(1)}, p99 ${quantile(latencies, 0.99).toFixed(1)} ms`,
)
say(`  memory ${warm.mib.toFixed(0)} MiB after ${WARM_UP} frames, ${end.mib.toFixed(0)} MiB at the end`)

say(`  heap at its lowest: ${early.toFixed(0)} MiB in the second third, ${late.toFixed(0)} MiB in the last`)

const faults = [
  ...(child.exitCode === null && child.pid === pid ? [] : ['the server is another process']),
  ...(after === before ? [] : ['the board was changed']),
  ...(isOpen ? [] : ['an honest socket was closed']),
  ...(quantile(latencies, 0.99) < Math.max(MOST_P99_MS, 2 * quantile(calm, 0.99)) ? [] : ['others had to wait']),
  ...(late - early < MOST_GROWTH_MIB ? [] : ['memory grew']),
  ...(dearest.cpuMs < LIMITS.messageCpuMs ? [] : ['a frame cost too much']),
]
for (const fault of faults) say(`FAULT ${fault}`)
child.removeAllListeners()
child.kill('SIGTERM')
await new Promise((resolve) => child.once('exit', resolve))
await rm(folder, { recursive: true, force: true })
process.exit(faults.length > 0 ? 1 : 0)
