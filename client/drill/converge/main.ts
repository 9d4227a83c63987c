import { parseArgs } from 'node:util'
import { type Report, sum } from './report.ts'
import { converge } from './run.ts'
import { startDriven } from './server.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    operations: { type: 'string', default: '120' },
    'at-once': { type: 'string', default: '4' },
  },
})

// Providers listen for the end of the process, each of them.
process.setMaxListeners(0)
const reports: Report[] = []
const first = Number(values.from)
let next = first

/** Takes one seed after the other, on a server of its own. Most of a run is waiting, so several go side by side. */
const work = async (): Promise<void> => {
  const server = await startDriven()
  while (next < first + Number(values.seeds)) {
    const seed = next++
    const report = await converge(server, { seed, operations: Number(values.operations), kills: seed % 3 })
    reports.push(report)
    const { operations, kills, refusals, kept, faults } = report
    console.log(`seed ${seed}: ${operations} operations, ${kills} kills, ${refusals} refusals, ${kept} texts kept`)
    for (const fault of faults) console.error(fault)
  }
  await server.stop()
}

await Promise.all(Array.from({ length: Number(values['at-once']) }, work))
console.log(sum(reports))
process.exit(reports.some(({ faults }) => faults.length > 0) ? 1 : 0)
