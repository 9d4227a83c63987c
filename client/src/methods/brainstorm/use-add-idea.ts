import { placeAt, rankAt } from '@roundel/shared/board'
import { type ItemId, asId } from '@roundel/shared/kernel'
import type { StepPart } from '@roundel/shared/session'
import { nanoid } from 'nanoid'
import { useState } from 'react'
import type { AddSentence } from '../../board/composer.tsx'
import { finishComposing } from '../../board/composing.ts'
import type { Composing } from '../../board/use-composing.ts'
import { guessLanguage } from '../../i18n/language.ts'
import { useLanguage, useText } from '../../i18n/text.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useBoard, useDraft, useRoom, useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'

/**
 * What "Add" does in a phase. In private it makes the sentence a private idea. In the open it puts it onto the board:
 * where names are hidden the server does so, because a person's own writing would tell whose it is.
 */
export const useAddIdea = (step: StepPart, composing: Composing, ownCount: number): AddSentence => {
  const t = useText()
  const language = useLanguage()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { me } = useView()
  const board = useBoard()
  const draft = useDraft()
  const kind = step.policies.kinds[0] ?? 'idea'
  const context = { step: step.id, kind, language }
  const isSigned = step.names === 'shown'

  return async ({ text, colour }) => {
    if (!draft) return undefined
    if (step.policies.add === 'private') {
      finishComposing(draft, composing.id, text, context, isSigned ? colour : undefined)
      composing.begin()
      announce(t('own.added', { count: ownCount + 1 }))
      return undefined
    }
    const lang = guessLanguage(text, language)
    if (isSigned && board) {
      const index = board.items.all().size
      const id = asId<'item'>(nanoid(16))
      const where = { step: step.id, rank: rankAt(index), at: placeAt(index) }
      board.items.add({ id, kind, text, lang, ...where, colour, state: 'published', author: me.seat })
      composing.discard()
      announce(t('own.published'))
      return undefined
    }
    const reply = await give({ type: 'add-item', kind, text, lang })
    if (reply.ok) {
      composing.discard()
      announce(t('own.published'))
      return undefined
    }
    if (reply.error.code !== 'offline') return t(PROBLEM_TEXTS[reply.error.code])
    // Kept as a private idea, which travels by itself; on return its owner is asked whether it shall join.
    finishComposing(draft, composing.id, text, context, undefined)
    composing.begin()
    return t('composer.kept-offline')
  }
}

/** Which sentence was in the composer when the phase opened, and so needs an answer before it can go on. */
export const useOvertaken = (step: StepPart, composing: Composing): readonly [ItemId | undefined, () => void] => {
  const [before, setBefore] = useState(step.policies.add)
  const [overtaken, setOvertaken] = useState<ItemId>()
  if (before !== step.policies.add) {
    setBefore(step.policies.add)
    if (before === 'private' && step.policies.add === 'open' && composing.text.trim() !== '') setOvertaken(composing.id)
  }
  const isStill = overtaken !== undefined && overtaken === composing.id && composing.text.trim() !== ''
  return [isStill ? overtaken : undefined, () => setOvertaken(undefined)]
}
