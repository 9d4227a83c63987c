import { useEffect, useState } from 'react'
import { useIsWide } from '../../board/wall/use-wide.ts'
import { useLanguage } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'
import type { ScreenProps } from '../method-view.ts'
import { IdeasSide } from './ideas-side.tsx'
import { LaterGroupRoom, LaterGroupSide, LaterOpenRoom, fetchRooms } from './later-rooms.tsx'
import { useLeftOver } from './left-over.tsx'
import { PhaseQuestion } from './phase-question.tsx'
import { NOTHING_PLACED } from './placing.ts'
import { PrivateRoom } from './private-room.tsx'
import { Rules } from './rules.tsx'

/**
 * The screen of the present phase, by what it allows rather than by its name. Writing in private and in the open are one
 * and the same side, so that a phase that changes takes nobody's sentence or caret away.
 */
export const BrainstormScreen = ({ frame }: ScreenProps) => {
  const { step, me } = useView()
  const language = useLanguage()
  const hand = useState(NOTHING_PLACED)
  const isWide = useIsWide()
  const leftOver = useLeftOver(step)
  useEffect(() => {
    const fetchAll = (): void => fetchRooms(language, isWide)
    if ('requestIdleCallback' in window) requestIdleCallback(fetchAll)
    else setTimeout(fetchAll, 2_000)
  }, [language, isWide])
  if (!step) return null
  const { policies } = step
  const question = <PhaseQuestion step={step} />
  const takesPart = me.role !== 'observer' && me.role !== 'screen'
  if (policies.add !== 'none') {
    return frame({
      question,
      side: takesPart && <IdeasSide key={step.id} step={step} />,
      room: policies.add === 'private' ? <PrivateRoom step={step} /> : <LaterOpenRoom key={step.id} step={step} />,
    })
  }
  if (policies.group !== 'none') {
    const side = (
      <>
        {leftOver}
        <LaterGroupSide hand={hand} />
      </>
    )
    return frame({
      question,
      // Beside the wall, where everything else is, only what is left over has a place.
      side: isWide ? leftOver : side,
      sideOnPhone: false,
      room: <LaterGroupRoom hand={hand} />,
    })
  }
  return frame({ question, room: <Rules /> })
}
