import type { Colour } from '@roundel/shared/board'
import { LIMITS, cleanText } from '@roundel/shared/kernel'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { laterPart } from '../i18n/later-part.tsx'
import { useNumber, useText } from '../i18n/text.ts'
import { runAction, useAction } from '../keys/actions.ts'
import { isPressed } from '../keys/pressed.ts'
import { Button } from '../ui/button.tsx'
import { ColourPicker } from '../ui/colour-picker.tsx'
import { colourClass } from '../ui/colour.ts'
import { joinClasses } from '../ui/classes.ts'
import { Optional } from '../ui/optional.tsx'
import { whenIdle } from '../ui/when-idle.ts'
import type { AddIdeas } from './add-ideas.ts'
import { useFlavour } from './flavour.ts'
import { usePaste } from './use-paste.ts'
import type { Writing } from './writing.tsx'
import styles from './composer.module.css'

/** What happens with a finished sentence. Answers what to tell the person when it did not work out. */
export type AddSentence = (sentence: { readonly text: string; readonly colour: Colour }) => Promise<string | undefined>

const PasteQuestion = laterPart(async () => (await import('./paste-question.tsx')).PasteQuestion)
const PasteDoneLine = laterPart(async () => (await import('./paste-question.tsx')).PasteDoneLine)

/** The caret of a field that goes while it has the focus is left for the field that comes in its place. */
const useCaret = ({ takeCaret, leaveCaret }: Pick<Writing, 'takeCaret' | 'leaveCaret'>) => {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const field = area.current
    const caret = takeCaret()
    if (caret && field) {
      field.focus({ preventScroll: true })
      field.setSelectionRange(caret.start, caret.end)
    }
    return () => {
      if (field && document.activeElement === field)
        leaveCaret({ start: field.selectionStart, end: field.selectionEnd })
    }
  }, [takeCaret, leaveCaret])
  return area
}

/**
 * Where one writes: a sticky note, and one button. Ctrl or ⌘ with Enter adds too, and one stays in an empty note. What
 * was typed is never lost: it is in the draft while it is written.
 */
