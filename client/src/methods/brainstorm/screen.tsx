import { type ReactNode, Suspense } from 'react'
import { useView } from '../../sync/room-context.ts'
import type { ScreenProps } from '../method-view.tsx'
import { IdeasSide } from './ideas-side.tsx'
import { LaterGroupRoom, LaterGroupSide, LaterOpenRoom } from './later-rooms.tsx'
import { LaterPrompts } from './later-prompts.ts'
import { PhaseQuestion } from './phase-question.tsx'
import { PrivateRoom } from './private-room.tsx'
import { Rules } from './rules.tsx'
import { useIdeaScreen } from './use-idea-screen.ts'

const later = (part: ReactNode): ReactNode => <Suspense>{part}</Suspense>

/**
 * The screen of the present phase, by what it allows rather than by its name. One's own side is one and the same in all
 * of them, so that a phase or step that changes takes nobody's sentence or caret away.
 */
export const BrainstormScreen = ({ frame }: ScreenProps) => {
  const { step } = useView()
  const { hand, isWide, takesPart, isAsked, hasLeftOver } = useIdeaScreen()
  if (!step) return null
  const { policies } = step
  const question = (
    <>
      <PhaseQuestion step={step} />
      {step.prompts && later(<LaterPrompts />)}
    </>
  )
  const given = { question, hasComposer: true }
  if (policies.add !== 'none') {
    return frame({
      ...given,
      side: takesPart && <IdeasSide step={step} />,
      room:
        policies.add === 'private' ? <PrivateRoom step={step} /> : later(<LaterOpenRoom key={step.id} step={step} />),
    })
  }
  const side = (isAsked || hasLeftOver) && <IdeasSide step={step} />
  if (policies.group === 'none') return frame({ ...given, side, sideOnPhone: isAsked, room: <Rules /> })
  const room = later(<LaterGroupRoom hand={hand} />)
  // Beside the wall, where everything else is, only what is left over has a place.
  if (isWide) return frame({ ...given, side, sideOnPhone: isAsked, room })
  return frame({
    ...given,
    side: <IdeasSide step={step}>{later(<LaterGroupSide hand={hand} />)}</IdeasSide>,
    sideOnPhone: isAsked,
    room,
  })
}
