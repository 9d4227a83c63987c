import { type Result, fail, ok } from '@roundel/shared/kernel'
import { BINDINGS, type Binding, type BindingId } from './bindings.ts'
import { ALL_KEYS, KEY_IDS, type KeyId } from './fixed-keys.ts'

/** Why keys cannot be given to something: they type, the browser or the system needs them, or they do something else. */
export type RebindingRefusal =
  | { readonly code: 'types' }
  | { readonly code: 'reserved' }
  | { readonly code: 'taken'; readonly by: KeyId }

/** What no page gets, or what people would miss in every field. */
const RESERVED =
  /^(Mod\+Key[ACFLNPQRSTVWX]|Mod\+Digit\d|Mod\+(Shift\+)?Tab|Mod\+Shift\+Key[IJNPQTW]|Alt\+F4|Alt\+Arrow(Left|Right)|(Shift\+)?F(1|5|10|11|12)|Mod\+[-+=])$/
const HAS_MODIFIER = /(Mod|Other|Alt)\+/
const IS_FUNCTION_KEY = /(^|\+)F\d+$/

/** Whether a person may give it other keys: to all but letters on a note, and what every programme has. */
export const isRemappable = (id: KeyId): id is BindingId => id in BINDINGS && ALL_KEYS[id].where !== 'note'

/** What is in force for each binding, of the chords that a person chose. */
const inForce = (id: KeyId, chosen: Readonly<Record<string, string>>): readonly string[] => {
  const own = isRemappable(id) && chosen[id]
  return own ? [own] : (ALL_KEYS[id] as Binding).keys
}

/**
 * Gives a binding another chord. Answers what is chosen then; a default is not kept as a choice.
 *
 * Refused are chords that type something, that browsers need, and that another binding has, wherever it is heard: keys
 * should mean one thing.
 */
export const rebind = (
  chosen: Readonly<Record<string, string>>,
  id: BindingId,
  chord: string,
): Result<Readonly<Record<string, string>>, RebindingRefusal> => {
  if (!HAS_MODIFIER.test(chord) && !IS_FUNCTION_KEY.test(chord)) return fail({ code: 'types' })
  const by = KEY_IDS.find((other) => other !== id && inForce(other, chosen).includes(chord))
  if (by) return fail({ code: 'taken', by })
  if (RESERVED.test(chord)) return fail({ code: 'reserved' })
  const { [id]: _, ...others } = chosen
  return ok(BINDINGS[id].keys[0] === chord ? others : { ...others, [id]: chord })
}

/** A key that only goes with others, or is none yet. */
export const isOnlyModifier = (key: string): boolean =>
  ['Control', 'Meta', 'Alt', 'AltGraph', 'Shift', 'CapsLock', 'Dead', 'Process', 'Unidentified'].includes(key)
