import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { useLeftOver } from '../../board/use-left-over.ts'
import { useWriting } from '../../board/writing.tsx'
import { useIsWide } from '../../board/wall/use-wide.ts'
import { useLanguage } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'
import { whenIdle } from '../../ui/when-idle.ts'
import type { ScreenProps } from '../method-view.tsx'
import { IdeasSide } from './ideas-side.tsx'
import { LaterGroupRoom, LaterGroupSide, LaterOpenRoom, fetchRooms } from './later-rooms.tsx'
import { LaterPrompts } from './later-prompts.ts'
import { PhaseQuestion } from './phase-question.tsx'
import { NOTHING_PLACED } from './placing.ts'
import { PrivateRoom } from './private-room.tsx'
import { Rules } from './rules.tsx'
import { fetchWall } from './wall-room.tsx'

const later = (part: ReactNode): ReactNode => <Suspense>{part}</Suspense>

/**
 * The screen of the present phase, by what it allows rather than by its name. One's own side is one and the same in all
 * of them, so that a phase or step that changes takes nobody's sentence or caret away.
 */
export const BrainstormScreen = ({ frame }: ScreenProps) => {
  const { step, me } = useView()
  const language = useLanguage()
  const hand = useState(NOTHING_PLACED)
  const isWide = useIsWide()
  const { isOvertaken } = useWriting()
  const left = useLeftOver()
  useEffect(
    () =>
      whenIdle(() => {
        fetchRooms(language)
        if (isWide) fetchWall()
      }),
    [language, isWide],
  )
  if (!step) return null
  const { policies } = step
  const question = (
    <>
      <PhaseQuestion step={step} />
      {step.prompts && later(<LaterPrompts />)}
    </>
  )
  const takesPart = me.role !== 'observer' && me.role !== 'screen'
  /** Something is to be answered, also where nothing is added. */
  const isAsked = takesPart && (isOvertaken || (left?.leftOver.asked.length ?? 0) > 0)
  const given = { question, hasComposer: true }
  if (policies.add !== 'none') {
    return frame({
      ...given,
      side: takesPart && <IdeasSide step={step} />,
      room:
        policies.add === 'private' ? <PrivateRoom step={step} /> : later(<LaterOpenRoom key={step.id} step={step} />),
    })
  }
  const side = (isAsked || left) && <IdeasSide step={step} />
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
