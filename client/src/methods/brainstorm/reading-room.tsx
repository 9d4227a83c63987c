import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { type ReactNode, useState } from 'react'
import { NewNotesPill } from '../../board/new-notes-pill.tsx'
import { NotesList } from '../../board/notes-list.tsx'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import styles from './reading-room.module.css'
import type { WaitingNotes } from './use-waiting-notes.ts'

/** Too much for one person: first their share, in order, and beside it the way to everything and back. */
export const ReadingRoom = ({
  share,
  count,
  own,
  waiting,
  all,
}: {
  readonly share: readonly Item[]
  /** How many there are in all. */
  readonly count: number
  readonly own: ReadonlySet<ItemId>
  readonly waiting: WaitingNotes
  /** The room with everything in it. */
  readonly all: ReactNode
}) => {
  const t = useText()
  const [showsAll, setShowsAll] = useState(false)
  const [hasTurned, setHasTurned] = useState(false)
  const inShare = new Set(share.map(({ id }) => id))
  const fresh = waiting.fresh.filter(({ id }) => !inShare.has(id))
  const turnTo = (everything: boolean): void => {
    setShowsAll(everything)
    setHasTurned(true)
  }
  return (
    <>
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>
            {showsAll ? t('reading.all', { count }) : t('reading.yours', { count: share.length })}
          </h2>
          {!showsAll && <p className={styles.about}>{t('reading.about')}</p>}
        </div>
        <Button onClick={() => turnTo(!showsAll)}>
          {showsAll ? t('reading.back', { count: share.length }) : t('reading.all', { count })}
        </Button>
      </header>
      {showsAll ? (
        all
      ) : (
        <>
          <NewNotesPill count={waiting.count} onTake={waiting.take} />
          <NotesList
            label={t('reading.yours', { count: share.length })}
            items={share}
            own={own}
            turns={!hasTurned}
            focusOn={waiting.focusOn}
          />
          {fresh.length > 0 && (
            <>
              <h3 className={styles.fresh}>{t('reading.new')}</h3>
              <NotesList label={t('reading.new')} items={fresh} own={own} focusOn={waiting.focusOn} />
            </>
          )}
          <p className={styles.end}>{t('reading.end')}</p>
        </>
      )}
    </>
  )
}
