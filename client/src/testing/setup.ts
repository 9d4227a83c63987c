import { afterEach, vi } from 'vitest'

if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react')
  afterEach(() => {
    cleanup()
    localStorage.clear()
  })
  // jsdom draws nothing: what is not hidden is shown.
  Object.assign(Element.prototype, {
    checkVisibility(this: Element) {
      return !this.closest('[hidden]')
    },
    scrollIntoView: () => undefined,
  })
  // jsdom knows dialogs but not what opens them.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
      this.dispatchEvent(new Event('close'))
    },
  })
}

afterEach(() => {
  vi.useRealTimers()
})
