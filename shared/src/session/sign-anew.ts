import type { SeatId } from '../kernel/index.ts'
import type { Circumstances, DocumentWrite } from './circumstances.ts'

/** Puts one name, or none, under everything that names a seat as its author, on the board and on cloths. */
export const signAnew = (
  seat: SeatId,
  author: SeatId | undefined,
  { signed, signedOnCloths }: Pick<Circumstances, 'signed' | 'signedOnCloths'>,
): readonly DocumentWrite[] => [
  ...signed(seat).map((item) => ({ type: 'set-author', item, author }) as const),
  ...signedOnCloths(seat).map(({ item, table }) => ({ type: 'set-author', item, table, author }) as const),
]
