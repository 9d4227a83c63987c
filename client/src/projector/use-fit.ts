import { type RefObject, useLayoutEffect } from 'react'

/**
 * Gives what scrolls the largest letters with which everything is seen at once, as `--fit`: one of `sizes`, which go down;
 * the smallest where none is small enough. Whenever what is in it changes its size, or the window does; `onFit` is called
 * after each time.
 */
export const useFit = (
  area: RefObject<HTMLElement | null>,
  sizes: readonly number[],
  onFit?: () => void,
  content?: unknown,
): void => {
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return undefined
    const fit = (): void => {
      for (const size of sizes) {
        element.style.setProperty('--fit', String(size))
        if (element.scrollHeight <= element.clientHeight) break
      }
      onFit?.()
    }
    fit()
    // Where there is no way to hear of another size, it fits again when the content changes.
    if (typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [area, sizes, onFit, content])
}
