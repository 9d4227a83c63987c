import { createHash } from 'node:crypto'
import type { View } from '@roundel/shared/session'

/** A name for all that a view says but the time: two views of one seat with the same name differ in nothing else. */
export const tagView = ({ now: _now, ...lasting }: View): string =>
  `W/"${createHash('sha256').update(JSON.stringify(lasting)).digest('base64url').slice(0, 22)}"`

/** Whether the `If-None-Match` of a request names this tag (RFC 9110, section 13.1.2; compared weakly, as it says). */
export const isKnownTag = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((known) => known.trim().replace(/^(?!W\/)/, 'W/') === tag)
