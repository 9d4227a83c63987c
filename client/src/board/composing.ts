import type { Colour, Draft, DraftItem, ItemKind } from '@roundel/shared/board'
import { type ItemId, type StepId, asId, cleanText } from '@roundel/shared/kernel'
import type { Language } from '@roundel/shared/session'
import { nanoid } from 'nanoid'
import { guessLanguage } from '../i18n/language.ts'

/** What a new item of one's own is besides its text. */
export interface ComposingContext {
  readonly step: StepId
  readonly kind: ItemKind
  readonly language: Language
}

/** The unfinished sentence to go on with: the one of this step that says anything. */
export const findComposing = (
  drafts: ReadonlyMap<ItemId, DraftItem>,
  step: StepId,
  leaveOut: ReadonlySet<ItemId>,
): DraftItem | undefined =>
  [...drafts.values()].find(
    (item) => item.step === step && item.state === 'composing' && !leaveOut.has(item.id) && item.text.trim() !== '',
  )

/**
 * Writes an unfinished sentence into one's draft, as it stands. Answers the record it stands in: the same one while it
 * exists; a new one when there was none, or when the draft was begun anew meanwhile.
 */
export const writeComposing = (
  draft: Draft,
  id: ItemId | undefined,
  text: string,
  { step, kind, language }: ComposingContext,
): ItemId | undefined => {
  if (id && draft.items.get(id)) {
    draft.items.rewrite(id, 'text', text)
    return id
  }
  if (text.trim() === '') return undefined
  const added = asId<'item'>(nanoid(16))
  draft.items.add({ id: added, kind, step, text, lang: guessLanguage(text, language), state: 'composing' })
  return added
}

/** Makes an unfinished sentence a private idea: from now on it will be published at the reveal. */
export const finishComposing = (
  draft: Draft,
  id: ItemId | undefined,
  text: string,
  context: ComposingContext,
  colour: Colour | undefined,
): void => {
  const clean = cleanText(text)
  const lang = guessLanguage(clean, context.language)
  const fields = { state: 'ready' as const, lang, ...(colour && { colour }) }
  if (id && draft.items.get(id)) {
    draft.items.rewrite(id, 'text', clean)
    draft.items.patch(id, fields)
    return
  }
  const { step, kind } = context
  draft.items.add({ id: asId<'item'>(nanoid(16)), kind, step, text: clean, ...fields })
}

/** Throws an unfinished sentence away, for instance because it has been published another way. */
export const dropComposing = (draft: Draft | undefined, id: ItemId | undefined): void => {
  if (id && draft?.items.get(id)) draft.items.remove(id)
}
