import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

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

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.useRealTimers()
})
