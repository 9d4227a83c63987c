import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { useAction } from '../keys/actions.ts'
import { Button } from '../ui/button.tsx'
import { NotAllowed } from './not-allowed.tsx'
import styles from './tray.module.css'

/** Notes in no group yet, on one's own side, and the way to a new group. */
export const Tray = ({
  count,
  onNewGroup,
  whyNoGroup,
  children,
}: {
  readonly count: number
  /** For those who may make groups. */
  readonly onNewGroup: (() => void) | undefined
  /** For those who would look for it and may not. */
  readonly whyNoGroup?: string | undefined
  readonly children: ReactNode
}) => {
  const t = useText()
  useAction({ id: 'new-group', name: t('group.new'), run: () => onNewGroup?.(), when: onNewGroup !== undefined })
  return (
    <section className={styles.tray} aria-labelledby="loose-items">
      <h2 id="loose-items" className={styles.heading}>
        {count > 0 ? t('group.loose') : t('group.all-placed')}
      </h2>
      <ul className={styles.list}>{children}</ul>
      {onNewGroup && (
        <Button look="quiet" className={styles.add} onClick={onNewGroup}>
          <Plus size={20} aria-hidden="true" />
          {t('group.new')}
        </Button>
      )}
      {whyNoGroup && (
        <NotAllowed why={whyNoGroup}>
          <Plus size={20} aria-hidden="true" />
          {t('group.new')}
        </NotAllowed>
      )}
    </section>
  )
}
