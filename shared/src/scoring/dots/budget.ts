/** How many dots each person has: by the square root of the number of items, a third of it and one more, or a number. */
export type Budget = 'root' | 'third' | number

export const MOST_DOTS = 100

/** A person's dots for so many items. `root` is rounded and kept from 3 to 10. */
export const budgetOf = (budget: Budget, items: number): number => {
  switch (budget) {
    case 'root':
      return Math.min(10, Math.max(3, Math.round(Math.sqrt(items))))
    case 'third':
      return Math.ceil(items / 3) + 1
    default:
      return budget
  }
}
