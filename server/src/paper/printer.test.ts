import { LIMITS } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import { openPrinter } from './printer.ts'

const page = async (): Promise<string> => 'page'

test('X129 one page is printed at a time, a few wait, and more are sent away', async () => {
  const running: (() => void)[] = []
  let most = 0
  let now = 0
  const print = openPrinter(
    async () => {
      most = Math.max(most, ++now)
      await new Promise<void>((resolve) => void running.push(resolve))
      now--
      return new Uint8Array([now])
    },
    () => undefined,
  )
  const first = print(page)
  while (running.length === 0) await Promise.resolve()
  const others = Array.from({ length: LIMITS.paperWaiting }, () => print(page))
  expect(await print(page)).toMatchObject({ ok: false, error: { code: 'overloaded', details: { retryAfter: 20 } } })
  for (let printed = 0; printed <= LIMITS.paperWaiting; printed++) {
    while (running.length === 0) await Promise.resolve()
    running.shift()?.()
  }
  expect((await Promise.all([first, ...others])).every(({ ok }) => ok)).toBe(true)
  expect(most).toBe(1)
})
