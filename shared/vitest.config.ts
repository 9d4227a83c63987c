import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    // All cores: left alone it keeps one of two idle.
    maxWorkers: '100%',
    include: ['src/**/*.test.ts'],
    // Laws are tried with hundreds of inputs, also on a machine that is busy with something else.
    testTimeout: 30_000,
  },
})
