/** Sides and rooms in which ideas are written, opened and grouped, for every method that has such phases. */
export { IdeasSide } from './brainstorm/ideas-side.tsx'
export {
  LaterGroupRoom,
  LaterGroupSide,
  LaterGroupWords,
  LaterLateDrafts,
  LaterOwnPublished,
} from './brainstorm/later-rooms.tsx'
export { Rules } from './brainstorm/rules.tsx'
export { useIdeaScreen } from './brainstorm/use-idea-screen.ts'
