import { useText } from '../i18n/text.ts'
import { CancelVote } from './cancel-vote.tsx'
import { SubjectList } from './subject-list.tsx'
import type { Vote } from './use-vote.ts'
import styles from './polling-station.module.css'

/** Voting is over, or was taken back: what was voted on, and what happens next. */
export const WaitingForCount = ({ vote }: { readonly vote: Vote }) => {
  const t = useText()
  const { poll, view } = vote
  return (
    <div className={styles.station}>
      {poll?.state === 'closed' && <output>{t(view.isCounted ? 'score.counted' : 'score.counting')}</output>}
      <SubjectList ids={poll?.items ?? view.sheet.items} />
      {vote.leads && <CancelVote />}
    </div>
  )
}
