import { ok } from '@roundel/shared/kernel'
import type { Language, View } from '@roundel/shared/session'
import { act } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { WritingProvider } from '../board/writing.tsx'
import type { GiveCommand } from '../sync/commands.ts'
import type { Room } from '../sync/room.ts'
import { RoomProvider } from '../sync/room-context.ts'
import { createSavedWatch } from '../sync/saved-watch.ts'
import { playDocuments } from '../sync/testing/played-documents.ts'
import { renderSpeaking } from './speak.tsx'

const NOBODY: readonly never[] = []

/** A session without a server: documents in memory, a view that the test changes, commands that are only noted. */
export const playRoom = (first: View) => {
  const { board, draft, documents } = playDocuments()
  const give = vi.fn<GiveCommand>(async () => ok({ version: 1 }))
  const listeners = new Set<() => void>()
  let view = first
  const room: Room = {
    id: first.session.id,
    live: {
      view: () => view,
      end: () => undefined,
      isPolling: () => false,
      clock: { hear: () => undefined, now: () => Date.now() },
      subscribe: (onChange) => {
        listeners.add(onChange)
        return () => listeners.delete(onChange)
      },
      retry: () => undefined,
      refresh: () => undefined,
      close: () => undefined,
    },
    saved: createSavedWatch(),
    give,
    presence: {
      others: () => NOBODY,
      those: () => NOBODY,
      sayCursor: () => undefined,
      sayTyping: () => undefined,
      sayDrag: () => undefined,
      subscribe: () => () => undefined,
    },
    documents: () => documents,
    subscribeDocuments: () => () => undefined,
    onNotice: () => () => undefined,
    close: () => undefined,
  }
  return {
    board,
    draft,
    room,
    give,
    show: (next: View) =>
      act(() => {
        view = next
        for (const listener of listeners) listener()
      }),
    render: (children: ReactNode, language: Language = 'en') =>
      renderSpeaking(
        <RoomProvider value={room}>
          <WritingProvider>{children}</WritingProvider>
        </RoomProvider>,
        language,
      ),
  }
}
