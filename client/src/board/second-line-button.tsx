import type { SecondLine } from '@roundel/shared/board'
import { Languages } from 'lucide-react'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { laterPart } from '../i18n/later-part.tsx'
import { useText } from '../i18n/text.ts'
import { IconButton } from '../ui/button.tsx'
import { Optional } from '../ui/optional.tsx'
import styles from './note-actions.module.css'

const SecondLinePanel = laterPart(async () => (await import('./second-line-panel.tsx')).SecondLinePanel)

/** Opens what an item says in a second language. `tabIndex` for notes that are reached by arrows. */
export const SecondLineButton = ({
  item,
  tabIndex,
  isOnNote = true,
  onSave,
}: {
  readonly item: { readonly text: string; readonly lang: string; readonly second?: SecondLine | undefined }
  readonly tabIndex?: number | undefined
  /** On a note it is small, and in the note's colours. */
  readonly isOnNote?: boolean
  readonly onSave: (second: SecondLine | undefined) => Promise<string | undefined>
}) => {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <IconButton
        className={isOnNote ? styles.action : undefined}
        tabIndex={tabIndex}
        label={t(item.second ? 'second.edit-this' : 'second.add-this', { text: item.text })}
        aria-haspopup="dialog"
        onPointerEnter={SecondLinePanel.fetch}
        onClick={() => setIsOpen(true)}
      >
        <Languages size={15} aria-hidden="true" />
      </IconButton>
      {isOpen &&
        // Beside the page rather than in the row, whose looks it must not take on.
        createPortal(
          <Optional>
            <SecondLinePanel item={item} onSave={onSave} onClose={() => setIsOpen(false)} />
          </Optional>,
          document.body,
        )}
    </>
  )
}
