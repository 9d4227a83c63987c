import { type Item, polarityOf } from '@roundel/shared/board'
import { Spotlight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Note } from '../board/note.tsx'
import { useText } from '../i18n/text.ts'
import { useBoard, useRecords, useRoom, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { joinClasses } from '../ui/classes.ts'
import styles from './spotlit-item.module.css'

/** Beyond this many characters the letters are smaller, so that the whole of it is seen at once. */
const LONG = 160

/** The one item that those who lead show to all, large, until they put it out or the phase changes. */
export const SpotlitItem = () => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { step, me } = useView()
  const items = useRecords<Item>(useBoard()?.items)
  const found = step?.spotlight && items.get(step.spotlight)
  const item = found && found.state === 'published' ? found : undefined
  const said = useRef<string>(undefined)
  useEffect(() => {
    if (item && said.current !== item.id)
      announce(
        `${polarityOf(item.kind) === 'negative' ? `${t('note.worse')}. ` : ''}${t('spotlight.said', { text: item.text })}`,
      )
    said.current = item?.id
  })
  if (!item) return null
  return (
    <section
      className={joinClasses(styles.spotlit, item.text.length > LONG && styles.long)}
      aria-label={t('spotlight.title')}
    >
      <div className={styles.head}>
        <p className={styles.title}>
          <Spotlight size={16} aria-hidden="true" />
          {t('spotlight.title')}
        </p>
        {me.can['spotlight'] && (
          <Button look="quiet" onClick={() => void give({ type: 'spotlight' })}>
            {t('spotlight.out')}
          </Button>
        )}
      </div>
      <Note item={item} isOwn={false} />
    </section>
  )
}
