import { addressKey } from './address.ts'

/** Addresses, and codes of each, that are remembered; the oldest are forgotten first. */
const ADDRESSES = 10_000
const CODES = 20

/** Which codes were right at which address. */
export interface KnownCodes {
  readonly add: (address: string, code: string) => void
  readonly has: (address: string, code: string) => boolean
}

export const openKnownCodes = (): KnownCodes => {
  const codes = new Map<string, Set<string>>()
  return {
    add: (address, code) => {
      const key = addressKey(address)
      const known = codes.get(key) ?? new Set()
      known.delete(code)
      known.add(code)
      codes.delete(key)
      codes.set(key, known)
      for (const oldest of known) if (known.size > CODES) known.delete(oldest)
      for (const oldest of codes.keys()) if (codes.size > ADDRESSES) codes.delete(oldest)
    },
    has: (address, code) => codes.get(addressKey(address))?.has(code) === true,
  }
}
