import type { Language } from '@roundel/shared/session'
import type { ComponentType } from 'react'
import { CROWD } from '../../i18n/catalogue.ts'
import { laterPart } from '../../i18n/later-part.tsx'
import { loadCatalogue } from '../../i18n/load-catalogue.ts'
import { MoreTexts } from '../../i18n/texts.tsx'
import { inTurn } from '../../ui/in-turn.ts'

const loadRooms = () => import('./rooms.ts')
type Rooms = Awaited<ReturnType<typeof loadRooms>>

/** A part of the rooms with what is said in a crowd. */
const later = <Props extends object>(pick: (rooms: Rooms) => ComponentType<Props>) =>
  laterPart<Props>(async () => {
    const Part = pick(await loadRooms())
    return (props: Props) => (
      <MoreTexts from={CROWD}>
        <Part {...props} />
      </MoreTexts>
    )
  })

export const LaterOpenRoom = later(({ OpenRoom }) => OpenRoom)
export const LaterGroupRoom = later(({ GroupRoom }) => GroupRoom)
export const LaterGroupSide = later(({ GroupSide }) => GroupSide)
export const LaterGroupWords = later(({ GroupWords }) => GroupWords)
export const LaterLateDrafts = laterPart(async () => (await loadRooms()).LateDrafts)
export const LaterOwnPublished = laterPart(async () => (await loadRooms()).OwnPublished)

const PARTS = [LaterOpenRoom, LaterGroupRoom, LaterGroupSide, LaterGroupWords, LaterLateDrafts, LaterOwnPublished]

/** Loads what a step shows after its reveal while people still write: it must be there when it opens, offline too. */
export const fetchRooms = (language: Language): void => {
  for (const part of PARTS) part.fetch()
  inTurn(() => loadCatalogue(CROWD, language))
}
