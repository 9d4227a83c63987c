import { afterEach, vi } from 'vitest'

if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/react')
  // A part that is loaded later is compiled when it is first asked for, and machines are busy.
  configure({ asyncUtilTimeout: 8_000 })
  const { useLastSentence } = await import('../state/last-sentence.ts')
  afterEach(() => {
    cleanup()
    // A screen that goes leaves its sentence for the next, which here is another test's.
    useLastSentence.getState().leave(undefined)
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
