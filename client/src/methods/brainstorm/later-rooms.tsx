import { laterPart } from '../../i18n/later-part.tsx'

const loadRooms = () => import('./rooms.ts')

export const LaterOpenRoom = laterPart(async () => (await loadRooms()).OpenRoom)
export const LaterGroupRoom = laterPart(async () => (await loadRooms()).GroupRoom)
export const LaterGroupSide = laterPart(async () => (await loadRooms()).GroupSide)
export const LaterLateDrafts = laterPart(async () => (await loadRooms()).LateDrafts)
export const LaterOwnPublished = laterPart(async () => (await loadRooms()).OwnPublished)

const PARTS = [LaterOpenRoom, LaterGroupRoom, LaterGroupSide, LaterLateDrafts, LaterOwnPublished]

/** Loads what a step shows after its reveal while people still write: it must be there when it opens, offline too. */
export const fetchRooms = (): void => {
  for (const part of PARTS) part.fetch()
}
