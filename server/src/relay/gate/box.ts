import { type Arrival, type Box, type Ground, type Spot, spotIn } from './ground.ts'
import type { Id } from './update.ts'
import { type LiveStruct, type LiveType, bearerOf, findCollection, holderOf, isCollected } from './yjs-internals.ts'

// Everywhere here null stands for what is gone, and undefined for what has no place in our documents.

/** The collection of a name. */
export const findRoot = (ground: Ground, name: string): Box | undefined => {
  const known = ground.boxes.get(name)
  if (known) return known
  if (!Object.hasOwn(ground.shape, name)) return undefined
  const box: Box = {
    level: 'collection',
    collection: name,
    record: '',
    field: '',
    within: undefined,
    id: undefined,
    live: findCollection(ground.doc, name),
    fresh: false,
    spots: undefined,
  }
  ground.boxes.set(name, box)
  return box
}

/** The box that a type of the document is. */
export const findLiveBox = (ground: Ground, type: LiveType): Box | null | undefined => {
  const known = ground.boxes.get(type)
  if (known !== undefined) return known
  const bearer = bearerOf(type)
  if (!bearer) {
    const name = Object.keys(ground.shape).find((candidate) => findCollection(ground.doc, candidate) === type)
    return name === undefined ? undefined : findRoot(ground, name)
  }
  if (bearer.deleted) return null
  const within = findLiveBox(ground, holderOf(bearer))
  const box = within && makeBox(within, bearer.parentSub, bearer.id, type)
  if (box !== undefined) ground.boxes.set(type, box)
  return box
}

/** The box that a struct of the update brings. */
export const findFreshBox = (ground: Ground, bearer: Arrival): Box | null | undefined => {
  const known = ground.boxes.get(bearer)
  if (known !== undefined) return known
  const { struct, spot } = bearer
  if (spot === null || struct.content.type === 'deleted') return null
  if (struct.content.type !== 'record' && struct.content.type !== 'text') return undefined
  const box = makeBox(spot.box, spot.key, struct, undefined)
  if (box) ground.boxes.set(bearer, box)
  return box
}

const makeBox = (within: Box, key: string | null, id: Id, live: LiveType | undefined): Box | undefined => {
  if (key === null || within.level === 'text') return undefined
  const isRecord = within.level === 'collection'
  return {
    level: isRecord ? 'record' : 'text',
    collection: within.collection,
    record: isRecord ? key : within.record,
    field: isRecord ? '' : key,
    within,
    id,
    live,
    fresh: isRecord ? live === undefined : within.fresh,
    spots: undefined,
  }
}

/** Where a struct of the document stands. */
export const findLiveSpot = (ground: Ground, struct: LiveStruct): Spot | null | undefined => {
  if (isCollected(struct)) return null
  const box = findLiveBox(ground, holderOf(struct))
  return box && spotIn(box, struct.parentSub)
}
