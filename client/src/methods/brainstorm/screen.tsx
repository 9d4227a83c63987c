import { Suspense, useEffect } from 'react'
import { useLeftOver } from '../../board/use-left-over.ts'
import { useIsWide } from '../../board/wall/use-wide.ts'
import { useView } from '../../sync/room-context.ts'
import type { ScreenProps } from '../method-view.ts'
import { IdeasSide } from './ideas-side.tsx'
import { LaterGroupRoom, LaterGroupSide, LaterLateDrafts, LaterOpenRoom, fetchRooms } from './later-rooms.tsx'
import { PhaseQuestion } from './phase-question.tsx'
import { PrivateRoom } from './private-room.tsx'
import { Rules } from './rules.tsx'
import { useGrouping } from './use-grouping.ts'
import { WallRoom } from './wall-room.tsx'

/**
 * The screen of the present phase, by what it allows rather than by its name. Writing in private and in the open are one
 * and the same side, so that a phase that changes takes nobody's sentence or caret away.
 */
export const BrainstormScreen = ({ frame }: ScreenProps) => {
  const { step, me } = useView()
  const grouping = useGrouping()
  const isWide = useIsWide()
  const left = useLeftOver(step)
  useEffect(fetchRooms, [])
  if (!step) return null
  const { policies } = step
  const question = <PhaseQuestion step={step} />
  const takesPart = me.role !== 'observer' && me.role !== 'screen'
  if (policies.add !== 'none') {
    return frame({
      question,
      side: takesPart && <IdeasSide key={step.id} step={step} />,
      room:
        policies.add === 'private' ? (
          <PrivateRoom step={step} />
        ) : (
          <Suspense>
            <LaterOpenRoom step={step} grouping={grouping} />
          </Suspense>
        ),
    })
  }
  if (isWide && grouping.wall && policies.group !== 'none') {
    const side = left && (
      <Suspense>
        <LaterLateDrafts {...left} />
      </Suspense>
    )
    return frame({ question, side, sideOnPhone: false, room: <WallRoom model={grouping.wall} /> })
  }
  if (policies.group !== 'none') {
    return frame({
      question,
      side: (
        <Suspense>
          <LaterGroupSide step={step} grouping={grouping} />
        </Suspense>
      ),
      sideOnPhone: false,
      room: (
        <Suspense>
          <LaterGroupRoom grouping={grouping} />
        </Suspense>
      ),
    })
  }
  return frame({ question, room: <Rules /> })
}
