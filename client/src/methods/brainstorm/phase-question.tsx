import type { StepPart } from '@roundel/shared/session'
import { useArrival } from '../../board/arrival.ts'
import { useText } from '../../i18n/text.ts'
import { Question } from '../../session/question.tsx'
import { Track } from '../../ui/track.tsx'
import { LaterGroupWords } from './later-rooms.tsx'

/** The question, with one line on what is going on in this phase. */
export const PhaseQuestion = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const { published, missing } = useArrival(step)
  const { counts, policies } = step
  if (policies.add === 'private') {
    const { ready, writers, finished, here } = counts
    return (
      <Question
        sub={ready > 0 ? t('brainstorm.private', { ideas: ready, people: writers }) : t('brainstorm.silence')}
        aside={here > 0 && <Track part={finished / here} label={t('brainstorm.finished-of', { finished, here })} />}
      />
    )
  }
  if (policies.add === 'open') {
    const shown = published.length
    const key = step.names === 'shown' ? 'brainstorm.open-signed' : 'brainstorm.open'
    return (
      <Question
        sub={missing > 0 ? t('brainstorm.arriving', { shown, count: shown + missing }) : t(key, { count: shown })}
      />
    )
  }
  if (policies.group !== 'none') {
    return <Question sub={<LaterGroupWords step={step} />} />
  }
  return <Question sub={t('brainstorm.frame-sub')} />
}
