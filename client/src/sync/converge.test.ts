import { expect, test } from 'vitest'
import { converge } from '../../drill/converge/run.ts'
import { startDriven } from '../../drill/converge/server.ts'

// Providers listen for the end of the process, each of them.
process.setMaxListeners(0)

// Seeds that show much of what there is; the drill runs two hundred. One that finds a fault is added here.
test.concurrent.each([
  ['names shown, a kill on the way', { seed: 3, operations: 60, kills: 1 }],
  ['many refusals', { seed: 1, operations: 40, kills: 0 }],
  ['another agenda', { seed: 8, operations: 50, kills: 0 }],
])(
  'C90 all who may see a document hold the same as the disk, nothing promised is lost, nothing refused vanishes: %s',
  async (_name, wish) => {
    const server = await startDriven()
    try {
      const report = await converge(server, wish)
      expect(report.faults).toEqual([])
      expect(report.acknowledged).toBeGreaterThan(0)
    } finally {
      await server.stop()
    }
  },
  180_000,
)
