import { type ScoringResult, type SentenceValues, describeCaveats, describeResult } from '@roundel/shared/scoring'
import type { ItemId } from '@roundel/shared/kernel'
import { useList, useText } from '../i18n/text.ts'
import { type Asked, useCriteria } from './criterion-words.ts'
import styles from './results.module.css'
import { useSubjects } from './use-subjects.ts'

/** As many as a sentence can name; the figures name all of them. */
const NAMED = 5

const ITEMS = ['over', 'under', 'before', 'after'] as const

/** A result in two to four sentences, chosen by fixed rules, and what to know before anything else is read. */
export const InWords = ({
  result,
  asked,
  label,
}: {
  readonly result: ScoringResult
  readonly asked: Asked
  /** What tells it from others on a page with several votes. */
  readonly label?: string
}) => {
  const t = useText()
  const list = useList()
  const subjectOf = useSubjects()
  const criteria = useCriteria(asked)
  const fill = (values: SentenceValues): Record<string, string | number> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        if (typeof value === 'number') return [name, value]
        if (typeof value !== 'string') {
          const isLong = value.length > NAMED + 1
          const named = (isLong ? value.slice(0, NAMED) : value).map((id) => subjectOf(id as ItemId).text)
          const more = isLong ? [t('scoring.and-more', { count: value.length - NAMED })] : []
          return [name, list([...named, ...more])]
        }
        if ((ITEMS as readonly string[]).includes(name)) return [name, subjectOf(value as ItemId).text]
        if (name === 'criterion') return [name, criteria.find(({ key }) => key === value)?.label ?? value]
        if (name === 'rule') return [name, t(value === 'borda' ? 'scoring.rule.borda' : 'scoring.rule.kemeny')]
        return [name, value]
      }),
    )
  return (
    <section className={styles.words} aria-label={label ?? t('score.in-words')}>
      <ul>
        {describeResult(result).map(({ key, values }) => (
          <li key={`${key} ${JSON.stringify(values)}`}>{t(`scoring.say.${key}`, fill(values))}</li>
        ))}
      </ul>
      {describeCaveats(result).map(({ key, values }) => (
        <p key={key} className={styles.caveat}>
          {t(`scoring.say.${key}`, fill(values))}
        </p>
      ))}
    </section>
  )
}
