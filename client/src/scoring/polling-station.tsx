import type { PollView } from '@roundel/shared/methods'
import { scoringOf } from '@roundel/shared/scoring'
import { Check, Lock } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { AdmitVoters } from './admit-voters.tsx'
import { CancelVote } from './cancel-vote.tsx'
import { DotsBallot } from './dots-ballot.tsx'
import { JudgingBallot } from './judging-ballot.tsx'
import styles from './polling-station.module.css'
import { RankingBallot } from './ranking-ballot.tsx'
import { SubjectList } from './subject-list.tsx'
import { useBallot } from './use-ballot.ts'
import type { Vote } from './use-vote.ts'

const BALLOTS = { judging: JudgingBallot, spending: DotsBallot, ordering: RankingBallot } as const

/** The ballot of one person: filled in, cast, and changed until voting is over. */
const OwnBallot = ({
  vote,
  poll,
  person,
}: {
  readonly vote: Vote
  readonly poll: PollView
  readonly person: number
}) => {
  const t = useText()
  const [isChanging, setIsChanging] = useState(false)
  const scoring = scoringOf(poll.scoring)
  const choice = { items: poll.items, settings: poll.settings }
  const hasCast = vote.own?.cast.includes(person) === true
  const isShared = (vote.own?.people ?? 0) > 1
  const desk = useBallot({ step: vote.step, poll, person, hasCast, isShared })
  const Sheet = BALLOTS[scoring.kind]
  const isEmpty = !scoring.isCastable(desk.body)
  const { done, of } = scoring.progress(desk.body, choice)
  if (hasCast && !isChanging) {
    return (
      <div className={styles.thanks}>
        <p className={styles.cast}>
          <Check size={22} aria-hidden="true" />
          {t('score.you-voted')}
        </p>
        <p>{t('score.until-shown')}</p>
        <Button onClick={() => setIsChanging(true)}>{t('score.change')}</Button>
      </div>
    )
  }
  return (
    <>
      <Sheet poll={poll} person={person} desk={desk} />
      <div className={styles.foot}>
        <p className={styles.secret}>
          <Lock size={16} aria-hidden="true" />
          {t('scoring.rule-of-play.secret')}
        </p>
        {desk.problem && (
          <Alert>
            {t(PROBLEM_TEXTS[desk.problem.code])} {t('score.kept-here')}
          </Alert>
        )}
        <p className={styles.progress}>{t('score.filled-of', { done, count: of })}</p>
        <Button
          look="primary"
          large
          disabled={isEmpty || desk.isBusy}
          onClick={() => {
            void desk.send().then((isCast) => isCast && setIsChanging(false))
          }}
        >
          {t(hasCast ? 'score.cast-anew' : 'score.cast')}
        </Button>
        {!hasCast && !isEmpty && <p className={styles.warning}>{t('score.not-cast-yet')}</p>}
      </div>
    </>
  )
}

/** Where people vote. Several around one device vote one after another, each on a ballot of their own. */
export const PollingStation = ({ vote, poll }: { readonly vote: Vote; readonly poll: PollView }) => {
  const t = useText()
  const people = vote.own?.people ?? 0
  const [chosen, setChosen] = useState<number>()
  const next = Array.from({ length: people }, (_, index) => index + 1).find(
    (person) => !vote.own?.cast.includes(person),
  )
  const person = Math.min(chosen ?? next ?? 1, Math.max(1, people))
  return (
    <div className={styles.station}>
      {poll.electors < 4 && <p className={styles.weak}>{t('score.few-voters', { count: poll.electors })}</p>}
      {people > 1 && (
        <Choice
          label={t('score.whose-turn')}
          options={Array.from({ length: people }, (_, index) => ({
            value: String(index + 1),
            label: t(vote.own?.cast.includes(index + 1) ? 'score.person-done' : 'score.person', { number: index + 1 }),
          }))}
          value={String(person)}
          onChange={(value) => setChosen(Number(value))}
          hint={t('score.hand-on')}
        />
      )}
      {people > 0 ? (
        <OwnBallot key={`${poll.id} ${person}`} vote={vote} poll={poll} person={person} />
      ) : (
        <SubjectList ids={poll.items} />
      )}
      {vote.leads && (
        <div className={styles.leading}>
          <AdmitVoters vote={vote} />
          <CancelVote />
        </div>
      )}
    </div>
  )
}
