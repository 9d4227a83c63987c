import type { SessionId } from '@roundel/shared/kernel'
import { useCallback, useEffect, useState } from 'react'
import { type Show, fetchView } from './api.ts'
import type { Problem } from './problem.ts'
import { type Room, openRoom } from './room.ts'

/** A session being entered: its room, or why there is none, or neither yet. */
export interface Entry {
  readonly room?: Room
  readonly problem?: Problem
}

/** Connects to a session as the seat this browser holds in it, for as long as the page is there. */
export const useOpenRoom = (session: SessionId, show?: Show): readonly [Entry, () => void] => {
  const [question, setQuestion] = useState({})
  const [entry, setEntry] = useState<Entry & { readonly to?: unknown }>({})
  useEffect(() => {
    let isWanted = true
    let room: Room | undefined
    void fetchView(session, show).then((reply) => {
      if (!isWanted) return
      if (reply.ok) room = openRoom(session, reply.value, show)
      setEntry({ to: question, ...(reply.ok ? { room: room as Room } : { problem: reply.error }) })
    })
    return () => {
      isWanted = false
      room?.close()
    }
  }, [session, question, show])
  const again = useCallback(() => setQuestion({}), [])
  return [entry.to === question ? entry : {}, again]
}
