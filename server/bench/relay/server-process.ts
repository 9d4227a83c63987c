import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ServerKind } from './serve.ts'
import type { Answer, Question } from './servers/listen.ts'

/** A server in a process of its own, so that what it costs can be told from what the generator costs. */
export interface ServerProcess {
  readonly url: string
  /** CPU time that the process has used so far, milliseconds. */
  readonly cpuMs: () => Promise<number>
  readonly stop: () => void
}

export const startServer = async (kind: ServerKind): Promise<ServerProcess> => {
  const child = fork(fileURLToPath(new URL('main.ts', import.meta.url)), [kind], { stdio: 'inherit' })
  const hear = (): Promise<Answer> =>
    new Promise((resolve, reject) => {
      child.once('message', (answer) => resolve(answer as Answer))
      child.once('exit', (code) => reject(new Error(`${kind} ended with ${code}`)))
    })
  const ask = (question: Question): Promise<Answer> => {
    const answer = hear()
    child.send(question)
    return answer
  }
  const hello = await hear()
  if (!('port' in hello)) throw new Error(`${kind} said no port`)
  return {
    url: `ws://127.0.0.1:${hello.port}/docs/board`,
    cpuMs: async () => {
      const answer = await ask('usage')
      if ('port' in answer) throw new Error(`${kind} did not say what it used`)
      return answer.cpuMs
    },
    stop: () => {
      child.removeAllListeners()
      child.send('stop' satisfies Question)
    },
  }
}
