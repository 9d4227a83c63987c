import { expect, test } from 'vitest'
import { openGroupCommit } from './group-commit.ts'

interface Flight {
  readonly tasks: readonly number[]
  readonly land: () => Promise<void>
  readonly crash: () => Promise<void>
}

/** A queue whose clock stands until moved, and whose groups land when told. */
const openTrial = (weigh: (task: number) => number = () => 1) => {
  let now = 1_000
  let due: { readonly at: number; readonly run: () => void }[] = []
  const flights: Flight[] = []
  const settle = async () => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  }
  const queue = openGroupCommit<number, string>({
    send: (tasks) =>
      new Promise((resolve, reject) => {
        flights.push({
          tasks,
          land: () => {
            resolve(tasks.map((task) => `done ${task}`))
            return settle()
          },
          crash: () => {
            reject(new Error('disk'))
            return settle()
          },
        })
      }),
    weigh,
    pace: {
      now: () => now,
      soon: (run) => due.push({ at: now, run }),
      later: (run, ms) => due.push({ at: now + ms, run }),
    },
  })
  const pass = async (ms: number): Promise<void> => {
    now += ms
    const ready = due.filter(({ at }) => at <= now)
    due = due.filter(({ at }) => at > now)
    for (const { run } of ready) run()
    await settle()
  }
  return { queue, pass, flights, flown: () => flights.map(({ tasks }) => tasks) }
}

test('D30 what comes when nothing was sent for 5 ms goes at once, with all that came together', async () => {
  const { queue, pass, flown } = openTrial()
  void queue.push(1)
  void queue.push(2)
  expect(flown()).toEqual([])
  await pass(0)
  expect(flown()).toEqual([[1, 2]])
})

test('D30 at most one group begins in 5 ms', async () => {
  const { queue, pass, flights, flown } = openTrial()
  void queue.push(1)
  await pass(0)
  await flights[0]?.land()
  void queue.push(2)
  await pass(4)
  void queue.push(3)
  expect(flown()).toEqual([[1]])
  await pass(1)
  expect(flown()).toEqual([[1], [2, 3]])
})

test('D30 one group is on its way at a time, and a slow disk makes the next one larger', async () => {
  const { queue, pass, flights, flown } = openTrial()
  void queue.push(1)
  await pass(0)
  for (const task of [2, 3, 4]) {
    void queue.push(task)
    await pass(20)
  }
  expect(flown()).toEqual([[1]])
  await flights[0]?.land()
  await pass(0)
  expect(flown()).toEqual([[1], [2, 3, 4]])
})

test('D30 a group that fails fails all its tasks and none of the next', async () => {
  const { queue, pass, flights } = openTrial()
  const first = Promise.allSettled([queue.push(1), queue.push(2)])
  await pass(0)
  const second = queue.push(3)
  await flights[0]?.crash()
  await pass(5)
  await flights[1]?.land()
  expect((await first).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await second).toBe('done 3')
})

test('D30 a group is bounded by count and by bytes, and one large task still goes', async () => {
  const large = openTrial((task) => task * 1024 * 1024)
  for (const task of [20, 3, 4, 2]) void large.queue.push(task)
  for (let group = 0; group < 3; group++) {
    await large.pass(5)
    await large.flights[group]?.land()
  }
  expect(large.flown()).toEqual([[20], [3, 4], [2]])

  const many = openTrial()
  for (let task = 0; task < 1_500; task++) void many.queue.push(task)
  await many.pass(0)
  await many.flights[0]?.land()
  await many.pass(5)
  expect(many.flown().map((tasks) => tasks.length)).toEqual([1_000, 500])
})
