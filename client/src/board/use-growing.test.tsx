// @vitest-environment jsdom
import { act, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useGrowing } from './use-growing.ts'

afterEach(() => vi.unstubAllGlobals())

test('C43 of a long list the first are drawn at once, the rest bit by bit, in the end whatever comes', () => {
  const idle: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (call: () => void) => idle.push(call))
  vi.stubGlobal('cancelIdleCallback', () => undefined)
  const drawn: number[] = []
  const List = ({ count }: { readonly count: number }) => {
    drawn.push(Math.min(count, useGrowing(count, 200)))
    return null
  }
  const { rerender } = render(<List count={500} />)
  while (idle.length > 0) act(() => idle.shift()?.())
  rerender(<List count={2_000} />)
  expect(drawn).toEqual([200, 400, 500, 500, 2_000])
  expect(idle).toEqual([])
})
