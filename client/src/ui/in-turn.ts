/** So long one load keeps the others waiting: on a line with holes it goes on beside them. */
const LONGEST_TURN_MS = 10_000

let turns: Promise<unknown> = Promise.resolve()

/**
 * Loads something ahead of time, after what was asked for in this way before. Never rejects: whoever needs it loads it.
 *
 * A browser fetches a few files at once. If all that is loaded ahead of time were asked for together, the one part that
 * somebody waits for would stand behind a hundred files, which on a slow line is a quarter of a minute.
 */
export const inTurn = (load: () => Promise<unknown>): void => {
  turns = turns
    .then(() => {
      const { promise: isLong, resolve: goOn } = Promise.withResolvers<void>()
      const timer = setTimeout(goOn, LONGEST_TURN_MS)
      return Promise.race([load(), isLong]).finally(() => clearTimeout(timer))
    })
    .catch(() => undefined)
}
