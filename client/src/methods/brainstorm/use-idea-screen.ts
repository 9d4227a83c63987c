import { useEffect, useState } from 'react'
import { useLeftOver } from '../../board/use-left-over.ts'
import { useIsWide } from '../../board/wall/use-wide.ts'
import { useWriting } from '../../board/writing.tsx'
import { useLanguage } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'
import { whenIdle } from '../../ui/when-idle.ts'
import { fetchRooms } from './later-rooms.tsx'
import { NOTHING_PLACED } from './placing.ts'
import { fetchWall } from './wall-room.tsx'

/** What every screen keeps on which ideas are written, opened and grouped; its later rooms are fetched when there is time. */
export const useIdeaScreen = () => {
  const { me } = useView()
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
  const takesPart = me.role !== 'observer' && me.role !== 'screen'
  /** Something is to be answered, also where nothing is added. */
  const isAsked = takesPart && (isOvertaken || (left?.leftOver.asked.length ?? 0) > 0)
  return { hand, isWide, takesPart, isAsked, hasLeftOver: left !== undefined }
}
