import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inTurn } from './in-turn.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A load that says when it was begun, and is finished by hand. */
const aLoad = () => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  return { load: vi.fn<() => Promise<void>>(() => promise), resolve, reject }
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)

test('C19 what is loaded ahead of time comes one after another, and one that fails or hangs keeps nobody waiting for ever', async () => {
  const [first, failing, hanging, last] = [aLoad(), aLoad(), aLoad(), aLoad()]
  for (const { load } of [first, failing, hanging, last]) inTurn(load)
  await settle()
  expect(first.load).toHaveBeenCalledOnce()
  expect(failing.load).not.toHaveBeenCalled()
  first.resolve()
  await settle()
  expect(failing.load).toHaveBeenCalledOnce()
  expect(hanging.load).not.toHaveBeenCalled()
  failing.reject(new Error('no such file'))
  await settle()
  expect(hanging.load).toHaveBeenCalledOnce()
  expect(last.load).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(last.load).toHaveBeenCalledOnce()
  last.resolve()
  await settle()
})

test('C19 what fails before it has begun keeps nobody waiting either', async () => {
  const next = aLoad()
  inTurn(() => {
    throw new Error('nothing to load')
  })
  inTurn(next.load)
  await settle()
  expect(next.load).toHaveBeenCalledOnce()
  next.resolve()
  await settle()
})
