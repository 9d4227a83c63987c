import { LIMITS } from '@roundel/shared/kernel'
import type { DecisionView } from '@roundel/shared/methods/decide'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import styles from './decide.module.css'
import { useDraftField } from './use-draft-field.ts'

/** A text of the decision, written by those who write it down. */
export const DraftTextArea = ({
  field,
  decision,
  label,
  placeholder,
  hint,
}: {
  readonly field: 'text' | 'why'
  readonly decision: DecisionView
  readonly label: string
  readonly placeholder: string
  readonly hint?: string | undefined
}) => {
  const t = useText()
  const draft = useDraftField(field, decision)
  return (
    <div className={styles.words}>
      <TextArea
        data-draft={field}
        label={label}
        placeholder={placeholder}
        rows={2}
        maxLength={LIMITS.decisionCharacters}
        value={draft.value}
        hint={draft.isUnsaved ? t('decide.saving') : hint}
        onChange={({ target }) => draft.type(target.value)}
        onBlur={draft.save}
      />
      {draft.theirs !== undefined && (
        <div className={styles.changed} role="alert">
          <p>{t('decide.changed')}</p>
          <p className={styles.text} dir="auto" translate="yes">
            {draft.theirs || '—'}
          </p>
          <div className={styles.acts}>
            <Button onClick={draft.keepTheirs}>{t('decide.keep-theirs')}</Button>
            <Button look="quiet" onClick={draft.keepMine}>
              {t('decide.keep-mine')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
