import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const SECRET = /^[A-Za-z0-9_-]{43}$/

/** A new secret of 256 bits, base64url, 43 characters. Only its hash is ever kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Whether a text has the shape of a secret of ours. */
export const isSecret = (text: string): boolean => SECRET.test(text)

/** SHA-256 of a secret, base64url: what the store keeps and looks up. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Whether two texts are the same, in a time that does not depend on where they differ. */
export const equalSecrets = (left: string, right: string): boolean =>
  timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest())
