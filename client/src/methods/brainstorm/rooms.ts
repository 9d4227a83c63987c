// What a participant needs from the reveal on, as one file.
export { LateDrafts } from '../../board/late-drafts.tsx'
export { OwnPublished } from '../../board/own-published.tsx'
export { GroupRoom } from './group-room.tsx'
export { GroupSide } from './group-side.tsx'
export { OpenRoom } from './open-room.tsx'
