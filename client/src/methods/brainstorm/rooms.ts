/** What a brainstorm needs once ideas have opened, in one piece: nothing of it is loaded before the first idea is saved. */
export { GroupRoom } from './group-room.tsx'
export { GroupSide } from './group-side.tsx'
export { GroupWords } from './group-words.tsx'
export { OpenRoom } from './open-room.tsx'
