import type { DraftItem, Item } from '@roundel/shared/board'
import type { StepPart } from '@roundel/shared/session'
import { Empty } from '../../board/empty.tsx'
import { findOwn, isWorkedOn, listPublished } from '../../board/items.ts'
import { Note } from '../../board/note.tsx'
import { NotesWall } from '../../board/notes-wall.tsx'
import { OwnNote } from '../../board/own-note.tsx'
import { SpotlightAction } from '../../board/spotlight-action.tsx'
import { useIsWide } from '../../board/wall/use-wide.ts'
import { useText } from '../../i18n/text.ts'
import { useBoard, useDraft, useIsBoardSynced, useRecords, useView } from '../../sync/room-context.ts'
import type { Grouping } from './use-grouping.ts'
import { WallRoom } from './wall-room.tsx'
import styles from './open-room.module.css'

/** Between two notes that turn over, and the most that the last of a full board waits. */
const TURN_MS = 22
const LAST_TURN_MS = 480

/** The room while all ideas of the step lie open. */
export const OpenRoom = ({ step, grouping }: { readonly step: StepPart; readonly grouping: Grouping }) => {
  const isWide = useIsWide()
  const t = useText()
  const { me } = useView()
  const items = useRecords<Item>(useBoard()?.items)
  const drafts = useRecords<DraftItem>(useDraft()?.items)
  const isSynced = useIsBoardSynced()
  const published = listPublished(items).filter((item) => isWorkedOn(item, step))
  const own = findOwn(items, drafts, me.seat)
  if (published.length === 0) {
    return isSynced && <Empty title={t('board.empty')}>{t('board.empty-first')}</Empty>
  }
  if (isWide && grouping.wall) {
    return <WallRoom model={{ ...grouping.wall, ...(step.policies.place === 'none' && { acts: undefined }) }} turns />
  }
  return (
    <NotesWall label={t('board.ideas')}>
      {published.map((item, index) => (
        <li
          key={item.id}
          className={styles.turned}
          style={{ animationDelay: `${Math.min(LAST_TURN_MS, index * TURN_MS)}ms` }}
        >
          {own.has(item.id) ? (
            <OwnNote item={item} />
          ) : (
            <Note item={item} isOwn={false} actions={<SpotlightAction item={item} />} />
          )}
        </li>
      ))}
    </NotesWall>
  )
}
