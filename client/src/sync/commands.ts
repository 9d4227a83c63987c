import type { CommandId, SessionId } from '@roundel/shared/kernel'
import type { Command, Envelope } from '@roundel/shared/session'
import { nanoid } from 'nanoid'
import { type Done, postCommand } from './api.ts'
import type { Problem, Reply } from './problem.ts'
import { reconnectDelay } from './reconnect.ts'

const TRIES = 4

const isWorthRetrying = (problem: Problem): boolean => ['offline', 'overloaded'].includes(problem.code)

/** A command without the id that makes it be carried out once. */
export type CommandBody = Command & Pick<Envelope, 'expected'>

/** Gives commands of one session. */
export type GiveCommand = (body: CommandBody) => Promise<Reply<Done>>

/**
 * Gives commands over HTTP: status codes say what became of them, and it works where sockets do not.
 *
 * A command whose answer got lost is given again under the same `commandId`, which the server carries out once.
 */
export const commandGiver =
  (
    session: SessionId,
    post: typeof postCommand = postCommand,
    pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  ): GiveCommand =>
  async (body) => {
    const command = { ...body, commandId: nanoid(16) as CommandId }
    for (let attempt = 0; ; attempt++) {
      const reply = await post(session, command)
      if (reply.ok || attempt + 1 >= TRIES || !isWorthRetrying(reply.error)) return reply
      await pause(reconnectDelay(attempt, Math.random))
    }
  }
