import { LIMITS } from '@roundel/shared/kernel'
import { OUTCOMES, type Outcome } from '@roundel/shared/methods/decide'
import { useText } from '../../i18n/text.ts'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { OUTCOME_WORDS } from './words.ts'

/** What came of an action: one word, and a line. */
export const ReviewFields = ({
  outcome,
  what,
  isDone,
  onOutcome,
  onWhat,
}: {
  /** Undefined until it is said. */
  readonly outcome: Outcome | undefined
  readonly what: string
  /** What is done was tried. */
  readonly isDone: boolean
  readonly onOutcome: (outcome: Outcome) => void
  readonly onWhat: (what: string) => void
}) => {
  const t = useText()
  return (
    <>
      <Choice
        label={t('decide.outcome')}
        options={OUTCOMES.filter((value) => !isDone || value !== 'not-tried').map((value) => ({
          value,
          label: t(OUTCOME_WORDS[value]),
        }))}
        value={outcome}
        onChange={onOutcome}
      />
      <TextField
        label={t('decide.review-line')}
        hint={t('decide.review-line-about')}
        maxLength={LIMITS.actionCharacters}
        value={what}
        onChange={({ target }) => onWhat(target.value)}
      />
    </>
  )
}
