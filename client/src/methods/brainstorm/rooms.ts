/** What a brainstorm needs once ideas have opened, in one piece: nothing of it is loaded before the first idea is saved. */
export { LateDrafts } from '../../board/late-drafts.tsx'
export { OwnPublished } from '../../board/own-published.tsx'
export { GroupRoom } from './group-room.tsx'
export { GroupSide } from './group-side.tsx'
export { GroupWords } from './group-words.tsx'
export { OpenRoom } from './open-room.tsx'
