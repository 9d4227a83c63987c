import { defineConfig } from 'vitest/config'

// Waits for workers, disks and processes: generous, since a busy machine is no fault.
export default defineConfig({
  test: { environment: 'node', include: ['src/**/*.test.ts'], testTimeout: 30_000 },
})
