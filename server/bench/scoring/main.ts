import { SCORING_IDS, type ScoringResult } from '@roundel/shared/scoring'
import { type TallyJob, runTally } from '@roundel/shared/voting'
import { ringPoll, roomPoll } from './polls.ts'

const VOTERS = 200
const ITEMS = 100
const RING = 16
const ROUNDS = 5

/** So many times the unit may each tally take: several times what it takes, and less than anybody would wait for. */
const LIMITS: Readonly<Record<string, number>> = { fan: 50, tesco: 50, criteria: 40, dots: 20, ranking: 150, ring: 15 }

const tally = (job: TallyJob): ScoringResult => {
  const found = runTally(job)
  if (!found.ok) throw new Error(`the job was refused: ${found.error.code}`)
  return found.value
}

/** Thread time of the fastest of some rounds: what else the machine does can only add to it. */
const timeMs = (work: () => unknown): number => {
  work()
  const times = Array.from({ length: ROUNDS }, () => {
    const began = process.threadCpuUsage()
    work()
    const { user, system } = process.threadCpuUsage(began)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

// The unit is work that no tally can do without, on the same machine in the same run: reading all ballots as text.
const sheets = JSON.stringify(roomPoll('fan', VOTERS, ITEMS))
const unit = timeMs(() => JSON.parse(sheets) as unknown)

const ring = tally(ringPoll(RING))
if (!('kemeny' in ring) || !ring.kemeny.isExact || ring.kemeny.components.length !== 1) {
  throw new Error('the ring is no single cycle, or was not solved exactly')
}

const jobs = [...SCORING_IDS.map((id) => [id, roomPoll(id, VOTERS, ITEMS)] as const), ['ring', ringPoll(RING)] as const]
const rows = jobs.map(([name, job]) => {
  const ms = timeMs(() => tally(job))
  const limit = LIMITS[name] ?? 0
  return { name, ms, ratio: ms / unit, limit }
})

console.log(
  `${VOTERS} voters, ${ITEMS} items, each voter left out once; ring: Kemeny of ${RING} items in one cycle, exact`,
)
console.log(`thread time, fastest of ${ROUNDS}; the unit is reading the ballots of fan as JSON: ${unit.toFixed(1)} ms`)
console.table(
  Object.fromEntries(
    rows.map(({ name, ms, ratio, limit }) => [
      name,
      { ms: ms.toFixed(1), 'to unit': `${ratio.toFixed(1)}x`, limit: `${limit}x`, holds: ratio <= limit },
    ]),
  ),
)
if (rows.some(({ ratio, limit }) => !(ratio <= limit))) process.exitCode = 1
