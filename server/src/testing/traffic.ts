import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** One frame of a document socket, taken apart. */
export interface DocumentFrame {
  readonly type: 'step1' | 'update' | 'awareness' | 'other'
  /** The update, where it brings one. */
  readonly update?: Uint8Array
  /** The states of presence that it brings, by id. */
  readonly states?: ReadonlyMap<number, unknown>
}

const SYNC = 0
const STEP_1 = 0
const AWARENESS = 1

const readStates = (decoder: decoding.Decoder): ReadonlyMap<number, unknown> => {
  const entries = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  const states = new Map<number, unknown>()
  for (let left = decoding.readVarUint(entries); left > 0; left--) {
    const id = decoding.readVarUint(entries)
    decoding.readVarUint(entries)
    states.set(id, JSON.parse(decoding.readVarString(entries)))
  }
  return states
}

export const readFrame = (bytes: Uint8Array): DocumentFrame => {
  const decoder = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(decoder)
  if (type === AWARENESS) return { type: 'awareness', states: readStates(decoder) }
  if (type !== SYNC) return { type: 'other' }
  if (decoding.readVarUint(decoder) === STEP_1) return { type: 'step1' }
  return { type: 'update', update: decoding.readVarUint8Array(decoder) }
}

type Content = Partial<Record<'str' | 'arr' | 'embed' | 'value' | 'type', unknown>>

const textOfContent = ({ str, arr, embed, value }: Content): string =>
  typeof str === 'string'
    ? str
    : [arr, embed, value].map((part) => (part === undefined ? '' : JSON.stringify(part))).join('')

const contentOf = (struct: object): Content => ('content' in struct ? (struct.content as Content) : {})

/** What stands in a type from its beginning to its end, deleted pieces included. */
const walk = (start: Y.Item | null): string => {
  let text = ''
  for (let item = start; item; item = item.right) text += textOfContent(contentOf(item))
  return text
}

/**
 * Everything that updates say, in whatever way it can be put together: each update by itself as it came, then all of
 * them in a fresh document that keeps what was deleted, by writer and by place.
 */
export const textsOfUpdates = (updates: readonly Uint8Array[]): readonly string[] => {
  const doc = new Y.Doc({ gc: false })
  const texts: string[] = []
  for (const update of updates) {
    const { structs } = Y.decodeUpdate(update)
    texts.push(structs.map((struct) => textOfContent(contentOf(struct))).join(''))
    for (const struct of structs) if ('parentSub' in struct && struct.parentSub) texts.push(struct.parentSub)
    Y.applyUpdate(doc, update)
  }
  for (const structs of doc.store.clients.values()) {
    texts.push(structs.map((struct) => textOfContent(contentOf(struct))).join(''))
    for (const { type } of structs.map(contentOf)) if (type instanceof Y.AbstractType) texts.push(walk(type._start))
  }
  for (const type of doc.share.values()) texts.push(walk(type._start))
  return texts
}

/** Every string in a value, keys included. */
const stringsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => [key, ...stringsOf(part)])
}

/** A text as it came and, where it is JSON, every string in it. */
export const textsOfReply = (text: string): readonly string[] => {
  try {
    return [text, ...stringsOf(JSON.parse(text))]
  } catch {
    return [text]
  }
}

/** Frames of one document socket as everything they say: as bytes, put together, and what presence says. */
export const textsOfFrames = (frames: readonly Uint8Array[]): readonly string[] => {
  const read = frames.map(readFrame)
  return [
    ...frames.flatMap((bytes) => [Buffer.from(bytes).toString('utf8'), Buffer.from(bytes).toString('latin1')]),
    ...textsOfUpdates(read.flatMap(({ update }) => (update ? [update] : []))),
    ...read.flatMap(({ states }) => [...(states?.values() ?? [])].flatMap(stringsOf)),
  ]
}
