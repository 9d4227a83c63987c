import { cleanText } from '@roundel/shared/kernel'
import type { DecisionView } from '@roundel/shared/methods/decide'
import { useEffect, useRef, useState } from 'react'
import { useRoom } from '../../sync/room-context.ts'

/** How long after the last letter what was typed is saved. */
const PAUSE_MS = 900

/** One text of the decision as this person types it. */
export interface DraftField {
  readonly value: string
  readonly isUnsaved: boolean
  /** What somebody else put there while this person typed; undefined where nobody did. */
  readonly theirs: string | undefined
  readonly type: (text: string) => void
  readonly save: () => void
  readonly keepTheirs: () => void
  readonly keepMine: () => void
}

/**
 * A text that several people may write, one after the other. What is typed is saved after a pause; where somebody else has
 * changed the same text meanwhile both are shown, and nobody's is written over unasked.
 */
export const useDraftField = (field: 'text' | 'why', decision: DecisionView): DraftField => {
  const { give } = useRoom()
  const [typed, setTyped] = useState<{ readonly text: string; readonly known: readonly string[] }>()
  const [failures, setFailures] = useState(0)
  const isSending = useRef(false)
  const saved = decision[field]
  const isChanged = typed !== undefined && !typed.known.includes(saved) && cleanText(typed.text) !== saved
  const isUnsaved = typed !== undefined && cleanText(typed.text) !== saved

  const send = async (text: string): Promise<void> => {
    if (isSending.current) return
    isSending.current = true
    const clean = cleanText(text)
    const reply = await give({ type: 'draft-decision', [field]: clean, revision: decision.revision })
    isSending.current = false
    // The page may show it only a moment later. What was refused because something has changed goes again with the next view.
    if (reply.ok) setTyped((now) => now && { ...now, known: [...now.known, clean] })
    else if (reply.error.code === 'offline' || reply.error.code === 'overloaded') setFailures((count) => count + 1)
  }

  const save = (): void => {
    if (typed && isUnsaved && !isChanged) void send(typed.text)
  }

  useEffect(() => {
    if (!isUnsaved || isChanged) return undefined
    const timer = setTimeout(save, PAUSE_MS)
    return () => clearTimeout(timer)
    // Whatever is typed, and whatever else changes in the decision, begins the pause anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [typed?.text, decision.revision, isChanged, failures])

  // Once it is saved as it was typed, others may go on from there.
  useEffect(() => {
    if (typed && !isUnsaved && document.activeElement?.getAttribute('data-draft') !== field) setTyped(undefined)
  }, [typed, isUnsaved, field])

  return {
    value: typed?.text ?? saved,
    isUnsaved,
    theirs: isChanged ? saved : undefined,
    type: (text) => setTyped((now) => ({ text, known: now?.known ?? [saved] })),
    save: () => {
      save()
      if (!isUnsaved) setTyped(undefined)
    },
    keepTheirs: () => setTyped(undefined),
    keepMine: () => setTyped((now) => now && { ...now, known: [...now.known, saved] }),
  }
}
