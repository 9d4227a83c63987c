import type { Item } from '@roundel/shared/board'
import { listPublished } from '../board/items.ts'
import { useText } from '../i18n/text.ts'
import { useBoard, useRecords } from '../sync/room-context.ts'
import { LargeBoard } from './large-board.tsx'
import { ProjectorFrame } from './projector-frame.tsx'
import styles from './ended-scene.module.css'

/** After the end: thanks, and what was made. */
export const EndedScene = () => {
  const t = useText()
  const items = listPublished(useRecords<Item>(useBoard()?.items))
  return (
    <ProjectorFrame
      hasEntrance={false}
      question={
        <>
          <h1 id="question" className={styles.title}>
            {t('ended.title')}
          </h1>
          <p className={styles.thanks}>{t('ended.thanks')}</p>
        </>
      }
      room={items.length > 0 && <LargeBoard items={items} />}
    />
  )
}
