import type { StepPart } from '@roundel/shared/session'
import { type ReactNode, Suspense } from 'react'
import { useText } from '../../i18n/text.ts'
import { Question } from '../../session/question.tsx'
import { useView } from '../../sync/room-context.ts'
import { Track } from '../../ui/track.tsx'
import { IdeasSide, LaterGroupRoom, LaterGroupSide, LaterGroupWords, Rules, useIdeaScreen } from '../idea-rooms.ts'
import type { ScreenProps, StageParts } from '../method-view.tsx'
import { ChangeQuestion } from './change-question.tsx'
import { PairsRoom } from './pairs-room.tsx'
import { QuestionChoices } from './question-choices.tsx'
import { RealityRoom } from './reality-room.tsx'
import { REVERSE_RULES } from './rule-keys.ts'
import { TurnSide } from './turn-side.tsx'
import { TurnedQuestion } from './turned-question.tsx'
import { useTurning } from './use-turning.ts'
import styles from './reverse-screen.module.css'
import { WorsenRoom } from './worsen-room.tsx'

const later = (part: ReactNode): ReactNode => <Suspense>{part}</Suspense>

/** How many of the bad ideas are turned round, beside the question. */
const Covered = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const { pairs, turned } = useTurning(step)
  const count = pairs.length
  return count > 0 && <Track part={turned / count} label={t('reverse.coverage', { turned, count })} />
}

/** How many worse ideas there are while people write, and of the people nothing but who is done. */
const WorsenQuestion = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const { role } = useView().me
  const { ready, finished, here } = step.counts
  return (
    <TurnedQuestion
      step={step}
      sub={ready > 0 ? t('reverse.worsen-count', { count: ready }) : t('reverse.worsen-sub')}
      aside={
        <>
          <ChangeQuestion step={step} />
          {here > 0 && role !== 'screen' && (
            <Track part={finished / here} label={t('brainstorm.finished-of', { finished, here })} />
          )}
        </>
      }
    />
  )
}

/** The screen of a reverse brainstorm, phase by phase. */
export const ReverseScreen = ({ frame }: ScreenProps) => {
  const t = useText()
  const { step } = useView()
  const { hand, isWide, takesPart, isAsked, hasLeftOver } = useIdeaScreen()
  if (!step) return null
  /** What is left over, where nothing is written. */
  const side = takesPart && (isAsked || hasLeftOver) && <IdeasSide step={step} />
  const draw = (parts: Omit<StageParts, 'hasComposer'>) => frame({ hasComposer: true, ...parts })
  switch (step.phase) {
    case 'frame':
      return draw({
        question: <Question sub={t('reverse.frame-sub')} aside={<ChangeQuestion step={step} />} />,
        side,
        sideOnPhone: isAsked,
        room: <Rules rules={REVERSE_RULES} />,
      })
    case 'negate':
      return draw({
        question: <TurnedQuestion step={step} sub={t('reverse.negate-sub')} />,
        side,
        sideOnPhone: isAsked,
        room: <QuestionChoices step={step} />,
      })
    case 'worsen':
      return draw({
        question: <WorsenQuestion step={step} />,
        side: takesPart && (
          <div className={styles.worse}>
            <IdeasSide step={step} placeholder={t('reverse.worst-placeholder')} />
          </div>
        ),
        room: <WorsenRoom step={step} />,
      })
    case 'reality':
      return draw({
        question: <TurnedQuestion step={step} sub={t('reverse.reality-sub')} />,
        side,
        sideOnPhone: isAsked,
        room: <RealityRoom step={step} />,
      })
    case 'invert':
      return draw({
        question: <Question sub={t('reverse.invert-sub')} aside={<Covered step={step} />} />,
        side: takesPart && <TurnSide step={step} />,
        room: <PairsRoom step={step} />,
      })
    case 'group':
      return draw({
        question: <Question sub={later(<LaterGroupWords step={step} />)} />,
        side: isWide ? side : takesPart && <IdeasSide step={step}>{later(<LaterGroupSide hand={hand} />)}</IdeasSide>,
        sideOnPhone: isAsked,
        room: later(<LaterGroupRoom hand={hand} />),
      })
    default:
      return draw({
        question: <Question sub={t('reverse.debrief-sub')} aside={<Covered step={step} />} />,
        side,
        sideOnPhone: isAsked,
        room: <PairsRoom step={step} />,
      })
  }
}
