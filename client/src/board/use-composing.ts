import type { DraftItem } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useDraft, useRecords } from '../sync/room-context.ts'
import type { ComposingContext } from './composing.ts'
import { type ComposingStore, type Sentence, createComposingStore } from './composing-store.ts'

export type Composing = Sentence & Pick<ComposingStore, 'setText' | 'flush' | 'begin' | 'discard'>

/** The sentence in the composer, kept in one's own draft while it is written. */
export const useComposing = (context: ComposingContext, leaveOut: ReadonlySet<ItemId>): Composing => {
  const [store] = useState(createComposingStore)
  const draft = useDraft()
  const drafts = useRecords<DraftItem>(draft?.items)
  const sentence = useSyncExternalStore(store.subscribe, store.sentence)
  useEffect(() => store.follow({ draft, drafts, context, leaveOut }))
  useEffect(() => {
    const { flush } = store
    addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [store])
  return { ...sentence, setText: store.setText, flush: store.flush, begin: store.begin, discard: store.discard }
}
