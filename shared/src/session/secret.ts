// Every character of an id carries six bits of chance.
const BITS = 6

/** A secret of at least so many random bytes, put together from fresh ids. May stand in an address. */
export const makeSecret = (newId: () => string, bytes: number): string => {
  const characters = Math.ceil((bytes * 8) / BITS)
  let secret = ''
  while (secret.length < characters) secret += newId()
  return secret.slice(0, characters)
}
