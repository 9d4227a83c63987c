import { useText } from '../i18n/text.ts'
import { useView } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import styles from './late-choices.module.css'

/** What can become of a private idea after the reveal. */
export const LateChoices = ({
  onAdd,
  onKeep,
  onDiscard,
}: {
  readonly onAdd: () => void
  readonly onKeep?: () => void
  readonly onDiscard: () => void
}) => {
  const t = useText()
  const { me } = useView()
  return (
    <div className={styles.actions}>
      {me.can['publish-late'] && (
        <Button look="primary" onClick={onAdd}>
          {t('late.add')}
        </Button>
      )}
      {onKeep && <Button onClick={onKeep}>{t('late.keep')}</Button>}
      <Button look="quiet" onClick={onDiscard}>
        {t('late.discard')}
      </Button>
    </div>
  )
}
