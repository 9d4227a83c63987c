import type { Draft, DraftItem } from '@roundel/shared/board'
import { type ItemId, LIMITS, clipText } from '@roundel/shared/kernel'
import type { LastSentence } from '../state/last-sentence.ts'
import { type ComposingContext, dropComposing, findComposing, writeComposing } from './composing.ts'

/** Typing is written into the draft this long after the last key, and at once when the page is left. */
export const WRITE_AFTER_MS = 300

/** The sentence in the composer, and the record that holds it once it was written. */
export interface Sentence {
  readonly text: string
  readonly id: ItemId | undefined
  /** What it will be an item of; undefined until something was typed. */
  readonly home: ComposingContext | undefined
  /** The step and phase in which it was begun. */
  readonly begunIn: string | undefined
  /** The last step and phase that came over it while it said something. */
  readonly heldIn: string | undefined
  /** The step and phase in which its writer said that they want to go on with it. */
  readonly keptIn: string | undefined
}

const NO_SENTENCE: Sentence = {
  text: '',
  id: undefined,
  home: undefined,
  begunIn: undefined,
  heldIn: undefined,
  keptIn: undefined,
}

/** Where the session is, for whoever writes. */
export interface Place {
  /** Names step and phase; another one in any other. */
  readonly name: string
  /** What a sentence written now becomes; undefined where nothing is added. */
  readonly context: ComposingContext | undefined
  /** Whether it stays private until a reveal. */
  readonly isPrivate: boolean
}

/** What surrounds the sentence. */
export interface Surrounding {
  readonly draft: Draft | undefined
  readonly drafts: ReadonlyMap<ItemId, DraftItem>
  readonly place: Place
  /** Unfinished sentences that are not to be taken up again. */
  readonly leaveOut: ReadonlySet<ItemId>
  /** What was in hand when the page was left, to the last letter. */
  readonly left?: Pick<LastSentence, 'step' | 'kind' | 'id' | 'text'> | undefined
}

/**
 * Whether the session went on while a sentence was being written, so that its writer must say what becomes of it. Where
 * it can still be added to its own step in private, it simply goes on.
 */
export const isOvertaken = ({ text, home, begunIn, heldIn }: Sentence, place: Place): boolean =>
  home !== undefined &&
  begunIn !== place.name &&
  (text.trim() !== '' || heldIn === place.name) &&
  !(place.isPrivate && place.context?.step === home.step)

/**
 * Whether what was left on this device is still what its writer would go on with: nobody has added it since, nor written
 * on elsewhere.
 */
const isStillInHand = (
  { id, text }: Pick<LastSentence, 'id' | 'text'>,
  drafts: ReadonlyMap<ItemId, DraftItem>,
): boolean => {
  const record = id && drafts.get(id)
  return record ? record.state === 'composing' && text.startsWith(record.text) : id === undefined
}

/** Where the caret is, or which part is chosen. */
export interface Caret {
  readonly start: number
  readonly end: number
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
  /** Takes the sentence out, to be sent: a new one can be written at once. Its record stays until it was. */
  readonly take: () => Sentence
  /** What was taken out has been sent. */
  readonly drop: (taken: Sentence) => void
  /** What was taken out stays in its record, and is no longer on its way. */
  readonly release: (taken: Sentence) => void
  /** What was taken out could not be sent: it stands in the composer again, unless something else does. */
  readonly giveBack: (taken: Sentence) => void
  /** Records of sentences on their way. */
  readonly sending: () => ReadonlySet<ItemId>
  /** Goes on with the sentence although the session went on. */
  readonly hold: () => void
  /** The draft, something in it, or where the session is, is another now. */
  readonly follow: (surrounding: Surrounding) => void
  /** The field in which the sentence stood has gone while it had the focus: the next one gives it back. */
  readonly leaveCaret: (caret: Caret) => void
  readonly takeCaret: () => Caret | undefined
  readonly subscribe: (onChange: () => void) => () => void
}

/**
 * Holds the sentence that is being written. It lives in one's own draft while it is written, so it survives a reload, a
 * lost connection, and a change of phase or step; a sentence left unfinished earlier is offered again, but only to a
 * composer that was not used yet: nothing is put under a typing hand.
 */
