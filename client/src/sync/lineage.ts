import type { ItemKind } from '@roundel/shared/board'
import type { ItemId, SessionId } from '@roundel/shared/kernel'
import type { MethodId } from '@roundel/shared/methods'
import type { Passage } from '@roundel/shared/session'
import type { Quarter } from '@roundel/shared/workspace'
import * as v from 'valibot'
import { call } from './api.ts'
import type { Reply } from './problem.ts'

const word = <Value extends string>() => v.custom<Value>((value) => typeof value === 'string')

const Stage = v.variant('type', [
  v.object({
    type: v.literal('item'),
    session: word<SessionId>(),
    title: v.string(),
    at: v.number(),
    item: word<ItemId>(),
    kind: word<ItemKind>(),
    text: v.string(),
    step: v.optional(word<MethodId>()),
    refuted: v.exactOptional(v.object({ title: v.string(), quarter: word<Quarter>() })),
    passage: v.array(v.custom<Passage>((value) => typeof value === 'object' && value !== null && 'type' in value)),
  }),
  v.object({ type: v.literal('contact'), kind: v.string(), at: v.number(), text: v.string() }),
  v.object({ type: v.literal('gone') }),
])
export type Stage = v.InferOutput<typeof Stage>

const Lineage = v.object({ before: v.array(Stage), together: v.array(Stage), here: Stage, after: v.array(Stage) })
/** The way of an item through the sessions of its workspace. */
export type Lineage = v.InferOutput<typeof Lineage>

/** Where an item came from, and what became of it. */
export const fetchLineage = (session: SessionId, item: ItemId): Promise<Reply<Lineage>> =>
  call(`/sessions/${session}/items/${item}/lineage`, { schema: Lineage })
