import { ArrowRight } from 'lucide-react'
import { Link } from '../app/link.tsx'
import { useText } from '../i18n/text.ts'
import { useView } from '../sync/room-context.ts'
import styles from './facilitator-bar.module.css'
import type { NextPress } from './next-press.ts'
import type { Press } from './use-press.ts'
import { findWaited } from './waited.ts'

/** The one bright button: what happens next, and in a second, quiet line for whom it would come early. It never asks twice. */
export const GoButton = ({
  next,
  press,
  isBusy,
}: {
  readonly next: NextPress
  readonly press: Press
  readonly isBusy: boolean
}) => {
  const t = useText()
  const { me, step, people } = useView()
  const waited = findWaited(step, people)
  return (
    <button
      type="button"
      className={styles.go}
      disabled={!me.can[next.command.type]}
      aria-disabled={isBusy || undefined}
      onClick={() => void press(next.command)}
    >
      <span className={styles.goWords}>
        <span>{t(next.label, next.values)}</span>{' '}
        {waited && <span className={styles.waited}>{t(waited.label, { count: waited.count })}</span>}
      </span>
      <ArrowRight className={styles.mirrored} size={17} aria-hidden="true" />
    </button>
  )
}

/** After the end, in the same place: the way to what came of it. The end can still be taken back beside it. */
export const GoToReport = () => {
  const t = useText()
  const { session } = useView()
  return (
    <Link to={{ page: 'report', session: session.id }} className={styles.go}>
      <span className={styles.goWords}>
        <span>{t('bar.report')}</span>
      </span>
      <ArrowRight className={styles.mirrored} size={17} aria-hidden="true" />
    </Link>
  )
}
