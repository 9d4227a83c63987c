import * as v from 'valibot'
import type { Refusal } from '../kernel/index.ts'
import type { Answer, View, ViewPart } from '../session/index.ts'

/** What a person's device may say on the live socket. The command itself is parsed by `parseCommand`. */
export const ClientMessage = v.strictObject({
  type: v.literal('command'),
  /** The device's own number for this message; comes back in the answer. */
  ref: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  command: v.record(v.string(), v.unknown()),
})
export type ClientMessage = v.InferOutput<typeof ClientMessage>

/** Parts that changed since the last message on this socket. The first message carries every part. */
export interface ViewMessage extends Partial<Pick<View, ViewPart>> {
  readonly type: 'view'
  readonly v: number
  /** The version of each part that is in this message. */
  readonly versions: Readonly<Partial<Record<ViewPart, number>>>
  /** Parts that the person had and may no longer have, such as `step` after the end. */
  readonly gone?: readonly ViewPart[]
  readonly now: number
}

/** What the server says on the live socket. */
export type ServerMessage =
  | ViewMessage
  | { readonly type: 'notice'; readonly code: string; readonly details?: Readonly<Record<string, string | number>> }
  | ({ readonly type: 'done'; readonly ref: number; readonly version: number } & Answer)
  | ({ readonly type: 'refused'; readonly ref: number } & Refusal)
