import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { AddedIdeas } from './add-ideas.ts'

/** Two lines that say something. */
const SEVERAL_LINES = /\S[^\S\r\n]*[\r\n\v\f\u0085\u2028\u2029]+\s*\S/

/** Several lines that were pasted into the composer: what came, and what stood there before. */
export interface Pasted {
  readonly text: string
  readonly before: string
}

/** What a paste became, until it can no longer be taken back. */
export interface PasteDone extends AddedIdeas {
  readonly pasted: string
}

/**
 * Notices that several lines were pasted. They stand in the composer at once, as one; what is asked is whether they are
 * to be several. Pasting without format, with Shift, is not asked about: it means one.
 */
export const usePaste = () => {
  const [pasted, setPasted] = useState<Pasted>()
  const [done, setDone] = useState<PasteDone>()
  const isPlain = useRef(false)
  return {
    pasted,
    done,
    settle: (became?: PasteDone) => {
      setPasted(undefined)
      setDone(became)
    },
    handleKey: (event: KeyboardEvent) => {
      isPlain.current = event.shiftKey
    },
    handlePaste: (event: ClipboardEvent<HTMLTextAreaElement>) => {
      const text = event.clipboardData.getData('text/plain')
      setDone(undefined)
      setPasted(SEVERAL_LINES.test(text) && !isPlain.current ? { text, before: event.currentTarget.value } : undefined)
    },
    /** What is typed after a paste belongs to it: then it is one. */
    handleInput: (event: FormEvent<HTMLTextAreaElement>) => {
      const { inputType } = event.nativeEvent as InputEvent
      if (inputType !== 'insertFromPaste') setPasted(undefined)
      if (event.currentTarget.value !== '') setDone(undefined)
    },
  }
}
