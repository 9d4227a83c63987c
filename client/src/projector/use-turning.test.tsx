// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useRef } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useFit } from './use-fit.ts'
import { TURNING, useTurning } from './use-turning.ts'

const SIZES = [3, 2, 1] as const

/** What is in it takes so much per size of its letters, and so much is seen of it at once. */
const layOut = ({ content, seen }: { readonly content: number; readonly seen: number }) => {
  const tops: number[] = []
  const Area = () => {
    const area = useRef<HTMLDivElement>(null)
    const { page, pages, look } = useTurning(area)
    useFit(area, SIZES, look)
    return (
      <div ref={area} data-testid="area">
        {page}/{pages}
      </div>
    )
  }
  const size = (element: HTMLElement): number => Number(element.style.getPropertyValue('--fit') || SIZES[0])
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(seen)
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return Math.max(seen, content * size(this))
  })
  HTMLElement.prototype.scrollTo = function (this: HTMLElement, to?: unknown) {
    const { top } = to as { top: number }
    tops.push(top)
    this.scrollTop = top
    fireEvent.scroll(this)
  }
  render(<Area />)
  const area = screen.getByTestId('area')
  return { area, tops, size: () => size(area) }
}

const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms))

beforeEach(() => {
  vi.restoreAllMocks()
  vi.useFakeTimers()
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }))
})

describe('letters on the wall', () => {
  test.each([
    [100, 3],
    [200, 2],
    [390, 1],
    [900, 1],
  ])('C83 they are the largest with which %i is seen at once, never smaller than the smallest', (content, size) => {
    expect(layOut({ content, seen: 400 }).size()).toBe(size)
  })
})

describe('pages on the wall', () => {
  test('C83 what fits is one page and stays', () => {
    const { area, tops } = layOut({ content: 100, seen: 400 })
    expect(area.textContent).toBe('1/1')
    pass(5 * TURNING.everyMs)
    expect(tops).toEqual([])
  })

  test('C83 what does not fit is turned page by page, and begins again', () => {
    const { area, tops } = layOut({ content: 1_000, seen: 400 })
    expect(area.textContent).toBe('1/3')
    pass(TURNING.everyMs)
    expect(area.textContent).toBe('2/3')
    pass(2 * TURNING.everyMs)
    expect(tops).toEqual([400, 800, 0])
    expect(area.textContent).toBe('1/3')
  })

  test('C83 it rests after somebody has scrolled or pressed a key', () => {
    const { tops } = layOut({ content: 1_000, seen: 400 })
    pass(TURNING.everyMs - 1)
    fireEvent.wheel(window)
    pass(TURNING.restMs - 1)
    expect(tops).toEqual([])
    pass(1)
    expect(tops).toEqual([400])
  })
})
