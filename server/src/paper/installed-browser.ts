import { LIMITS } from '@roundel/shared/kernel'
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PrintPage } from './printer.ts'

/** What it says when it fails, at most; the rest is noise. */
const SAID = 2_000

/** What a browser is told: to print one page, to keep nothing, and to speak to nobody. Its sandbox stays as it is. */
const wordsFor = (folder: string): readonly string[] => [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  `--user-data-dir=${join(folder, 'profile')}`,
  '--no-pdf-header-footer',
  `--print-to-pdf=${join(folder, 'page.pdf')}`,
  pathToFileURL(join(folder, 'page.html')).href,
]

/** Runs it to its end; its helpers end with it. Rejects unless it ends well, in time. */
const run = (browser: string, folder: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(browser, wordsFor(folder), {
      cwd: folder,
      // It needs a place of its own, and nothing that this server knows.
      env: { HOME: folder, TMPDIR: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    let isLate = false
    child.stderr?.on('data', (chunk: Buffer) => {
      if (said.length < SAID) said += chunk.toString()
    })
    const timeout = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, LIMITS.paperMs)
    child.on('error', (error) => {
      clearTimeout(timeout)
      reject(error)
    })
    child.on('exit', (code) => {
      clearTimeout(timeout)
      if (code === 0) resolve()
      else reject(new Error(isLate ? 'the browser took too long' : `the browser ended with ${code}: ${said}`))
    })
  })

/** Prints with a browser of the Chromium family that is installed here, a process and a folder of its own for each page. */
export const printWith =
  (browser: string): PrintPage =>
  async (page) => {
    const folder = await mkdtemp(join(tmpdir(), 'roundel-paper-'))
    try {
      await writeFile(join(folder, 'page.html'), page)
      await run(browser, folder)
      return await readFile(join(folder, 'page.pdf'))
    } finally {
      // What is left of it may still be writing its last files.
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    }
  }
