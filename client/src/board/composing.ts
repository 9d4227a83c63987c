import type { Colour, Draft, DraftItem, ItemKind } from '@roundel/shared/board'
import { type ItemId, LIMITS, type StepId, asId, cleanText, clipText } from '@roundel/shared/kernel'
import type { Language } from '@roundel/shared/session'
import { nanoid } from 'nanoid'
import { guessLanguage } from '../i18n/language.ts'

/** What a new item of one's own is besides its text. */
export interface ComposingContext {
  readonly step: StepId
  readonly kind: ItemKind
  readonly language: Language
  /** What on the board brought it to mind. */
  readonly inspiredBy?: readonly ItemId[] | undefined
}

/** The unfinished sentence to go on with: the one of this step that says anything, and is not meant for a table left behind. */
export const findComposing = (
  drafts: ReadonlyMap<ItemId, DraftItem>,
  step: StepId,
  leaveOut: ReadonlySet<ItemId>,
): DraftItem | undefined =>
  [...drafts.values()].find(
    (item) =>
      item.step === step &&
      item.state === 'composing' &&
      !item.table &&
      !leaveOut.has(item.id) &&
      item.text.trim() !== '',
  )

/** How many more private items a person may have. */
export const roomInDraft = (draft: Draft): number => Math.max(0, LIMITS.draftsPerSeat - draft.items.all().size)

/**
 * Writes an unfinished sentence into one's draft, as it stands, but no more of it than a note can hold. Answers the
 * record it stands in: the same one while it exists; a new one when there was none, or when the draft was begun anew
 * meanwhile; none when there is no room.
 */
export const writeComposing = (
  draft: Draft,
  id: ItemId | undefined,
  text: string,
  { step, kind, language }: ComposingContext,
): ItemId | undefined => {
  const fitting = clipText(text, LIMITS.ideaCharacters)
  if (id && draft.items.get(id)) {
    draft.items.rewrite(id, 'text', fitting)
    return id
  }
  if (text.trim() === '' || roomInDraft(draft) === 0) return undefined
  const added = asId<'item'>(nanoid(16))
  draft.items.add({
    id: added,
    kind,
    step,
    text: fitting,
    lang: guessLanguage(fitting, language),
    state: 'composing',
  })
  return added
}

/**
 * Makes an unfinished sentence a private idea: from now on it will be published at the reveal. Answers whether there
 * was room for it.
 */
export const finishComposing = (
  draft: Draft,
  id: ItemId | undefined,
  text: string,
  context: ComposingContext,
  colour: Colour | undefined,
): boolean => {
  const clean = cleanText(text)
  if (id && draft.items.get(id)) {
    draft.items.rewrite(id, 'text', clean)
    draft.items.patch(id, { ...readyFields(clean, context, colour) })
    return true
  }
  return addReady(draft, [clean], context, colour).length === 1
}

const readyFields = (text: string, { language, inspiredBy }: ComposingContext, colour: Colour | undefined) => ({
  state: 'ready' as const,
  lang: guessLanguage(text, language),
  ...(inspiredBy && { inspiredBy }),
  ...(colour && { colour }),
})

/** So many records, or so many characters, go into one change: a larger one would not be taken. */
const CHANGE = { records: 50, characters: 20_000 } as const

/** Adds private ideas, in order, as many as there is room for. Answers their ids. */
export const addReady = (
  draft: Draft,
  texts: readonly string[],
  context: ComposingContext,
  colour: Colour | undefined,
): readonly ItemId[] => {
  const { step, kind } = context
  const waiting = texts.slice(0, roomInDraft(draft)).map((text) => ({ id: asId<'item'>(nanoid(16)), text }))
  const ids = waiting.map(({ id }) => id)
  while (waiting.length > 0) {
    draft.transact(() => {
      for (let records = 0, characters = 0; records < CHANGE.records && characters < CHANGE.characters; records++) {
        const next = waiting.shift()
        if (!next) return
        characters += next.text.length
        draft.items.add({ ...next, kind, step, ...readyFields(next.text, context, colour) })
      }
    })
  }
  return ids
}

/** Throws an unfinished sentence away, for instance because it has been published another way. */
export const dropComposing = (draft: Draft | undefined, id: ItemId | undefined): void => {
  if (id && draft?.items.get(id)) draft.items.remove(id)
}
