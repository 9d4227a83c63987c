import { parseArgs } from 'node:util'
import type { Report } from './report.ts'
import { sum } from './report.ts'
import { converge } from './run.ts'
import { startDriven } from './server.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    operations: { type: 'string', default: '150' },
  },
})

// Providers listen for the end of the process, each of them.
process.setMaxListeners(0)
const server = await startDriven()
const reports: Report[] = []
const first = Number(values.from)
for (let seed = first; seed < first + Number(values.seeds); seed++) {
  const began = performance.now()
  const report = await converge(server, { seed, operations: Number(values.operations), kills: seed % 3 })
  reports.push(report)
  for (const fault of report.faults) console.error(fault)
  const { operations, kills, refusals, kept } = report
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`seed ${seed}: ${operations} operations, ${kills} kills, ${refusals} refusals, ${kept} kept, ${seconds} s`)
}
await server.stop()
console.log(sum(reports))
process.exit(reports.some(({ faults }) => faults.length > 0) ? 1 : 0)
