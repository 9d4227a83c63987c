// Of the library that Yjs stands on these two know nothing of documents; both work without waiting, on every device.
// oxlint-disable-next-line no-restricted-imports
import { digest } from 'lib0/hash/sha256'
// oxlint-disable-next-line no-restricted-imports
import { encodeUtf8 } from 'lib0/string'

/** The SHA-256 of a text in UTF-8: 32 bytes. */
export const hashText = (text: string): Uint8Array => digest(encodeUtf8(text))
