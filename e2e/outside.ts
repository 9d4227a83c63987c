import type { Page } from '@playwright/test'

/**
 * What a person would have to scroll sideways for, or could never see: the page itself when it is wider than the window,
 * and texts and controls that reach beyond a side of it. A part that scrolls by itself may hold more than it shows.
 */
export const findOutside = (page: Page): Promise<string[]> =>
  page.evaluate((width) => {
    const scrollsItself = (element: Element): boolean => {
      const { overflowX } = getComputedStyle(element)
      return (overflowX === 'auto' || overflowX === 'scroll') && element.scrollWidth > element.clientWidth
    }
    const isInScroller = (element: Element): boolean => {
      const { parentElement } = element
      if (!parentElement || parentElement === document.body) return false
      return scrollsItself(parentElement) || isInScroller(parentElement)
    }
    const reachesOut = (element: Element): boolean => {
      const { left, right, width: wide, height } = element.getBoundingClientRect()
      // One pixel is how texts for readers alone are kept.
      if (wide <= 1 || height <= 1 || (left >= -1 && right <= width + 1)) return false
      return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isInScroller(element)
    }
    const parts = document.querySelectorAll('a, button, input, textarea, select, summary, p, li, h1, h2, h3')
    const found = [...parts].filter(reachesOut).map((element) => element.outerHTML.slice(0, 120))
    const { scrollWidth } = document.documentElement
    return scrollWidth > width ? [`the page is ${scrollWidth} wide in a window of ${width}`, ...found] : found
  }, page.viewportSize()?.width ?? 0)
