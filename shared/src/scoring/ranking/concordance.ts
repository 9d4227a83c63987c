import type { ItemId } from '../../kernel/index.ts'
import { type Fraction, compareFractions, fraction, toNumber } from '../fraction.ts'
import type { Levels } from './ballot.ts'
import { kendallTau } from './tau.ts'

/** How much the voters agree, in a word. The bounds are a convention. */
export const CONCORDS = ['little', 'some', 'clear', 'strong'] as const
export type Concord = (typeof CONCORDS)[number]

/** How much all voters agree: 0 not at all, 1 entirely. */
export interface Concordance {
  /** Kendall's W where all ballots count the same items, the mean of tau-b over pairs of voters where they do not. */
  readonly measure: 'kendall-w' | 'mean-tau'
  /** Null where it is not defined, such as when every voter holds all items equal. */
  readonly value: number | null
  readonly concord: Concord | null
  /** Friedman's chi-squared of W, for those who want it; few judges make it conservative. */
  readonly chiSquared: number | null
  readonly degrees: number
}

/**
 * Kendall's coefficient of concordance with average ranks and the correction for ties (Kendall and Babington Smith 1939;
 * Siegel 1956), exactly. Needs two voters and three items, the same for all; undefined otherwise, and when all are level.
 */
export const kendallW = (ballots: readonly Levels[], items: readonly ItemId[]): Fraction | null => {
  const [voters, count] = [ballots.length, items.length]
  if (voters < 2 || count < 3) return null
  // Twice the rank sums: average ranks are halves.
  const doubled = new Map<ItemId, number>(items.map((item) => [item, 0]))
  let ties = 0
  for (const levels of ballots) {
    let before = 0
    for (const level of levels) {
      for (const item of level) doubled.set(item, (doubled.get(item) ?? 0) + 2 * before + level.length + 1)
      before += level.length
      ties += level.length ** 3 - level.length
    }
  }
  const mean = voters * (count + 1)
  const spread = [...doubled.values()].reduce((sum, rank) => sum + (rank - mean) ** 2, 0)
  const most = voters ** 2 * (count ** 3 - count) - voters * ties
  return most === 0 ? null : fraction(3 * spread, most)
}

/** How much the voters agree, by the measure that fits their ballots. */
export const measureConcordance = (ballots: readonly Levels[], items: readonly ItemId[]): Concordance => {
  const degrees = Math.max(0, items.length - 1)
  if (ballots.some((levels) => levels.reduce((sum, level) => sum + level.length, 0) !== items.length)) {
    const value = meanTau(ballots)
    return { measure: 'mean-tau', value, concord: null, chiSquared: null, degrees }
  }
  const w = kendallW(ballots, items)
  if (!w) return { measure: 'kendall-w', value: null, concord: null, chiSquared: null, degrees }
  const value = toNumber(w)
  const chiSquared = toNumber({ top: w.top * BigInt(ballots.length * degrees), bottom: w.bottom })
  return { measure: 'kendall-w', value, concord: concordOf(w), chiSquared, degrees }
}

const concordOf = (w: Fraction): Concord => {
  if (compareFractions(w, fraction(3, 10)) < 0) return 'little'
  if (compareFractions(w, fraction(1, 2)) < 0) return 'some'
  return compareFractions(w, fraction(7, 10)) <= 0 ? 'clear' : 'strong'
}

const meanTau = (ballots: readonly Levels[]): number | null => {
  const taus: number[] = []
  for (const [index, one] of ballots.entries()) {
    for (const other of ballots.slice(index + 1)) {
      const tau = kendallTau(one, other)
      if (tau !== null) taus.push(tau)
    }
  }
  // Sorted before they are added, so that the order of ballots cannot show in the last digit.
  const sum = taus.toSorted((one, other) => one - other).reduce((total, tau) => total + tau, 0)
  return taus.length === 0 ? null : sum / taus.length
}
