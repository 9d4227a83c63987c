import type { Draft, DraftItem } from '@roundel/shared/board'
import { Lock, Pencil, Trash2, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLanguage, useText } from '../i18n/text.ts'
import { guessLanguage } from '../i18n/language.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { IconButton } from '../ui/button.tsx'
import { ColourMark } from '../ui/colour-mark.tsx'
import { colourClass } from '../ui/colour.ts'
import { joinClasses } from '../ui/classes.ts'
import type { Colour } from '@roundel/shared/board'
import { useFlavour } from './flavour.ts'
import { ItemText } from './item-text.tsx'
import { NoteEditor } from './note-editor.tsx'
import { PolaritySign } from './polarity-sign.tsx'
import { SecondLineButton } from './second-line-button.tsx'
import { useRemoval } from './use-removal.ts'
import styles from './own-drafts.module.css'

const Row = ({
  item,
  colour,
  draft,
  onRemove,
}: {
  readonly item: DraftItem
  readonly colour: Colour
  readonly draft: Draft
  readonly onRemove: () => void
}) => {
  const t = useText()
  const language = useLanguage()
  const { tags } = useFlavour()
  const [isEditing, setIsEditing] = useState(false)
  // Who stops correcting goes on where they began.
  const wasEditing = useRef(false)
  const focusAfter = (button: HTMLButtonElement | null): void => {
    if (button && wasEditing.current) button.focus()
    if (button) wasEditing.current = false
  }
  const stopEditing = (): void => {
    wasEditing.current = true
    setIsEditing(false)
  }
  return (
    <li className={joinClasses(styles.row, colourClass(item.colour ?? colour))}>
      <span className={styles.dot}>
        <ColourMark colour={item.colour ?? colour} size={9} />
      </span>
      {isEditing ? (
        <NoteEditor
          text={item.text}
          label={t('own.edit')}
          onCancel={stopEditing}
          onSave={(text) => {
            draft.items.rewrite(item.id, 'text', text)
            draft.items.patch(item.id, { state: 'ready', lang: guessLanguage(text, language) })
            stopEditing()
          }}
        />
      ) : (
        <>
          <div className={styles.text}>
            <ItemText text={item.text} lang={item.lang} second={item.second} />
            <PolaritySign kind={item.kind} />
            {tags?.(item)}
            {item.state === 'composing' && <span className={styles.unfinished}>{t('own.unfinished')}</span>}
          </div>
          <span className={styles.actions}>
            <IconButton
              ref={focusAfter}
              label={t('own.edit-this', { text: item.text })}
              onClick={() => setIsEditing(true)}
            >
              <Pencil size={16} aria-hidden="true" />
            </IconButton>
            <SecondLineButton
              item={item}
              isOnNote={false}
              onSave={async (second) => {
                draft.items.patch(item.id, { second })
                return undefined
              }}
            />
            <IconButton label={t('own.remove-this', { text: item.text })} onClick={onRemove}>
              <Trash2 size={16} aria-hidden="true" />
            </IconButton>
          </span>
        </>
      )}
    </li>
  )
}

/** One's own private ideas of a step, newest last, to be corrected or removed while they are private. */
export const OwnDrafts = ({
  draft,
  items,
  colour,
}: {
  readonly draft: Draft
  readonly items: readonly DraftItem[]
  readonly colour: Colour
}) => {
  const t = useText()
  const announce = useAnnounce()
  const { title } = useFlavour()
  const { removed, remove, restore } = useRemoval(draft)
  useEffect(() => {
    if (removed) announce(t('own.removed'))
  }, [removed, announce, t])
  if (items.length === 0 && !removed) return null
  return (
    <section className={styles.own} aria-labelledby="own-ideas">
      <header className={styles.header}>
        <h2 id="own-ideas" className={styles.heading}>
          {title?.(items.length) ?? t('own.title', { count: items.length })}
        </h2>
        <Lock size={16} aria-hidden="true" />
      </header>
      <ul className={styles.list}>
        {items.map((item) => (
          <Row key={item.id} item={item} colour={colour} draft={draft} onRemove={() => remove(item)} />
        ))}
      </ul>
      {removed && (
        <p className={styles.removed}>
          {t('own.removed')}
          <button type="button" className={styles.undo} onClick={restore}>
            <Undo2 size={16} aria-hidden="true" />
            {t('action.undo')}
          </button>
        </p>
      )}
      <p className={styles.hint}>{t('own.private')}</p>
    </section>
  )
}
