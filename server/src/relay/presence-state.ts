import { Place } from '@roundel/shared/board'
import { type ItemId, anId } from '@roundel/shared/kernel'
import * as v from 'valibot'

const itemId = anId<'item'>()

const FIELDS = {
  /** Where the pointer is on the wall. */
  cursor: Place,
  sel: v.pipe(v.array(itemId), v.maxLength(20)),
  editing: itemId,
  drag: v.strictObject({ item: itemId, at: Place }),
  typing: v.literal(true),
}

/** What a person may say of themselves; everything else about them is the server's to say. */
export interface PresenceState {
  readonly cursor?: readonly [x: number, y: number]
  readonly sel?: readonly ItemId[]
  readonly editing?: ItemId
  readonly drag?: { readonly item: ItemId; readonly at: readonly [x: number, y: number] }
  readonly typing?: true
}

/** The part of a value that is a presence state: unknown and unfit fields are left out. Never throws. */
export const parsePresenceState = (value: unknown): PresenceState => {
  if (typeof value !== 'object' || value === null) return {}
  const state: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(FIELDS)) {
    if (!Object.hasOwn(value, name)) continue
    const field = v.safeParse(schema, (value as Record<string, unknown>)[name])
    if (field.success) state[name] = field.output
  }
  return state as PresenceState
}
