import type { Colour } from '@roundel/shared/board'
import { LIMITS, cleanText } from '@roundel/shared/kernel'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import composer from '../../board/composer.module.css'
import { useNumber, useText } from '../../i18n/text.ts'
import { runAction, useAction } from '../../keys/actions.ts'
import { isPressed } from '../../keys/pressed.ts'
import { useUnsent } from '../../state/unsent-texts.ts'
import { Button } from '../../ui/button.tsx'
import { joinClasses } from '../../ui/classes.ts'
import { colourClass } from '../../ui/colour.ts'

/**
 * Where one writes onto the cloth of a table. What is typed stays on this device until it lies on the cloth, also when
 * its writer is moved to another table meanwhile.
 */
export const ClothComposer = ({
  place,
  colour,
  placeholder,
  onAdd,
  addWord,
  children,
}: {
  /** Where unsent words are kept: one place for each table. */
  readonly place: string
  readonly colour: Colour
  readonly placeholder: string
  /** Puts it onto the cloth, and answers whether that was done; undefined while it is not open. */
  readonly onAdd: ((text: string) => boolean | Promise<boolean>) | undefined
  /** What its button says, where no plain idea is added. */
  readonly addWord?: string
  readonly children?: ReactNode
}) => {
  const t = useText()
  const number = useNumber()
  const { text, setText, settle } = useUnsent(place)
  const area = useRef<HTMLTextAreaElement>(null)
  const adviceId = useId()
  const clean = cleanText(text)
  const isTooLong = text.length > LIMITS.ideaCharacters
  const [isBusy, setIsBusy] = useState(false)
  const add = async (): Promise<void> => {
    area.current?.focus()
    if (!clean || isTooLong || !onAdd || isBusy) return
    setIsBusy(true)
    const isDone = await onAdd(clean)
    setIsBusy(false)
    if (isDone) settle(text)
  }
  const handleKey = (event: KeyboardEvent): void => {
    if (!isPressed('add', event.nativeEvent) || event.nativeEvent.isComposing) return
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
    : text.length >= LIMITS.ideaHintCharacters
      ? t('composer.split')
      : undefined
  return (
    <div className={joinClasses(composer.composer, colourClass(colour))}>
      <div className={composer.pad}>
        <textarea
          ref={area}
          className={composer.area}
          dir={text ? 'auto' : undefined}
          rows={3}
          aria-label={t('composer.label')}
          aria-describedby={adviceId}
          aria-invalid={isTooLong || undefined}
          placeholder={placeholder}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={handleKey}
        />
        {text.length >= LIMITS.ideaCounterFromCharacters && (
          <span className={joinClasses(composer.counter, isTooLong && composer.over)} aria-hidden="true">
            {number(text.length)}
          </span>
        )}
      </div>
      <p id={adviceId} className={joinClasses(composer.advice, isTooLong && composer.wrong)} aria-live="polite">
        {advice}
      </p>
      {children}
      <Button look="primary" wide disabled={isTooLong || !onAdd || isBusy} onClick={() => void add()}>
        <Plus size={20} aria-hidden="true" />
        {addWord ?? t('composer.add')}
      </Button>
    </div>
  )
}
