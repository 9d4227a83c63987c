import { LIMITS, cleanLine } from '@roundel/shared/kernel'
import { LANGUAGES } from '@roundel/shared/session'
import { ChevronRight, Languages, Lightbulb } from 'lucide-react'
import { LANGUAGE_NAMES } from '../i18n/language.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import type { Plan } from './plan.ts'
import styles from './challenge-fields.module.css'

const PARTS = ['who', 'what', 'why'] as const

/** The question for the room: as it stands, with help to phrase it, and in the other languages of those who come. */
export const ChallengeFields = ({
  plan,
  error,
  onChange,
}: {
  readonly plan: Plan
  readonly error: string | false
  readonly onChange: (part: Partial<Plan>) => void
}) => {
  const t = useText()
  const parts = { who: cleanLine(plan.who), what: cleanLine(plan.what), why: cleanLine(plan.why) }
  const isWhole = PARTS.every((part) => parts[part] !== '')
  const others = LANGUAGES.filter((language) => language !== plan.language)
  return (
    <>
      <TextArea
        label={t('create.question')}
        name="question"
        value={plan.question}
        maxLength={LIMITS.questionCharacters}
        placeholder={t('create.question-example')}
        onChange={(event) => onChange({ question: event.target.value })}
        required
        error={error}
      />
      <div className={styles.helps}>
        <details className={styles.details}>
          <summary className={styles.summary}>
            <Lightbulb size={18} aria-hidden="true" />
            {t('create.help-phrase')}
            <ChevronRight className={styles.chevron} size={18} aria-hidden="true" />
          </summary>
          <p className={styles.about}>{t('create.formula')}</p>
          <div className={styles.formula}>
            {PARTS.map((part) => (
              <TextField
                key={part}
                label={t(`create.${part}`)}
                value={plan[part]}
                maxLength={LIMITS.questionCharacters}
                placeholder={t(`create.${part}-example`)}
                onChange={(event) => onChange({ [part]: event.target.value })}
              />
            ))}
          </div>
          {isWhole && (
            <div className={styles.phrase}>
              <p dir="auto">{t('create.phrase', parts)}</p>
              <Button
                onClick={() => onChange({ question: t('create.phrase', parts).slice(0, LIMITS.questionCharacters) })}
              >
                {t('create.use-phrase')}
              </Button>
            </div>
          )}
        </details>
        <details className={styles.details}>
          <summary className={styles.summary}>
            <Languages size={18} aria-hidden="true" />
            {t('create.translations')}
            <ChevronRight className={styles.chevron} size={18} aria-hidden="true" />
          </summary>
          <p className={styles.about}>{t('create.translations-about')}</p>
          {others.map((language) => (
            <TextArea
              key={language}
              label={LANGUAGE_NAMES[language]}
              lang={language}
              value={plan.translations[language] ?? ''}
              maxLength={LIMITS.questionCharacters}
              onChange={(event) => onChange({ translations: { ...plan.translations, [language]: event.target.value } })}
            />
          ))}
        </details>
      </div>
    </>
  )
}
