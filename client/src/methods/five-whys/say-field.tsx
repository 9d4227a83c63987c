import { LIMITS, cleanText } from '@roundel/shared/kernel'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { isPressed } from '../../keys/pressed.ts'
import { Button } from '../../ui/button.tsx'
import { useUnsent } from '../../state/unsent-texts.ts'
import { TextArea } from '../../ui/field.tsx'
import styles from './whys.module.css'

/** Where something is said under what is looked at. What was typed waits here until the server took it. */
export const SayField = ({
  place,
  label,
  placeholder,
  button,
  onSay,
}: {
  /** Where unsent words are kept. */
  readonly place: string
  readonly label: string
  readonly placeholder: string
  readonly button: string
  /** Answers what to tell the person when it did not work out. */
  readonly onSay: (text: string) => Promise<string | undefined>
}) => {
  const t = useText()
  const { text, setText, settle } = useUnsent(place)
  const field = useRef<HTMLDivElement>(null)
  const [problem, setProblem] = useState<{ readonly place: string; readonly words: string }>()
  const [isBusy, setIsBusy] = useState(false)
  const clean = cleanText(text)
  const isTooLong = clean.length > LIMITS.ideaCharacters
  const hint = clean.length > LIMITS.ideaHintCharacters ? t('composer.split') : undefined
  const say = async (): Promise<void> => {
    field.current?.querySelector('textarea')?.focus()
    if (!clean || isTooLong || isBusy) return
    setIsBusy(true)
    const words = await onSay(clean)
    setIsBusy(false)
    setProblem(words === undefined ? undefined : { place, words })
    if (words === undefined) settle(text)
  }
  const handleKey = (event: KeyboardEvent): void => {
    if (!isPressed('add', event.nativeEvent)) return
    event.preventDefault()
    void say()
  }
  return (
    <div ref={field} data-say="" className={styles.say}>
      <TextArea
        className={styles.sayArea}
        label={label}
        placeholder={placeholder}
        rows={2}
        value={text}
        hint={hint}
        error={
          isTooLong
            ? t('composer.too-long', { most: LIMITS.ideaCharacters })
            : problem?.place === place
              ? problem.words
              : undefined
        }
        onChange={(event) => {
          setText(event.target.value)
          setProblem(undefined)
        }}
        onKeyDown={handleKey}
      />
      <Button look="primary" wide disabled={isTooLong || isBusy} onClick={() => void say()}>
        {button}
      </Button>
    </div>
  )
}
