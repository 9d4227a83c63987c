import { runCuts, runForged, runHonest } from '../../src/relay/gate/gate.fuzz.ts'

// A long run of the gate: `pnpm drill gate [updates] [seed]`. Ends with 1 when anything is not as it must be.

const AT_LEAST = 200

const [updates = 200_000, seed = 1] = process.argv.slice(2).map(Number)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const faults: string[] = []
const table = (entries: Iterable<readonly [string, unknown]>): void => {
  for (const [name, value] of entries) say(`  ${name.padEnd(42)} ${String(value)}`)
}
const clock = (): (() => string) => {
  const since = performance.now()
  return () => `${Math.round((performance.now() - since) / 1000)} s`
}

const honestTime = clock()
const { touches, stories, first, ...honest } = runHonest({ updates, seed })
say(`Honest traffic of stock replicas, seed ${seed}, ${honestTime()}`)
table(Object.entries(honest))
say('Rights asked, by operation and field')
table([...touches].toSorted(([one], [other]) => (one < other ? -1 : 1)))
say('What happened')
table(Object.entries(stories))
if (first !== undefined) faults.push(first)
if (honest.refused + honest.gappedStep2 + honest.forbidden + honest.diverged > 0) faults.push('honest traffic')
// A short run shows how it goes, a long one has to have seen everything often.
const least = updates >= 200_000 ? AT_LEAST : 1
for (const [story, times] of Object.entries(stories)) if (times < least) faults.push(`${story}: only ${times}`)

const forgedTime = clock()
const forged = runForged({ updates, seed })
say(`\nForged traffic, seed ${seed}, ${forgedTime()}`)
table(Object.entries(forged).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value] as const] : [])))
say('By kind: sent, refused, of a quarter of these would have done harm, admitted without harm')
table(
  [...forged.kinds]
    .toSorted(([, one], [, other]) => other.sent - one.sent)
    .map(([kind, { sent, refused, biting, harmless }]) => [kind, `${sent}, ${refused}, ${biting}, ${harmless}`]),
)
faults.push(...forged.failures)

const cuts = runCuts({ updates: 300, seed })
say(`\nEvery beginning of 300 updates: ${cuts.cuts} cuts`)
faults.push(...cuts.failures)

say(`\nMost memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`)
for (const fault of faults) say(`FAULT ${fault}`)
process.exitCode = faults.length > 0 ? 1 : 0
