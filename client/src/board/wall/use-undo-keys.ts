import { useEffect, useRef } from 'react'

/** Ctrl or ⌘ with Z takes back, with Shift and Z (or with Y) does again; not in a field, which has its own. */
export const useUndoKeys = (undo: (() => void) | undefined, redo: (() => void) | undefined): void => {
  const ways = useRef({ undo, redo })
  useEffect(() => {
    ways.current = { undo, redo }
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog')) return
      const isRedo = (event.code === 'KeyZ' && event.shiftKey) || event.code === 'KeyY'
      if (!isRedo && event.code !== 'KeyZ') return
      const way = isRedo ? ways.current.redo : ways.current.undo
      if (!way) return
      event.preventDefault()
      way()
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
}
