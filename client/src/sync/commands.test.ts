import { type SessionId, asId, fail, ok } from '@roundel/shared/kernel'
import { expect, test, vi } from 'vitest'
import type { postCommand } from './api.ts'
import { commandGiver } from './commands.ts'

const session: SessionId = asId<'session'>('session'.padEnd(16, '-'))
const pause = async (): Promise<void> => undefined
const idsOf = (post: { readonly mock: { readonly calls: Parameters<typeof postCommand>[] } }) =>
  post.mock.calls.map(([, command]) => command.commandId)

test('C16 a command whose answer was lost is given again under the same id', async () => {
  const post = vi
    .fn<typeof postCommand>()
    .mockResolvedValueOnce(fail({ code: 'offline' }))
    .mockResolvedValueOnce(fail({ code: 'overloaded' }))
    .mockResolvedValueOnce(ok({ version: 3 }))
  const reply = await commandGiver(session, post, pause)({ type: 'start' })
  expect(reply).toEqual(ok({ version: 3 }))
  expect(new Set(idsOf(post)).size).toBe(1)
  expect(post).toHaveBeenCalledTimes(3)
})

test('C16 a refusal is an answer, and is not asked for twice; two commands have two ids', async () => {
  const post = vi.fn<typeof postCommand>().mockResolvedValue(fail({ code: 'locked' }))
  const give = commandGiver(session, post, pause)
  expect(await give({ type: 'start' })).toEqual(fail({ code: 'locked' }))
  await give({ type: 'start' })
  expect(new Set(idsOf(post)).size).toBe(2)
})

test('C16 a server that stays away is given up after a few tries, and the person is told', async () => {
  const post = vi.fn<typeof postCommand>().mockResolvedValue(fail({ code: 'offline' }))
  expect(await commandGiver(session, post, pause)({ type: 'start' })).toEqual(fail({ code: 'offline' }))
  expect(post).toHaveBeenCalledTimes(4)
})
