/** What a worker offers: functions that answer at once or later. */
export type Calls = Readonly<Record<string, (...args: never[]) => unknown>>

/** A question to a worker. */
export interface Question {
  readonly id: number
  readonly name: string
  readonly args: readonly unknown[]
}

/** Its answer. A failure carries the name of its class, since exceptions lose theirs between threads. */
export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number
      readonly ok: false
      readonly name: string
      readonly reason?: string
      readonly message: string
    }
