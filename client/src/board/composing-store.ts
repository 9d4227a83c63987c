import type { Draft, DraftItem } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { type ComposingContext, dropComposing, findComposing, writeComposing } from './composing.ts'

/** Typing is written into the draft this long after the last key, and at once when the page is left. */
export const WRITE_AFTER_MS = 300

/** The sentence in the composer, and the record that holds it once it was written. */
export interface Sentence {
  readonly text: string
  readonly id: ItemId | undefined
}

/** What surrounds the sentence. */
export interface Surrounding {
  readonly draft: Draft | undefined
  readonly drafts: ReadonlyMap<ItemId, DraftItem>
  readonly context: ComposingContext
  /** Unfinished sentences that are not to be taken up again. */
  readonly leaveOut: ReadonlySet<ItemId>
}

export interface ComposingStore {
  readonly sentence: () => Sentence
  readonly setText: (text: string) => void
  /** Writes what was typed into the draft at once. Answers the record it stands in. */
  readonly flush: () => ItemId | undefined
  /** Begins a new sentence; what became of the old one is the caller's doing. */
  readonly begin: () => void
  /** Begins a new sentence and throws the old one away. */
  readonly discard: () => void
  /** The draft, or something in it, is another now. */
  readonly follow: (surrounding: Surrounding) => void
  readonly subscribe: (onChange: () => void) => () => void
}

/**
 * Holds the sentence that is being written. It lives in one's own draft while it is written, so it survives a reload, a
 * lost connection, and a change of phase; a sentence left unfinished earlier is offered again, but only to a composer
 * that was not used yet: nothing is put under a typing hand.
 */
export const createComposingStore = (): ComposingStore => {
  const listeners = new Set<() => void>()
  let sentence: Sentence = { text: '', id: undefined }
  let around: Surrounding | undefined
  let isUsed = false
  let isDirty = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const become = (next: Sentence): void => {
    if (next.text === sentence.text && next.id === sentence.id) return
    sentence = next
    for (const listener of listeners) listener()
  }

  const flush = (): ItemId | undefined => {
    clearTimeout(timer)
    if (!isDirty || !around?.draft) return sentence.id
    isDirty = false
    const id = writeComposing(around.draft, sentence.id, sentence.text, around.context)
    become({ ...sentence, id })
    return id
  }

  const begin = (): void => {
    clearTimeout(timer)
    isUsed = true
    isDirty = false
    become({ text: '', id: undefined })
  }

  const takeUp = ({ drafts, context, leaveOut }: Surrounding): void => {
    const found = findComposing(drafts, context.step, leaveOut)
    if (!found) return
    isUsed = true
    become({ text: found.text, id: found.id })
  }

  /** The same sentence on another device of this person is followed, unless this one is being typed on. */
  const followOther = (stored: DraftItem): void => {
    if (stored.state !== 'composing') begin()
    else become({ text: stored.text, id: stored.id })
  }

  return {
    sentence: () => sentence,
    setText: (text) => {
      isUsed = true
      isDirty = true
      become({ ...sentence, text })
      clearTimeout(timer)
      timer = setTimeout(flush, WRITE_AFTER_MS)
    },
    flush,
    begin,
    discard: () => {
      dropComposing(around?.draft, sentence.id)
      begin()
    },
    follow: (next) => {
      const isAnother = around !== undefined && around.draft !== next.draft
      around = next
      if (isAnother && sentence.text.trim() !== '') {
        // A draft that was begun anew does not hold the sentence any more.
        isDirty = true
        flush()
        return
      }
      if (!isUsed) return takeUp(next)
      const stored = sentence.id && next.drafts.get(sentence.id)
      if (stored && !isDirty) followOther(stored)
    },
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}
