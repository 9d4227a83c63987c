import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP']
const PARENT_POLL_MS = 500
const KILL_AFTER_MS = 10_000
const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }

let interrupted = false

/** Whether we were asked to stop while a command ran, so that nothing more should be started. */
export const wasInterrupted = () => interrupted

/**
 * The npm that runs us through a shell, as it does on Linux. Such a shell waits for us even when npm is gone.
 *
 * Undefined where npm is our parent, or nobody knows.
 */
const findNpm = () => {
  if (!process.env.npm_lifecycle_event) return undefined
  try {
    const [, name, above] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8'))
    return /^(?:ba|da)?sh$/.test(name) ? Number(above) : undefined
  } catch {
    return undefined
  }
}

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Ties a command to us: signals are passed on, and a parent of ours or an npm that disappears counts as SIGTERM. npm
 * dies of a signal without telling its script, which would leave a server running that nobody can find.
 *
 * Resolves with the exit code, 128 plus the signal's number when a signal ended it.
 */
const follow = (child) =>
  new Promise((resolve, reject) => {
    const parent = process.ppid
    const npm = findNpm()
    const forward = (signal) => {
      interrupted = true
      child.kill(signal)
    }
    const poll = setInterval(() => {
      if (process.ppid !== parent || (npm && !isAlive(npm))) forward('SIGTERM')
    }, PARENT_POLL_MS)
    const stop = () => {
      clearInterval(poll)
      for (const signal of FORWARDED) process.off(signal, forward)
    }
    for (const signal of FORWARDED) process.on(signal, forward)
    child.on('error', (error) => {
      stop()
      reject(error)
    })
    child.on('close', (code, signal) => {
      stop()
      resolve(code ?? 128 + (SIGNAL_NUMBERS[signal] ?? 0))
    })
  })

/** Runs a command that shares our terminal. Resolves with its exit code. */
export const runChild = (command, args, options = {}) => follow(spawn(command, args, { stdio: 'inherit', ...options }))

/**
 * Runs a command silently and resolves with its exit code and everything it printed.
 *
 * After `timeoutMs` it is asked to stop, then made to; the code is then 124, as `timeout` gives it.
 */
export const runCaptured = async (command, args, { timeoutMs, ...options } = {}) => {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.stderr.on('data', (chunk) => chunks.push(chunk))
  let timedOut = false
  const timers = []
  if (timeoutMs) {
    timers.push(
      setTimeout(() => {
        timedOut = true
        child.kill('SIGTERM')
        timers.push(setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS))
      }, timeoutMs),
    )
  }
  try {
    const code = await follow(child)
    return { code: timedOut ? 124 : code, output: Buffer.concat(chunks).toString('utf8') }
  } finally {
    for (const timer of timers) clearTimeout(timer)
  }
}
