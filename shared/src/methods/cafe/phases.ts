import { LIMITS } from '../../kernel/index.ts'

/** The numbers of all rounds that a café can have, from 1. */
export const ROUND_NUMBERS: readonly number[] = Array.from({ length: LIMITS.cafeRounds }, (_, nth) => nth + 1)

export const roundPhase = (round: number): string => `round-${round}`
/** The move behind a round. */
export const movePhase = (round: number): string => `move-${round}`

/** Phases in which people talk at tables, and those in which they change them. */
export const ROUND_PHASES: readonly string[] = ROUND_NUMBERS.map(roundPhase)
export const MOVE_PHASES: readonly string[] = ROUND_NUMBERS.slice(0, -1).map(movePhase)

/** From when tables are set until the first round. */
export const EARLY_PHASES: readonly string[] = ['setup', 'welcome']
/** All phases before people gather what they found. */
export const TABLE_PHASES: readonly string[] = [...EARLY_PHASES, ...ROUND_PHASES, ...MOVE_PHASES]

/** The number of the round whose seats are in force in a phase: in a move those of the next one. Undefined where there are none. */
export const roundIn = (phase: string | undefined): number | undefined => {
  if (phase === 'welcome') return 1
  const found = /^(round|move)-(\d+)$/.exec(phase ?? '')
  if (!found) return undefined
  return Number(found[2]) + (found[1] === 'move' ? 1 : 0)
}

/** Whether people talk at tables now, and write on their cloths. */
export const isRound = (phase: string | undefined): boolean => phase !== undefined && ROUND_PHASES.includes(phase)
export const isMove = (phase: string | undefined): boolean => phase !== undefined && MOVE_PHASES.includes(phase)
