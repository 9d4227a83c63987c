import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { IconButton } from '../ui/button.tsx'
import { useFocusOnArrival } from '../ui/focus.ts'
import styles from './sub-panel.module.css'

/** A page inside a panel, with the way back to what it came from. */
export const SubPanel = ({
  title,
  onBack,
  children,
}: {
  readonly title: string
  readonly onBack: () => void
  readonly children: ReactNode
}) => {
  const t = useText()
  const heading = useFocusOnArrival()
  return (
    <section className={styles.page}>
      <div className={styles.header}>
        <IconButton label={t('people.back')} onClick={onBack}>
          <ChevronLeft className={styles.mirrored} size={20} aria-hidden="true" />
        </IconButton>
        <h3 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h3>
      </div>
      {children}
    </section>
  )
}
