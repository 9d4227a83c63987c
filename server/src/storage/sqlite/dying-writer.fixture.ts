// oxlint-disable-next-line no-restricted-imports -- the process itself is what this is about
import { exit } from 'node:process'
import { parentPort } from 'node:worker_threads'

// A writing thread that dies before a group in which the session `dies` is to be created.
parentPort?.on('message', (question: unknown) => {
  if (JSON.stringify(question).includes('"session":"dies"')) exit(1)
})

await import('./writer.ts')
