/** Sides and rooms in which ideas are written, opened and grouped, for every method that has such phases. */
export { IdeasSide } from './brainstorm/ideas-side.tsx'
export {
  LaterGroupRoom,
  LaterGroupSide,
  LaterGroupWords,
  LaterLateDrafts,
  LaterOwnPublished,
  fetchRooms,
} from './brainstorm/later-rooms.tsx'
export { NOTHING_PLACED } from './brainstorm/placing.ts'
export { Rules } from './brainstorm/rules.tsx'
export { fetchWall } from './brainstorm/wall-room.tsx'
