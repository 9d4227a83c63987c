import { LIMITS, clipText } from '@roundel/shared/kernel'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useDraft } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { roomInDraft } from './composing.ts'
import { readPastedLines } from './pasted-lines.ts'
import type { PasteDone, Pasted } from './use-paste.ts'
import styles from './paste-question.module.css'

const NAMED_BY = 40

/** The beginning of a text, to tell which is meant. */
const nameOf = (text: string): string => (text.length > NAMED_BY ? `${clipText(text, NAMED_BY)}…` : text)

/** Asks once, of a whole paste, whether its lines are ideas of their own. Draws nothing for what is one idea. */
export const PasteQuestion = ({
  pasted,
  onAdd,
  onKeep,
  register,
  isWritten,
}: {
  readonly pasted: Pasted
  /** Whether what stands in the composer has a record already. */
  readonly isWritten: boolean
  /** Adds these; `left` are lines that cannot be added. */
  readonly onAdd: (ideas: readonly string[], left: readonly string[]) => Promise<void>
  readonly onKeep: () => void
  /** Takes what Ctrl or ⌘ with Enter does while the question stands. */
  readonly register: (accept: (() => void) | undefined) => void
}) => {
  const t = useText()
  const announce = useAnnounce()
  const draft = useDraft()
  const [isBusy, setIsBusy] = useState(false)
  const { ideas, tooLong } = readPastedLines(pasted.text)
  // What stands in the composer makes room for what it becomes.
  const room = draft ? roomInDraft(draft) + (isWritten ? 1 : 0) : 0
  const fitting = ideas.slice(0, room)
  const count = fitting.length
  const isList = ideas.length + tooLong.length > 1 && count > 0
  const accept = (): void => {
    if (isBusy) return
    setIsBusy(true)
    void onAdd(fitting, [...ideas.slice(room), ...tooLong])
  }
  useEffect(() => {
    register(isList ? accept : undefined)
    return () => register(undefined)
  })
  const question = t('paste.question', { count: ideas.length + tooLong.length })
  useEffect(() => {
    if (isList) announce(question)
  }, [announce, isList, question])
  if (!isList) return null
  return (
    <fieldset className={styles.question}>
      <legend>{question}</legend>
      <div className={styles.actions}>
        <Button look="primary" disabled={isBusy} onClick={accept}>
          {t('paste.add', { count })}
        </Button>
        <Button disabled={isBusy} onClick={onKeep}>
          {t('paste.keep')}
        </Button>
      </div>
      {ideas.length > room && <p>{t('paste.no-room', { count: ideas.length - room, most: LIMITS.draftsPerSeat })}</p>}
      {tooLong.map((text) => (
        <p key={text}>{t('paste.too-long', { text: nameOf(text), most: LIMITS.ideaCharacters })}</p>
      ))}
    </fieldset>
  )
}

/** Says what a paste became, and takes the whole of it back while that is possible. */
export const PasteDoneLine = ({ done, onUndo }: { readonly done: PasteDone; readonly onUndo: () => void }) => {
  const t = useText()
  const announce = useAnnounce()
  const sentence = t('paste.added', { count: done.count })
  useEffect(() => announce(sentence), [announce, sentence])
  return (
    <p className={styles.done}>
      {sentence}
      <Button look="quiet" onClick={onUndo}>
        {t('paste.undo')}
      </Button>
    </p>
  )
}
