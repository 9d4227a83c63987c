import type { Colour } from '@roundel/shared/board'
import { LIMITS, cleanText } from '@roundel/shared/kernel'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { runAction, useAction } from '../keys/actions.ts'
import { isPressed } from '../keys/pressed.ts'
import { Button } from '../ui/button.tsx'
import { ColourPicker } from '../ui/colour-picker.tsx'
import { colourClass } from '../ui/colour.ts'
import { joinClasses } from '../ui/classes.ts'
import type { Composing } from './use-composing.ts'
import styles from './composer.module.css'

/** What happens with a finished sentence. Answers what to tell the person when it did not work out. */
export type AddSentence = (sentence: { readonly text: string; readonly colour: Colour }) => Promise<string | undefined>

/**
 * Where one writes: a sticky note, and one button. Ctrl or ⌘ with Enter adds too, and one stays in an empty note. What
 * was typed is never lost: it is in the draft while it is written.
 */
export const Composer = ({
  composing,
  placeholder,
  colour: given,
  mayChooseColour,
  onAdd,
  onTyping,
  instead,
  children,
}: {
  readonly composing: Composing
  readonly placeholder: string
  readonly colour: Colour
  /** Only where names are shown: a chosen colour would tell whose a note is. */
  readonly mayChooseColour: boolean
  readonly onAdd: AddSentence
  readonly onTyping?: ((isTyping: boolean) => void) | undefined
  /** Stands in place of the button, when the sentence needs an answer first. */
  readonly instead?: ReactNode
  readonly children?: ReactNode
}) => {
  const t = useText()
  const number = useNumber()
  const noteId = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [chosen, setChosen] = useState<Colour>(given)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const colour = mayChooseColour ? chosen : given
  const { text } = composing
  const length = text.length
  const isTooLong = length > LIMITS.ideaCharacters

  const add = async (): Promise<void> => {
    area.current?.focus()
    const clean = cleanText(text)
    if (!clean || isTooLong || isBusy || instead) return
    setIsBusy(true)
    setProblem(await onAdd({ text: clean, colour }))
    setIsBusy(false)
    onTyping?.(false)
  }
  const handleKey = (event: KeyboardEvent): void => {
    if (!isPressed('add', event.nativeEvent)) return
    event.preventDefault()
    void add()
  }
  useAction({
    id: 'compose',
    name: t('composer.add'),
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
  return (
    <div className={joinClasses(styles.composer, colourClass(colour))}>
      <div className={styles.pad}>
        <textarea
          ref={area}
          className={styles.area}
          dir={text ? 'auto' : undefined}
          rows={4}
          aria-label={t('composer.label')}
          aria-describedby={`${noteId}-advice`}
          aria-invalid={isTooLong || undefined}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            composing.setText(event.target.value)
            setProblem(undefined)
            onTyping?.(event.target.value !== '')
          }}
          onKeyDown={handleKey}
          onBlur={() => onTyping?.(false)}
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
      {mayChooseColour && (
        <ColourPicker label={t('composer.colour')} value={colour} onChange={setChosen} shape="notes" hideLabel />
      )}
      {instead ?? (
        <Button look="primary" wide className={styles.add} disabled={isTooLong || isBusy} onClick={() => void add()}>
          <Plus size={20} aria-hidden="true" />
          {t('composer.add')}
        </Button>
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
