import type { DraftItem } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { type ReactNode, createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useLanguage } from '../i18n/text.ts'
import { useLastSentence } from '../state/last-sentence.ts'
import { useSettledDrafts } from '../state/settled-drafts.ts'
import { useDraft, useRecords, useRoom, useView } from '../sync/room-context.ts'
import { type ComposingStore, type Place, type Sentence, createComposingStore, isOvertaken } from './composing-store.ts'

const WritingContext = createContext<ComposingStore>(createComposingStore())

const usePlace = (): Place => {
  const language = useLanguage()
  const { session, step, me } = useView()
  const name = `${session.state} ${step?.id} ${step?.phase}`
  // Before the start, where one may write for the first step.
  const early = session.state === 'lobby' && me.role === 'participant' ? session.early : undefined
  const adds = early ? 'private' : session.state === 'live' ? (step?.policies.add ?? 'none') : 'none'
  const kind = (early ?? step?.policies)?.kinds[0] ?? 'idea'
  const id = early?.step ?? step?.id
  return useMemo(
    () => ({
      name,
      context: id && adds !== 'none' ? { step: id, kind, language } : undefined,
      isPrivate: adds === 'private',
    }),
    [name, id, kind, language, adds],
  )
}

const Following = ({ store }: { readonly store: ComposingStore }) => {
  const { id: session } = useRoom()
  const draft = useDraft()
  const drafts = useRecords<DraftItem>(draft?.items)
  const place = usePlace()
  const settled = useSettledDrafts(({ ids }) => ids)
  useEffect(() => {
    const { sentence: left } = useLastSentence.getState()
    store.follow({
      draft,
      drafts,
      place,
      leaveOut: new Set(settled),
      left: left?.session === session ? left : undefined,
    })
  })
  useEffect(() => {
    const leave = (): void => {
      const { id, text, home } = store.sentence()
      const last = home && text.trim() !== '' && { session, step: home.step, kind: home.kind, id, text }
      useLastSentence.getState().leave(last || undefined)
      store.flush()
    }
    const flush = (): void => void store.flush()
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', flush)
    return () => {
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', flush)
      leave()
    }
  }, [store, session])
  return null
}

/** Keeps the one sentence that is being written in a session, whatever screens come and go around it. */
export const WritingProvider = ({ children }: { readonly children: ReactNode }) => {
  const [store] = useState(createComposingStore)
  return (
    <WritingContext value={store}>
      <Following store={store} />
      {children}
    </WritingContext>
  )
}

/** The sentence in the composer, and what can be done with it. */
export type Writing = Sentence &
  Omit<ComposingStore, 'sentence' | 'follow' | 'subscribe' | 'sending'> & {
    /** Records of sentences on their way to the board. */
    readonly sending: ReadonlySet<ItemId>
    /** The session went on while it was written: its writer must say what becomes of it. */
    readonly isOvertaken: boolean
    /** And has not yet said whether they go on with it. */
    readonly isAsked: boolean
  }

/** The sentence in the composer, kept in one's own draft while it is written. */
export const useWriting = (): Writing => {
  const store = useContext(WritingContext)
  const sentence = useSyncExternalStore(store.subscribe, store.sentence)
  const sending = useSyncExternalStore(store.subscribe, store.sending)
  const place = usePlace()
  const overtaken = isOvertaken(sentence, place)
  return {
    ...store,
    ...sentence,
    sending,
    isOvertaken: overtaken,
    isAsked: overtaken && sentence.keptIn !== place.name,
  }
}
