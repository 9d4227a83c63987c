import { defineConfig } from '@playwright/test'
import { findBrowser } from './browser.ts'

const executablePath = await findBrowser()

/** Lines that take their time are asked for by hand, and lengthen every journey. */
const isSlow = process.env['LINES_MS'] !== undefined

export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  forbidOnly: true,
  // A journey that passes only when repeated has failed.
  retries: 0,
  workers: 2,
  // Journeys of one file share nothing, so no core waits for the longest file.
  fullyParallel: true,
  timeout: isSlow ? 480_000 : 120_000,
  // Whatever hangs, the results of the rest are still told.
  globalTimeout: isSlow || Number(process.env['KILLS'] ?? 0) > 5 ? 0 : 20 * 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--disable-gpu',
      ],
    },
  },
})
