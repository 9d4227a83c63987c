import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { LiveRegions } from './announcer.tsx'
import { IconButton } from './button.tsx'
import { joinClasses } from './classes.ts'
import { rememberPanel } from './open-panels.ts'
import styles from './panel.module.css'

/** Chromium gives a field its focus back without its caret, and then nothing can be typed. */
const restoreCaret = (): void => {
  const { activeElement: field } = document
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
  const { selectionStart, selectionEnd, selectionDirection } = field
  if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? undefined)
}

/** The platform enters a group of radio buttons at its first; as everywhere else it is entered at the one that is checked. */
const enterAtChecked = (dialog: HTMLElement): void => {
  const { activeElement: entered } = document
  if (!(entered instanceof HTMLInputElement) || entered.type !== 'radio' || entered.checked) return
  const group = [...dialog.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')]
  group.find(({ name }) => name === entered.name)?.focus()
}

/**
 * A dialog over the screen: a column at the end side, a wider one there, or a card in the middle; from the foot on phones.
 * The platform keeps focus inside, closes it on Escape and gives focus back to what opened it.
 */
export const Panel = ({
  title,
  sign,
  onClose,
  children,
  place = 'end',
}: {
  readonly title: string
  /** A picture before the title, of what it is about. */
  readonly sign?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
  readonly place?: 'end' | 'wide' | 'middle'
}) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [shown, setShown] = useState<HTMLDialogElement | null>(null)
  const titleId = useId()
  const t = useText()
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) {
      element.showModal()
      enterAtChecked(element)
    }
    setShown(element)
    return () => element?.close()
  }, [])
  useEffect(() => rememberPanel(() => dialog.current?.close()), [])
  return (
    // A press on the backdrop closes too; Escape and the button are the ways for everyone.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={joinClasses(styles.panel, styles[place])}
      aria-labelledby={titleId}
      onClose={(event) => {
        // React tells it of panels inside this one too.
        if (event.target !== event.currentTarget) return
        restoreCaret()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      <div className={styles.inside}>
        <div className={styles.header}>
          <h2 id={titleId} className={styles.title}>
            {sign}
            {title}
          </h2>
          <IconButton label={t('action.close')} onClick={() => dialog.current?.close()}>
            <X size={20} aria-hidden="true" />
          </IconButton>
        </div>
        {children}
      </div>
      {shown && <LiveRegions panel={shown} />}
    </dialog>
  )
}
