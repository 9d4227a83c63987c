import { type Refusal, refusal } from '../../kernel/index.ts'
import { type BallotBox, isSealed } from './ballot-box.ts'

const gate = (reason: string): Refusal => refusal('closed', { gate: reason })

/** Why a vote does not go on: nothing to vote on, no criterion to rank by, taken back, not counted yet. */
export const objectToLeaving = ({ sheet, poll, result }: BallotBox, phase: string): Refusal | undefined => {
  switch (phase) {
    case 'prepare':
      if (sheet.items.length === 0) return gate('no-items')
      return sheet.scoring === 'ranking' && typeof sheet.options['criterion'] !== 'string'
        ? gate('no-criterion')
        : undefined
    case 'open':
      return poll?.state === 'open' ? undefined : gate('cancelled')
    case 'closed':
      return poll?.state === 'cancelled' ? gate('cancelled') : result ? undefined : gate('counting')
    default:
      return undefined
  }
}

/** Why a phase is not entered again: ballots that were given are neither reopened nor dropped by going back. */
export const objectToEntering = (box: BallotBox, phase: string): Refusal | undefined => {
  const state = box.poll?.state
  switch (phase) {
    case 'prepare':
      return isSealed(box) || state === 'shown' ? gate('scoring') : undefined
    case 'open':
      return state === 'closed' || state === 'shown' ? gate('scoring') : undefined
    case 'closed':
      return state === 'shown' || state === 'cancelled' ? gate('scoring') : undefined
    default:
      return undefined
  }
}

/** A vote that is open, or closed and not shown, is finished or taken back before anything else. */
export const objectToQuitting = (box: BallotBox): Refusal | undefined => (isSealed(box) ? gate('scoring') : undefined)
