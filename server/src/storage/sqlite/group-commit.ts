/** How time passes for a queue. */
export interface Pace {
  /** Milliseconds from any fixed moment. */
  readonly now: () => number
  /** Runs when what has already arrived was taken in. */
  readonly soon: (run: () => void) => void
  readonly later: (run: () => void, ms: number) => void
}

export interface GroupCommit<Task, Outcome> {
  /** Resolves with what became of the task. Tasks are sent in the order in which they were pushed. */
  readonly push: (task: Task) => Promise<Outcome>
}

interface Waiting<Task, Outcome> {
  readonly task: Task
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (error: unknown) => void
}

interface Options<Task, Outcome> {
  /** Makes a group durable; answers with one outcome each. Never called again before it has answered. */
  readonly send: (tasks: readonly Task[]) => Promise<readonly Outcome[]>
  readonly weigh: (task: Task) => number
  readonly pace: Pace
}

const WINDOW_MS = 5
const TASKS_AT_MOST = 1_000
const BYTES_AT_MOST = 8 * 1024 * 1024

/**
 * Gathers tasks into groups: the first goes at once when nothing was sent for 5 ms, all others with the next group, of
 * which at most one begins in 5 ms and one is on its way. So a slow disk makes groups larger, not the queue slower.
 */
export const openGroupCommit = <Task, Outcome>({
  send,
  weigh,
  pace,
}: Options<Task, Outcome>): GroupCommit<Task, Outcome> => {
  let waiting: Waiting<Task, Outcome>[] = []
  let isBusy = false
  let lastStart = -Infinity

  const take = (): readonly Waiting<Task, Outcome>[] => {
    let bytes = 0
    const tooMuch = waiting.findIndex(({ task }, index) => {
      bytes += weigh(task)
      return index > 0 && (index >= TASKS_AT_MOST || bytes > BYTES_AT_MOST)
    })
    const count = tooMuch < 0 ? waiting.length : tooMuch
    const group = waiting.slice(0, count)
    waiting = waiting.slice(count)
    return group
  }

  const fly = async (): Promise<void> => {
    lastStart = pace.now()
    const group = take()
    try {
      const outcomes = await send(group.map(({ task }) => task))
      for (const [index, { resolve }] of group.entries()) resolve(outcomes[index] as Outcome)
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
    isBusy = false
    arm()
  }

  const arm = (): void => {
    if (isBusy || waiting.length === 0) return
    isBusy = true
    const waitMs = lastStart + WINDOW_MS - pace.now()
    if (waitMs <= 0) pace.soon(() => void fly())
    else pace.later(() => void fly(), waitMs)
  }

  return {
    push: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject })
        arm()
      }),
  }
}
