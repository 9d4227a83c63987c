import type { StoredDocument } from '../store.ts'

/** A document on its way between threads: all updates in one buffer, since thousands of small ones travel slowly. */
export interface DocumentParcel extends Omit<StoredDocument, 'updates'> {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly lengths: Uint32Array<ArrayBuffer>
}

/** Puts the updates of a document one behind the other. */
export const packDocument = ({ updates, ...rest }: StoredDocument): DocumentParcel => {
  const lengths = Uint32Array.from(updates, (update) => update.byteLength)
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
  let offset = 0
  for (const update of updates) {
    bytes.set(update, offset)
    offset += update.byteLength
  }
  return { ...rest, bytes, lengths }
}

/** The document again. Its updates are views on one buffer. */
export const unpackDocument = ({ bytes, lengths, ...rest }: DocumentParcel): StoredDocument => {
  let offset = 0
  const updates = Array.from(lengths, (length) => {
    const update = bytes.subarray(offset, offset + length)
    offset += length
    return update
  })
  return { ...rest, updates }
}

/** Whether an answer is a parcel, whose buffers can move instead of being copied. */
export const isParcel = (value: unknown): value is DocumentParcel =>
  typeof value === 'object' && value !== null && 'bytes' in value && 'lengths' in value
