import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { compileMessages } from './build/compile-messages.ts'

export default defineConfig({
  plugins: [react(), compileMessages()],
  test: {
    // Rules need no page; a test that does says so in its first line.
    environment: 'node',
    // All cores: left alone it keeps one of two idle.
    maxWorkers: '100%',
    environmentOptions: { jsdom: { url: 'https://roundel.test/' } },
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
    setupFiles: ['./src/testing/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    // A test waits for conditions, not for time; a busy machine takes longer to meet them.
    testTimeout: 20_000,
  },
})
