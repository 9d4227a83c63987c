import { type DraftItem, type ItemKind } from '@roundel/shared/board'
import { type ItemId, LIMITS, type TableId, asId, clipText } from '@roundel/shared/kernel'
import { nanoid } from 'nanoid'
import { useCallback, useEffect } from 'react'
import { guessLanguage } from '../../i18n/language.ts'
import { useLanguage } from '../../i18n/text.ts'
import { hasUnsent, useUnsent } from '../../state/unsent-texts.ts'
import { useDraft, useRecords } from '../../sync/room-context.ts'
import { useCafe } from './cafe-model.ts'

/** Where what is typed for the cloth of a table waits on this device. */
export const thoughtPlace = (step: string, seat: string, table: string): string => `cafe ${step} ${seat} ${table}`

/** What was meant for a table and not sent before its writer moved on. */
export interface Thought {
  readonly id: ItemId
  readonly text: string
  readonly kind: ItemKind
  readonly lang: string
  readonly table: TableId
  readonly round: number
}

/** One's own thoughts that did not reach the tables they were meant for, in one's own draft: on every device of the person. */
export const useThoughts = () => {
  const { id: step } = useCafe()
  const language = useLanguage()
  const draft = useDraft()
  const drafts = useRecords<DraftItem>(draft?.items)
  const thoughts = [...drafts.values()].flatMap(({ id, text, kind, lang, table, round, state, step: of }): Thought[] =>
    of === step && table && state !== 'published' ? [{ id, text, kind, lang, table, round: round ?? 1 }] : [],
  )
  const keep = useCallback(
    (text: string, table: TableId, round: number): void => {
      if (!draft || text.trim() === '') return
      const id = asId<'item'>(nanoid(16))
      const words = clipText(text.trim(), LIMITS.ideaCharacters)
      draft.items.add({
        id,
        kind: 'idea',
        step,
        text: words,
        lang: guessLanguage(words, language),
        state: 'composing',
        table,
        round,
      })
    },
    [draft, step, language],
  )
  const drop = useCallback((thought: ItemId): void => draft?.items.remove(thought), [draft])
  return { thoughts, keep, drop }
}

/** What was still being typed for a table that one has left becomes a thought of that table. */
export const useLeftThought = (table: TableId | undefined, round: number | undefined, hasLeft: boolean): void => {
  const { id: step, me } = useCafe()
  const { keep } = useThoughts()
  const place = thoughtPlace(step, me.seat, table ?? '')
  const { text, setText } = useUnsent(place)
  useEffect(() => {
    if (!hasLeft || !table || round === undefined || !hasUnsent(place)) return
    keep(text, table, round)
    setText('')
    // Once, as the table is left; what is typed there is no longer shown.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [hasLeft, place])
}
