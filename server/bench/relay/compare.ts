import { loadavg } from 'node:os'
import { type Outcome, run } from './run.ts'
import { type Scenario, SCENARIOS, SERVERS, type ServerName } from './scenario.ts'

/** Below this share of what was due, a server was starved and its figures say nothing about it. */
const STARVED = 0.8

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

const format = (number: number, digits = 1): string => (Number.isFinite(number) ? number.toFixed(digits) : '-')

type Round = ReadonlyMap<ServerName, Outcome>

/** One row for a server: medians over the rounds in which it was not starved. */
const summarize = (name: ServerName, rounds: readonly Round[]): Readonly<Record<string, string>> => {
  const all = rounds.flatMap((round) => {
    const [own, bare] = [round.get(name), round.get('bare ws')]
    return own && bare ? [{ own, ratio: own.cpuMsPerThousand / bare.cpuMsPerThousand }] : []
  })
  const sound = all.filter(({ own }) => own.share >= STARVED)
  const middle = (pick: (outcome: Outcome) => number): number => median(sound.map(({ own }) => pick(own)))
  return {
    'CPU ms / 1000': format(middle((outcome) => outcome.cpuMsPerThousand)),
    'to bare': `${format(median(sound.map(({ ratio }) => ratio)), 2)}x`,
    'p50 ms': format(middle((outcome) => outcome.p50Ms)),
    'p95 ms': format(middle((outcome) => outcome.p95Ms)),
    'p99 ms': format(middle((outcome) => outcome.p99Ms)),
    'delivered %': format(100 * median(all.map(({ own }) => own.share))),
  }
}

/** Every server once. Another one begins each round: load on the machine moves while a round runs. */
const playRound = async (scenario: Scenario, ms: number, round: number): Promise<Round> => {
  const outcomes = new Map<ServerName, Outcome>()
  for (let turn = 0; turn < SERVERS.length; turn++) {
    const server = SERVERS[(turn + round) % SERVERS.length]
    if (server) outcomes.set(server.name, await run(server.kind, scenario, ms))
  }
  return outcomes
}

/** Runs every server in every scenario and prints what each cost. `ms` is the time measured of each run. */
export const compareServers = async (ms: number, rounds: number): Promise<void> => {
  const load = loadavg().map((average) => average.toFixed(1))
  console.log(
    'CPU of the server process per 1000 deliveries, and latency, over loopback; ratios are to bare ws in the same round',
  )
  console.log(`${rounds} round(s) of ${ms} ms for each server; load average ${load.join(' ')}`)
  for (const scenario of SCENARIOS) {
    const played: Round[] = []
    for (let round = 0; round < rounds; round++) played.push(await playRound(scenario, ms, round))
    console.log(`\n${scenario.name}`)
    console.table(Object.fromEntries(SERVERS.map(({ name }) => [name, summarize(name, played)])))
  }
}
