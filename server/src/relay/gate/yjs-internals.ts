import * as Y from 'yjs'

// The one file that reads fields of Yjs which are not part of its public interface. The version of Yjs is exact, and
// `yjs-internals.contract.test.ts` holds what is relied on here.

/** A struct of the live document: an item, or what garbage collection left of items. */
export type LiveStruct = Y.Item | Y.GC
/** A live map or text. A collection that nobody opened yet has no class of its own. */
export type LiveType = Y.Doc['share'] extends Map<string, infer Type> ? Type : never

const NONE: readonly LiveStruct[] = []

/** Everything that a client id made, ascending and without gaps. The same array while the document is not changed. */
export const structsOf = (doc: Y.Doc, client: number): readonly LiveStruct[] => doc.store.clients.get(client) ?? NONE

/** The clock that the document expects next from a client id; 0 when it never wrote. */
export const nextClock = (doc: Y.Doc, client: number): number => endOf(structsOf(doc, client).at(-1))

const endOf = (struct: LiveStruct | undefined): number => (struct ? struct.id.clock + struct.length : 0)

/**
 * The index of the struct that takes up `clock`, by binary search. Only for a clock that is taken. Where the struct is
 * known not to stand before `low`, it is sought from there on in steps that double.
 */
export const findIndex = (structs: readonly LiveStruct[], clock: number, low = 0): number => {
  let left = low
  let right = low > 0 ? low + 1 : structs.length
  while (right < structs.length && (structs[right] as LiveStruct).id.clock <= clock) {
    left = right
    right += right - low
  }
  right = Math.min(right, structs.length) - 1
  while (left < right) {
    const middle = (left + right + 1) >>> 1
    if ((structs[middle] as LiveStruct).id.clock <= clock) left = middle
    else right = middle - 1
  }
  return left
}

/** The live struct that takes up a clock below `nextClock`. */
export const findStruct = (doc: Y.Doc, client: number, clock: number): LiveStruct => {
  const structs = structsOf(doc, client)
  return structs[findIndex(structs, clock)] as LiveStruct
}

/** Whether only the length of the struct is left. */
export const isCollected = (struct: LiveStruct): struct is Y.GC => struct instanceof Y.GC

/** The map or text that holds an item of the live document. */
export const holderOf = (item: Y.Item): LiveType => item.parent as LiveType

/** What stands to the right of an item, deleted or not. Only for items: what was collected stands nowhere. */
export const rightOf = (struct: LiveStruct): Y.Item | null => (struct as Y.Item).right

/** What stood to the left and to the right of an item when it was made. */
export const originsOf = (struct: LiveStruct): Pick<Y.Item, 'origin' | 'rightOrigin'> => struct as Y.Item

/** The map or text that an item brought into the document; undefined for other content and for deleted items. */
export const typeOf = (item: Y.Item): LiveType | undefined =>
  item.content instanceof Y.ContentType ? item.content.type : undefined

/** The item that brought a map or text into the document; null for a collection. */
export const bearerOf = (type: Pick<LiveType, '_item'>): Y.Item | null => type._item

/** The collection of a name, when anything was ever written to it or it was opened. */
export const findCollection = (doc: Y.Doc, name: string): LiveType | undefined => doc.share.get(name)

/** The last thing written to a key, be it deleted or not; undefined for a key that was never written. */
export const lastOf = (type: Pick<LiveType, '_map'>, key: string): Y.Item | undefined => type._map.get(key)

/** Every key that was ever written, with the last thing written to it. */
export const keysOf = (type: LiveType): ReadonlyMap<string, Y.Item> => type._map

/** The first item in a text's list of items, deleted ones included. */
export const firstOf = (type: Pick<LiveType, '_start'>): Y.Item | null => type._start

/** The number of UTF-16 units in a text that are not deleted. */
export const lengthOf = (type: LiveType): number => type._length

/** The plain value that a live map holds under a key; undefined when it holds none. */
export const valueOf = (type: LiveType, key: string): unknown => {
  const item = type._map.get(key)
  return item && !item.deleted && item.content instanceof Y.ContentAny ? item.content.arr.at(-1) : undefined
}

/** Whether everything that was ever applied found its place: nothing is kept waiting for something that never came. */
export const isSettled = (doc: Y.Doc): boolean => doc.store.pendingStructs === null && doc.store.pendingDs === null
