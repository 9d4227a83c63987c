import { type RefObject, useMemo } from 'react'
import { useLatest } from './use-latest.ts'
import type { NoteEvents } from './wall-note.tsx'

/** One and the same object for all notes and for as long as the wall is there; what it calls is always the newest. */
export const useNoteEvents = (events: NoteEvents): NoteEvents => {
  const now: Readonly<RefObject<NoteEvents>> = useLatest(events)
  const { measure } = events
  return useMemo<NoteEvents>(
    () => ({
      measure,
      press: (...heard) => now.current.press(...heard),
      key: (...heard) => now.current.key(...heard),
      focus: (...heard) => now.current.focus(...heard),
      move: (...heard) => now.current.move(...heard),
      edit: (...heard) => now.current.edit(...heard),
      save: (...heard) => now.current.save(...heard),
      withdraw: (...heard) => now.current.withdraw(...heard),
    }),
    [measure, now],
  )
}
