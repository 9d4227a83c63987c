import type { View } from '@roundel/shared/session'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { useFocusOnArrival } from '../ui/focus.ts'
import { navigate } from './navigation.ts'
import styles from './join.module.css'

/** For a device that holds a seat already: take it again, or sit down as somebody else. */
export const WelcomeBack = ({
  view,
  onSomebodyElse,
}: {
  readonly view: View
  readonly onSomebodyElse?: () => void
}) => {
  const t = useText()
  const heading = useFocusOnArrival()
  return (
    <>
      <div>
        <p className={styles.eyebrow} dir="auto">
          {view.session.title}
        </p>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t('join.welcome-back', { name: view.me.name })}
        </h1>
      </div>
      <div className={styles.actions}>
        <Button
          look="primary"
          large
          wide
          onClick={() => navigate({ page: 'stage', session: view.session.id }, 'replace')}
        >
          {t('join.take-seat')}
        </Button>
        {onSomebodyElse && (
          <Button look="quiet" wide onClick={onSomebodyElse}>
            {t('join.somebody-else')}
          </Button>
        )}
      </div>
    </>
  )
}
