import { STOCK_SUBPROTOCOL, SUBPROTOCOL } from '@roundel/shared/protocol'

/**
 * The subprotocol that the server answers: ours if offered, else what stock providers offer, else the first offered
 * one, because clients give up a connection that answers none of theirs. False answers none.
 */
export const chooseSubprotocol = (offered: ReadonlySet<string>): string | false => {
  for (const known of [SUBPROTOCOL, STOCK_SUBPROTOCOL]) if (offered.has(known)) return known
  const [first] = offered
  return first ?? false
}
