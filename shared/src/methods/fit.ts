/** Something that takes time: whole minutes, and how few of them it can do with. */
export interface Stretch {
  readonly minutes: number
  readonly least: number
}

/**
 * The minutes of each stretch when all of them are to take `total` at most: shortened in proportion, none below its
 * least, and so many in all exactly, unless the leasts are more. Whole minutes by largest remainder (Hamilton). What
 * fits already stays as it is, and nothing ever becomes longer.
 */
export const fitMinutes = (stretches: readonly Stretch[], total: number): readonly number[] => {
  const sum = stretches.reduce((minutes, stretch) => minutes + stretch.minutes, 0)
  if (sum <= total) return stretches.map(({ minutes }) => minutes)
  const { scale, fixed } = findScale(stretches, total)
  const exact = stretches.map(({ minutes, least }, index) => (fixed.has(index) ? least : minutes * scale))
  const fitted = exact.map(Math.floor)
  const rest = Math.floor(total) - fitted.reduce((minutes, part) => minutes + part, 0)
  const byRemainder = exact
    .map((minutes, index) => ({ index, remainder: minutes - Math.floor(minutes) }))
    .filter(({ index }) => !fixed.has(index))
    .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index)
  for (const { index } of byRemainder.slice(0, Math.max(0, rest))) fitted[index] = (fitted[index] ?? 0) + 1
  return fitted
}

/** By how much to shrink, and which stretches would fall below their least and so do not shrink with the others. */
const findScale = (
  stretches: readonly Stretch[],
  total: number,
): { readonly scale: number; readonly fixed: ReadonlySet<number> } => {
  const fixed = new Set<number>()
  for (;;) {
    let left = Math.floor(total)
    let whole = 0
    for (const [index, { minutes, least }] of stretches.entries()) {
      if (fixed.has(index)) left -= least
      else whole += minutes
    }
    const before = fixed.size
    for (const [index, { minutes, least }] of stretches.entries()) {
      if (!fixed.has(index) && minutes * left <= least * whole) fixed.add(index)
    }
    if (fixed.size === before || fixed.size === stretches.length)
      return { scale: whole === 0 ? 0 : left / whole, fixed }
  }
}
