import { useText } from '../i18n/text.ts'
import type { ListedQuarter } from '../sync/workspaces.ts'
import styles from './counters.module.css'

/** What came of what a quarter decided, in a quiet line: only where there is something to tell. None of it is about one person. */
export const OutcomesLine = ({ outcomes }: { readonly outcomes: ListedQuarter['outcomes'] }) => {
  const t = useText()
  const { due, inTime, tried, measured, better, scored, chosen, decided, heard, trials, trialDays } = outcomes
  const said = [
    due > 0 && t('quarter.outcome.in-time', { count: inTime, of: due }),
    tried > 0 && t('quarter.outcome.better', { count: better, of: tried }),
    tried > 0 && t('quarter.outcome.measured', { count: measured, of: tried }),
    scored > 0 && t('quarter.outcome.chosen', { count: chosen, of: scored }),
    decided > 0 && t('quarter.outcome.heard', { count: heard, of: decided }),
    trialDays !== undefined && t('quarter.outcome.trial', { count: trialDays, of: trials }),
  ].filter((line) => line !== false)
  if (said.length === 0) return null
  return (
    <ul className={styles.outcomes} aria-label={t('quarter.outcomes')}>
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
