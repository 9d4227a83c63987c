import { useView } from '../../sync/room-context.ts'
import { Question } from '../../session/question.tsx'
import { useText } from '../../i18n/text.ts'
import { Track } from '../../ui/track.tsx'
import { FlavourProvider } from '../../board/flavour.ts'
import { useOrigins } from '../../scoring/origins.tsx'
import { useVote } from '../../scoring/use-vote.ts'
import { PollingStation } from '../../scoring/polling-station.tsx'
import { PrepareRoom } from '../../scoring/prepare-room.tsx'
import { Results } from '../../scoring/results.tsx'
import { WaitingForCount } from '../../scoring/waiting-for-count.tsx'
import type { MessageKey } from '../../i18n/message-key.ts'
import type { ScreenProps } from '../method-view.tsx'

/** The screen of the present phase of a vote. */
export const ScoreScreen = ({ frame }: ScreenProps) => {
  const t = useText()
  const { step } = useView()
  const vote = useVote()
  const origins = useOrigins()
  if (!step || !vote) return null
  const { poll, view } = vote
  const scoring = t(`scoring.name.${poll?.scoring ?? view.sheet.scoring}`)
  const say = (key: MessageKey) => <Question sub={t(key, { scoring })} />
  if (step.phase === 'prepare') return frame({ question: say('score.prepare-sub'), room: <PrepareRoom vote={vote} /> })
  if (!poll || poll.state === 'cancelled') {
    return frame({ question: say('score.cancelled-sub'), room: <WaitingForCount vote={vote} /> })
  }
  if (poll.state === 'shown' && view.result) {
    return frame({ question: say('score.shown-sub'), room: <Results result={view.result} poll={poll} /> })
  }
  const part = poll.electors === 0 ? 0 : poll.cast / poll.electors
  const question = (
    <Question
      sub={t(poll.state === 'open' ? 'score.open-sub' : 'score.closed-sub', { scoring })}
      aside={<Track part={part} label={t('score.cast-of', { done: poll.cast, count: poll.electors })} />}
    />
  )
  const room = poll.state === 'open' ? <PollingStation vote={vote} poll={poll} /> : <WaitingForCount vote={vote} />
  return frame({ question, room: <FlavourProvider value={origins}>{room}</FlavourProvider> })
}
