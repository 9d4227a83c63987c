/** What can be reached by Tab, or at least by script. */
const CONTROLS = 'button, a[href], input, textarea, select, [tabindex="0"]'
const HEADINGS = 'h1, h2, h3'

const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })
const isGone = (element: Element): boolean => !element.isConnected || element.matches(':disabled')
const isAtRest = (): boolean => !document.activeElement || document.activeElement === document.body

/** The first of what a selector finds that is there to be seen and used. */
const findFirst = (
  within: ParentNode | null | undefined,
  selector: string,
  fits: (element: HTMLElement) => boolean = () => true,
): HTMLElement | undefined =>
  [...(within?.querySelectorAll<HTMLElement>(selector) ?? [])].find(
    (each) => isShown(each) && !isGone(each) && fits(each),
  )

/** Puts the focus on something; on a heading or a whole region too, where Tab alone does not lead. */
const putFocus = (target: HTMLElement | null | undefined, isByKey = false): boolean => {
  if (!target) return false
  if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.tabIndex = -1
  // Whoever went there by a key looks for where they are; a heading that is only read out shows no ring.
  if (isByKey) {
    target.dataset['reached'] = ''
    target.addEventListener('blur', () => delete target.dataset['reached'], { once: true })
  }
  target.focus({ preventScroll: !isByKey && target.matches(HEADINGS) })
  return document.activeElement === target
}

/** The regions that can be reached now, in the order of the page. An open panel covers the others. */
export const listRegions = (): readonly HTMLElement[] => {
  const panel = [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')].at(-1)
  return panel
    ? [panel]
    : [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
        (region) => !isBlank(region) && isShown(region),
      )
}

/** Whether there is nothing to read and nothing to use, be there an element that waits for something. */
const isBlank = (region: HTMLElement): boolean => !region.textContent?.trim() && !region.querySelector(CONTROLS)

/** Puts the focus on the heading or the first control of a region, whichever comes first, else on the region itself. */
export const goToRegion = (region: HTMLElement): void => {
  // What is there for those who listen alone, one pixel wide, would show nobody else where they are.
  putFocus(findFirst(region, `${HEADINGS}, ${CONTROLS}`, ({ offsetWidth }) => offsetWidth !== 1) ?? region, true)
}

/** Goes on to the next region, or back to the one before, round and round. */
export const goToNextRegion = (by: 1 | -1): void => {
  const regions = listRegions()
  const { activeElement } = document
  const at = regions.findIndex((region) => region.contains(activeElement))
  // From outside of all: to those that come after, or before, in the order of the page.
  const isAfter = (region: HTMLElement): boolean =>
    Boolean(activeElement && activeElement.compareDocumentPosition(region) & Node.DOCUMENT_POSITION_FOLLOWING)
  const next = regions.findIndex(isAfter)
  const from = at >= 0 ? at + by : by > 0 ? Math.max(0, next) : (next < 0 ? regions.length : next) - 1
  const region = regions[(from + regions.length) % regions.length]
  if (region) goToRegion(region)
}

/** Where the focus was, and what stood around it then. */
interface Last {
  readonly element: Element
  readonly entry: Element | null
  readonly list: Element | null
  readonly nth: number
  /** What stands beside it in its toolbar: what comes after, then what comes before, each the nearest first. */
  readonly beside: readonly HTMLElement[]
  readonly around: readonly Element[]
}

const remember = (element: Element): Last => {
  const entry = element.closest('li')
  const list = entry?.parentElement ?? null
  const tools = [...(element.closest('[role=toolbar]')?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])]
  const at = tools.findIndex((each) => each === element)
  const around: Element[] = []
  for (let each = element.parentElement; each; each = each.parentElement) {
    // The whole room and the news have no heading of their own: the question is theirs.
    if (each.matches('section:not([data-region]), dialog')) around.push(each)
  }
  return {
    element,
    entry,
    list,
    nth: entry && list ? [...list.children].indexOf(entry) : 0,
    beside: [...tools.slice(at + 1), ...tools.slice(0, Math.max(0, at)).toReversed()],
    around,
  }
}

/** The entry itself, the one that took its place, or the last one. */
const findEntry = ({ entry, list, nth }: Last): Element | undefined => {
  if (entry?.isConnected) return entry
  return list?.isConnected ? (list.children[nth] ?? list.lastElementChild ?? undefined) : undefined
}

const restore = (last: Last): boolean =>
  putFocus(findFirst(findEntry(last), CONTROLS)) ||
  last.beside.some((each) => !isGone(each) && isShown(each) && putFocus(each)) ||
  last.around.some((each) => each.isConnected && putFocus(findFirst(each, HEADINGS))) ||
  putFocus(findFirst(document, 'h1'))

/**
 * Never lets the focus fall into nothing. When what had it is removed or switched off and nobody put it elsewhere, it
 * goes to what took its place in the list, else to the heading of what was around, else to that of the page.
 *
 * Answers how to stop.
 */
export const guardFocus = (): (() => void) => {
  let last = isAtRest() ? undefined : remember(document.activeElement as Element)
  const enter = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? remember(target) : undefined
  }
  // Leaving what stays there is the person's own wish. It is known a moment later: some browsers say that something is
  // left before they remove it. When the whole window is left for a while, what had the focus still has it.
  const leave = ({ target }: FocusEvent): void =>
    queueMicrotask(() => {
      if (last?.element !== target || document.activeElement === target) return
      if (!isGone(last.element)) last = undefined
    })
  const look = (): void => {
    if (!last || !isGone(last.element)) return
    if (!isAtRest() && document.activeElement !== last.element) return
    if (restore(last) && document.activeElement) last = remember(document.activeElement)
  }
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  document.addEventListener('focusin', enter)
  document.addEventListener('focusout', leave)
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', enter)
    document.removeEventListener('focusout', leave)
  }
}
