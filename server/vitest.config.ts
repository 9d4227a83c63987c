import { defineConfig } from 'vitest/config'

// Waits for workers, disks and processes: generous, since a busy machine is no fault.
export default defineConfig({
  // All cores: most of these tests wait, and left alone it keeps one of two idle.
  test: { environment: 'node', include: ['src/**/*.test.ts'], testTimeout: 30_000, maxWorkers: '100%' },
})