export const Composer = ({
  writing,
  placeholder,
  colour: given,
  mayChooseColour,
  onAdd,
  onAddAll,
  onTyping,
  instead,
  children,
}: {
  readonly writing: Writing
  readonly placeholder: string
  readonly colour: Colour
  /** Only where names are shown: a chosen colour would tell whose a note is. */
  readonly mayChooseColour: boolean
  readonly onAdd: AddSentence
  /** Where several lines that are pasted may become several ideas. */
  readonly onAddAll?: AddIdeas | undefined
  readonly onTyping?: ((isTyping: boolean) => void) | undefined
  /** Stands in place of the button, when the sentence needs an answer first. */
  readonly instead?: ReactNode
  readonly children?: ReactNode
}) => {
  const t = useText()
  const { label, add: addWord, isQuick } = useFlavour()
  const number = useNumber()
  const noteId = useId()
  const area = useCaret(writing)
  const paste = usePaste()
  const acceptPaste = useRef<() => void>(undefined)
  const [chosen, setChosen] = useState<Colour>(given)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const colour = mayChooseColour ? chosen : given
  const { text } = writing
  const length = text.length
  const isTooLong = length > LIMITS.ideaCharacters
  // It must be there offline too.
  useEffect(() => whenIdle(PasteQuestion.fetch), [])
  useEffect(() => whenIdle(PasteDoneLine.fetch), [])

  const add = async (): Promise<void> => {
    area.current?.focus()
    if (acceptPaste.current) return acceptPaste.current()
    const clean = cleanText(text)
    if (!clean || isTooLong || isBusy) return
    paste.settle()
    setIsBusy(true)
    setProblem(await onAdd({ text: clean, colour }))
    setIsBusy(false)
    onTyping?.(false)
  }
  const addPasted = async (ideas: readonly string[], left: readonly string[]): Promise<void> => {
    const { pasted } = paste
    if (!pasted || !onAddAll) return
    area.current?.focus()
    const added = await onAddAll(ideas, colour, writing.take())
    const rest = [pasted.before, ...added.left, ...left].filter((line) => line.trim() !== '').join('\n')
    if (rest) writing.setText(rest)
    setProblem(added.problem)
    paste.settle({ ...added, pasted: pasted.text })
    onTyping?.(false)
  }
  const undoPaste = (): void => {
    const { done } = paste
    if (!done) return
    paste.settle()
    area.current?.focus()
    void done.undo().then(() => writing.setText(done.pasted.replaceAll(/\r\n?/g, '\n')))
  }
  const handleKey = (event: KeyboardEvent): void => {
    paste.handleKey(event)
    if (paste.done && (event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === 'KeyZ' && text === '') {
      event.preventDefault()
      return undoPaste()
    }
    const isEnter = isQuick && event.key === 'Enter' && !event.shiftKey
    if (!(isEnter || isPressed('add', event.nativeEvent)) || event.nativeEvent.isComposing) return
    event.preventDefault()
    void add()
  }
  useAction({
    id: 'compose',
    name: addWord ?? t('composer.add'),
    run: () => {
      runAction('tab write')
      area.current?.focus()
    },
  })
  const advice = isTooLong
    ? t('composer.too-long', { most: LIMITS.ideaCharacters })
    : length >= LIMITS.ideaHintCharacters
      ? t('composer.split')
      : undefined
  const asks = onAddAll && paste.pasted
  return (
    <div className={joinClasses(styles.composer, colourClass(colour))}>
      <div className={joinClasses(styles.pad, isQuick && styles.quick)}>
        <textarea
          ref={area}
          className={styles.area}
          dir={text ? 'auto' : undefined}
          rows={isQuick ? 1 : 4}
          {...(isQuick && { enterKeyHint: 'send' as const })}
          aria-label={label ?? t('composer.label')}
          aria-describedby={`${noteId}-advice`}
          aria-invalid={isTooLong || undefined}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            paste.handleInput(event)
            writing.setText(event.target.value)
            setProblem(undefined)
            onTyping?.(event.target.value !== '')
          }}
          onKeyDown={handleKey}
          onPaste={paste.handlePaste}
          onBlur={() => {
            onTyping?.(false)
            // A sentence that was taken back altogether needs no answer any more.
            if (writing.isOvertaken && text.trim() === '') writing.discard()
          }}
        />
        {length >= LIMITS.ideaCounterFromCharacters && (
          <span className={joinClasses(styles.counter, isTooLong && styles.over)} aria-hidden="true">
            {number(length)}
          </span>
        )}
      </div>
      <p id={`${noteId}-advice`} className={joinClasses(styles.advice, isTooLong && styles.wrong)} aria-live="polite">
        {advice}
      </p>
      {asks && (
        <Optional>
          <PasteQuestion
            key={asks.text}
            pasted={asks}
            isWritten={writing.id !== undefined}
            onAdd={addPasted}
            onKeep={() => {
              paste.settle()
              area.current?.focus()
            }}
            register={(accept) => {
              acceptPaste.current = accept
            }}
          />
        </Optional>
      )}
      {mayChooseColour && (
        <ColourPicker label={t('composer.colour')} value={colour} onChange={setChosen} shape="notes" hideLabel />
      )}
      {instead ?? (
        <Button
          look={asks ? 'secondary' : 'primary'}
          wide
          className={styles.add}
          disabled={isTooLong || isBusy}
          onClick={() => void add()}
        >
          <Plus size={20} aria-hidden="true" />
          {addWord ?? t('composer.add')}
        </Button>
      )}
      {paste.done && (
        <Optional>
          <PasteDoneLine done={paste.done} onUndo={undoPaste} />
        </Optional>
      )}
      {problem && (
        <p className={joinClasses(styles.advice, styles.wrong)} role="alert">
          {problem}
        </p>
      )}
      {children}
    </div>
  )
}
