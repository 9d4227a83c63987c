/**
 * Where the caret belongs after somebody else changed a text around it: what lies before it stays before it.
 * In UTF-16 units, as inputs count.
 */
export const keepCaret = (before: string, after: string, caret: number): number => {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (caret <= start) return caret
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const changedTo = before.length - end
  return caret >= changedTo ? caret + after.length - before.length : Math.min(caret, after.length - end)
}
