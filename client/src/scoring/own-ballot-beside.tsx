import { type RankingBallot, type RankingResult, type ScoringResult, compareWithAll } from '@roundel/shared/scoring'
import type { PollView } from '@roundel/shared/methods'
import { useNumber, useText } from '../i18n/text.ts'
import { useViewPart } from '../sync/room-context.ts'
import { ballotName, useBallots } from '../state/ballots.ts'
import styles from './results.module.css'

/** How one's own order lies to that of all: from what this device kept, since the server knows whose no ballot is. */
export const OwnBallotBeside = ({ result, poll }: { readonly result: ScoringResult; readonly poll: PollView }) => {
  const t = useText()
  const number = useNumber()
  const { seat } = useViewPart('me')
  const cast = useBallots(({ ballots }) => ballots[ballotName(poll.id, seat, 1)]?.cast)
  if (cast === undefined || result.scoring !== 'ranking') return null
  // What this device cast was read by the scoring of the same poll.
  const { tau } = compareWithAll(result as ScoringResult & RankingResult, cast as RankingBallot, poll.items)
  if (tau === null) return null
  return <p className={styles.own}>{t('score.own-tau', { value: number(tau, { maximumFractionDigits: 2 }) })}</p>
}
