import {
  type ActionCause,
  type ActionView,
  type EarlierAction,
  isOverdue,
  isSameCause,
} from '@roundel/shared/methods/decide'
import { CalendarDays, Lightbulb, UserRound } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { useDayWords, useToday } from '../day.ts'
import styles from './decide.module.css'
import { OUTCOME_WORDS, STATE_WORDS } from './words.ts'

/** What an action is called by whom it belongs to. */
const useOwnerWords = (): ((owner: ActionView['owner'] | string) => string) => {
  const t = useText()
  return (owner) => {
    const name = typeof owner === 'string' ? owner : 'outside' in owner ? owner.outside : owner.name
    return name || t('decide.action-owner-gone')
  }
}

/** Who sees to an action, until when, and how it stands. */
export const ActionChips = ({ action }: { readonly action: ActionView | EarlierAction }) => {
  const t = useText()
  const ownerWords = useOwnerWords()
  const dayWords = useDayWords()
  const { today } = useToday()
  const isLate = isOverdue(action, today)
  return (
    <p className={styles.chips}>
      <Chip>
        <UserRound size={14} aria-hidden="true" />
        <bdi>{ownerWords(action.owner)}</bdi>
      </Chip>
      <Chip {...(isLate && { tone: 'warn' })}>
        <CalendarDays size={14} aria-hidden="true" />
        {action.due === undefined
          ? t('decide.no-date')
          : t(isLate ? 'decide.action-late' : 'decide.action-until', { day: dayWords(action.due) })}
      </Chip>
      {action.state !== 'open' && (
        <Chip tone={action.state === 'done' ? 'ok' : 'accent'}>{t(STATE_WORDS[action.state])}</Chip>
      )}
      {action.reviewed && <Chip>{t(OUTCOME_WORDS[action.reviewed.outcome])}</Chip>}
      {'insight' in action && action.insight && (
        <Chip tone="accent">
          <Lightbulb size={14} aria-hidden="true" />
          {t('decide.insight-kept')}
        </Chip>
      )}
      {'from' in action && action.from && <Chip>{t('decide.action-carried')}</Chip>}
    </p>
  )
}

/** The causes of which the result showed that they were none. */
const listRefuted = ({ causes = [], reviewed }: EarlierAction): readonly ActionCause[] =>
  causes.filter((cause) => reviewed?.refutes?.some((refuted) => isSameCause(refuted, cause)))

/** How one will know that an action helped, and what was said of it since. */
export const ActionFacts = ({ action }: { readonly action: ActionView | EarlierAction }) => {
  const t = useText()
  const { hypothesis, metric, baseline, reviewed } = action
  const facts = [
    [t('decide.hypothesis'), hypothesis],
    [t('decide.metric'), metric],
    [t('title' in action ? 'decide.baseline-then' : 'decide.baseline'), baseline],
    [t('decide.outcome'), reviewed?.what],
    ...('causes' in action ? listRefuted(action) : []).map(({ text }) => [t('decide.refuted'), text]),
  ].filter((fact): fact is [string, string] => Boolean(fact[1]))
  return (
    facts.length > 0 && (
      <dl className={styles.facts}>
        {facts.map(([term, text]) => (
          <div key={`${term} ${text}`}>
            <dt>{term}</dt>
            <dd dir="auto" translate="yes">
              {text}
            </dd>
          </div>
        ))}
      </dl>
    )
  )
}
