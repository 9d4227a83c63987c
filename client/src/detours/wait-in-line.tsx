import { useEffect, useState } from 'react'
import { Link } from '../app/link.tsx'
import { Notice } from '../app/notice.tsx'
import { useText } from '../i18n/text.ts'
import type { Problem } from '../sync/problem.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Roundel } from '../ui/roundel.tsx'
import styles from './closed-door.module.css'

/** How somebody would sit down: as whom, and the try itself, which leaves the page when it succeeds. */
export interface SeatWish {
  readonly name: string
  readonly take: () => Promise<Problem | undefined>
}

const SHORTEST_PAUSE_MS = 6_000
/** So that those who wait do not all ask in one moment. */
const RANDOM_PAUSE_MS = 4_000

/** All seats are taken: asks again every few seconds, and goes in by itself as soon as one is free. */
export const WaitInLine = ({
  seats,
  wish,
  onRetry,
}: {
  readonly seats: unknown
  readonly wish: SeatWish | undefined
  readonly onRetry: () => void
}) => {
  const t = useText()
  const [isWaiting, setIsWaiting] = useState(wish !== undefined)
  useEffect(() => {
    if (!isWaiting || !wish) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isWanted = true
    const wait = (): void => {
      timer = setTimeout(() => void ask(), SHORTEST_PAUSE_MS + Math.random() * RANDOM_PAUSE_MS)
    }
    const ask = async (): Promise<void> => {
      await wish.take()
      if (isWanted) wait()
    }
    wait()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [isWaiting, wish])
  return (
    <Notice
      title={t('full.title', { count: typeof seats === 'number' ? seats : 0 })}
      body={wish && isWaiting ? t('full.body', { name: wish.name }) : t('full.plain')}
      actions={
        wish && isWaiting ? (
          <>
            <output className={styles.waiting}>
              <Roundel size={20} />
              {t('full.waiting')}
            </output>
            <Button look="quiet" onClick={() => setIsWaiting(false)}>
              {t('full.stop')}
            </Button>
          </>
        ) : (
          <>
            <Button look="primary" onClick={onRetry}>
              {t('action.try-again')}
            </Button>
            <Link to={{ page: 'home' }} className={buttonClass({ look: 'quiet' })}>
              {t('join.another-code')}
            </Link>
          </>
        )
      }
    />
  )
}
