import type { SeatId } from '../../kernel/index.ts'
import type { Participant } from '../workings.ts'
import type { CafeState, Guest } from './state.ts'

/** Those who are to be seated: all who take part and do not lead. `isGone` says who is away for too long. */
export const listGuests = (participants: readonly Participant[], isGone: (seat: SeatId) => boolean): readonly Guest[] =>
  participants.flatMap(({ seat, leads, side, language, department, place, mayHost }): Guest[] =>
    leads
      ? []
      : [
          {
            seat,
            side,
            language,
            ...(department !== undefined && { department }),
            ...(place !== undefined && { place }),
            ...(mayHost && { mayHost }),
            ...(isGone(seat) && { gone: true as const }),
          },
        ],
  )

/** The state with other guests; the same where they are the same. */
export const withGuests = (state: CafeState, guests: readonly Guest[]): CafeState =>
  JSON.stringify(state.guests) === JSON.stringify(guests) ? state : { ...state, guests }

/** Who is to be seated and is there. */
export const listPresent = ({ guests }: Pick<CafeState, 'guests'>): readonly Guest[] =>
  guests.filter(({ gone }) => !gone)

/** Whether a seat is a guest's who is there. */
export const isPresent = ({ guests }: Pick<CafeState, 'guests'>, seat: SeatId | undefined): boolean =>
  seat !== undefined && guests.some((guest) => guest.seat === seat && !guest.gone)