export const createComposingStore = (): ComposingStore => {
  const listeners = new Set<() => void>()
  let sentence = NO_SENTENCE
  let around: Surrounding | undefined
  let caret: Caret | undefined
  let sending: ReadonlySet<ItemId> = new Set()
  let restored: string | undefined
  let isUsed = false
  let isDirty = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const become = (change: Partial<Sentence>): void => {
    const next = { ...sentence, ...change }
    if (Object.entries(next).every(([key, value]) => value === sentence[key as keyof Sentence])) return
    sentence = next
    for (const listener of listeners) listener()
  }

  const flush = (): ItemId | undefined => {
    clearTimeout(timer)
    if (!isDirty || !around?.draft || !sentence.home) return sentence.id
    isDirty = false
    const id = writeComposing(around.draft, sentence.id, sentence.text, sentence.home)
    become({ id })
    return id
  }

  const begin = (): void => {
    clearTimeout(timer)
    isUsed = true
    isDirty = false
    caret = undefined
    become(NO_SENTENCE)
  }

  const leaveSending = (id: ItemId | undefined): void => {
    sending = new Set([...sending].filter((each) => each !== id))
    for (const listener of listeners) listener()
  }

  const takeUp = ({ drafts, place: { name, context }, leaveOut, left }: Surrounding): void => {
    if (!context) return
    const last = left?.step === context.step && left.text.trim() !== '' ? left : undefined
    if (last && isStillInHand(last, drafts)) {
      isUsed = true
      isDirty = true
      restored = last.text
      become({ text: last.text, id: last.id, home: { ...context, kind: last.kind }, begunIn: name })
      flush()
      return
    }
    const found = findComposing(drafts, context.step, leaveOut)
    if (!found) return
    isUsed = true
    become({ text: found.text, id: found.id, home: { ...context, kind: found.kind }, begunIn: name })
  }

  /** What was restored may have reached the draft all the same, and comes in after it. */
  const dropTwins = ({ draft, drafts }: Surrounding): void => {
    if (restored === undefined) return
    for (const { id, state, text } of drafts.values())
      if (state === 'composing' && id !== sentence.id && text === restored) dropComposing(draft, id)
  }

  /** The same sentence on another device of this person is followed, unless this one is being typed on. */
  const followOther = (stored: DraftItem): void => {
    if (stored.state !== 'composing') begin()
    // What no note can hold stands here alone: the record has only as much of it as fits.
    else if (stored.text !== clipText(sentence.text, LIMITS.ideaCharacters)) become({ text: stored.text })
  }

  return {
    sentence: () => sentence,
    setText: (text) => {
      isUsed = true
      isDirty = true
      const { name, context } = around?.place ?? {}
      become({ text, ...(!sentence.home && { home: context, begunIn: name }) })
      clearTimeout(timer)
      timer = setTimeout(flush, WRITE_AFTER_MS)
    },
    flush,
    begin,
    discard: () => {
      dropComposing(around?.draft, sentence.id)
      begin()
    },
    take: () => {
      flush()
      const taken = sentence
      if (taken.id) sending = new Set([...sending, taken.id])
      begin()
      return taken
    },
    drop: ({ id }) => {
      leaveSending(id)
      dropComposing(around?.draft, id)
    },
    release: ({ id }) => leaveSending(id),
    giveBack: (taken) => {
      leaveSending(taken.id)
      if (sentence.text.trim() === '') become(taken)
    },
    sending: () => sending,
    hold: () => become({ keptIn: around?.place.name }),
    follow: (next) => {
      const before = around
      around = next
      const { name, context } = next.place
      if (isOvertaken(sentence, next.place)) become({ heldIn: name })
      else if (sentence.text.trim() === '' && before && before.place.name !== name) {
        // What was typed and taken back belongs to no step, and the composer of another step was not used yet.
        dropComposing(next.draft, sentence.id)
        become(NO_SENTENCE)
        if (before.place.context?.step !== context?.step) isUsed = false
      }
      if (before && before.draft !== next.draft && sentence.text.trim() !== '') {
        // A draft that was begun anew does not hold the sentence any more.
        isDirty = true
        flush()
        return
      }
      if (!isUsed) return takeUp(next)
      dropTwins(next)
      const stored = sentence.id && next.drafts.get(sentence.id)
      if (stored && !isDirty) followOther(stored)
    },
    leaveCaret: (left) => {
      caret = left
    },
    takeCaret: () => {
      const taken = caret
      caret = undefined
      return taken
    },
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}
