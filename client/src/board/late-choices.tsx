import { useText } from '../i18n/text.ts'
import { useView } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import styles from './late-choices.module.css'

/** What can become of a private idea after the reveal. */
export const LateChoices = ({
  isLate = true,
  onAdd,
  onKeep,
  onDiscard,
}: {
  /** Whether its reveal is over. */
  readonly isLate?: boolean
  readonly onAdd: () => void
  readonly onKeep?: () => void
  readonly onDiscard: () => void
}) => {
  const t = useText()
  const { me } = useView()
  return (
    <div className={styles.actions}>
      {(!isLate || me.can['publish-late']) && (
        <Button look="primary" onClick={onAdd}>
          {t(isLate ? 'late.add' : 'composer.add')}
        </Button>
      )}
      {onKeep && <Button onClick={onKeep}>{t('late.keep')}</Button>}
      <Button look="quiet" onClick={onDiscard}>
        {t('late.discard')}
      </Button>
    </div>
  )
}
