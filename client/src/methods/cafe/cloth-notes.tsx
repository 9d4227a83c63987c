import { type Item, type Table, compareItems } from '@roundel/shared/board'
import type { ItemId, SeatId } from '@roundel/shared/kernel'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { type Flavour, FlavourProvider } from '../../board/flavour.ts'
import actions from '../../board/note-actions.module.css'
import { NoteEditor } from '../../board/note-editor.tsx'
import { Note } from '../../board/note.tsx'
import { NotesWall } from '../../board/notes-wall.tsx'
import { guessLanguage } from '../../i18n/language.ts'
import { useLanguage, useText } from '../../i18n/text.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useCafe } from './cafe-model.ts'
import styles from './cloth.module.css'
import { TableSign } from './table-sign.tsx'

/** What lies on a cloth, the newest round first, in it the newest note first. */
export const listOnCloth = (items: ReadonlyMap<ItemId, Item>): readonly Item[] =>
  [...items.values()]
    .filter(({ state }) => state === 'published')
    .toSorted((one, other) => (other.round ?? 0) - (one.round ?? 0) || compareItems(other, one))

const OwnActions = ({
  item,
  onEdit,
  onWithdraw,
}: {
  readonly item: Item
  readonly onEdit: () => void
  readonly onWithdraw: () => void
}) => {
  const t = useText()
  return (
    <span className={actions.actions}>
      <button
        type="button"
        className={actions.action}
        aria-label={t('own.edit-this', { text: item.text })}
        onClick={onEdit}
      >
        <Pencil size={15} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={actions.action}
        aria-label={t('cafe.take-off', { text: item.text })}
        onClick={onWithdraw}
      >
        <Trash2 size={15} aria-hidden="true" />
      </button>
    </span>
  )
}

/** One's own note on the cloth, to be corrected or taken off while one sits there. */
const OwnClothNote = ({ item, cloth }: { readonly item: Item; readonly cloth: Table }) => {
  const t = useText()
  const language = useLanguage()
  const announce = useAnnounce()
  const [isEditing, setIsEditing] = useState(false)
  return (
    <Note
      item={item}
      isOwn
      instead={
        isEditing ? (
          <NoteEditor
            text={item.text}
            label={t('own.edit')}
            onCancel={() => setIsEditing(false)}
            onSave={(text) => {
              cloth.items.rewrite(item.id, 'text', text)
              cloth.items.patch(item.id, { lang: guessLanguage(text, language) })
              setIsEditing(false)
            }}
          />
        ) : undefined
      }
      actions={
        !isEditing && (
          <OwnActions
            item={item}
            onEdit={() => setIsEditing(true)}
            onWithdraw={() => {
              cloth.items.patch(item.id, { state: 'withdrawn' })
              announce(t('own.withdrawn'))
            }}
          />
        )
      }
    />
  )
}

const KIND_WORDS = { note: 'cafe.kind-note', question: 'cafe.kind-question', insight: 'cafe.kind-insight' } as const

/** What is said on a note of a cloth besides its words: what it is where it is no idea, and of which round. */
const Tags = ({ kind, round }: { readonly kind: Item['kind']; readonly round: number | undefined }) => {
  const t = useText()
  const word = KIND_WORDS[kind as keyof typeof KIND_WORDS]
  return (
    <p className={styles.tags}>
      {word && <Chip>{t(word)}</Chip>}
      {round !== undefined && <Chip>{t('cafe.of-round', { number: round })}</Chip>}
    </p>
  )
}

/** On a board, where notes of all tables lie together: what a note is, and from which table. */
export const OriginTags = ({ item }: { readonly item: Item }) => {
  const t = useText()
  const { tableOf } = useCafe()
  const table = tableOf(item.table)
  const word = KIND_WORDS[item.kind as keyof typeof KIND_WORDS]
  if (!table && !word) return null
  return (
    <p className={styles.tags}>
      {word && <Chip>{t(word)}</Chip>}
      {table && (
        <Chip>
          <TableSign sign={table.sign} size={14} />
          {t('cafe.table', { number: table.number })}
        </Chip>
      )}
    </p>
  )
}

const FLAVOUR: Flavour = {
  tags: (item) => <Tags kind={item.kind} round={'round' in item ? item.round : undefined} />,
}

/** The notes of one cloth. Those of `me` can be corrected and taken off where `cloth` is given. */
export const ClothNotes = ({
  label,
  items,
  me,
  cloth,
}: {
  readonly label: string
  readonly items: readonly Item[]
  readonly me?: SeatId
  readonly cloth?: Table | undefined
}) => (
  <FlavourProvider value={FLAVOUR}>
    <NotesWall label={label}>
      {items.map((item) => (
        <li key={item.id} data-item={item.id}>
          {cloth && item.author !== undefined && item.author === me ? (
            <OwnClothNote item={item} cloth={cloth} />
          ) : (
            <Note item={item} isOwn={item.author !== undefined && item.author === me} />
          )}
        </li>
      ))}
    </NotesWall>
  </FlavourProvider>
)
