import { BINDINGS, type Binding } from './bindings.ts'
import { type Press, chordOf } from './chord.ts'

const ARROWS = ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'] as const

/** What every programme does with these keys, and so does this one: neither changed nor switched off. */
const FIXED_KEYS = {
  controls: { where: 'everywhere', keys: ['Tab', 'Shift+Tab'] },
  close: { where: 'everywhere', keys: ['Escape'] },
  neighbour: { where: 'note', keys: ARROWS },
  ends: { where: 'note', keys: ['Home', 'End'] },
  'pick-up': { where: 'note', keys: ['Space'] },
  menu: { where: 'note', keys: ['Shift+F10', 'ContextMenu'] },
  edit: { where: 'note', keys: ['Enter', 'F2'] },
  'move-group': { where: 'group', keys: ARROWS },
} as const satisfies Record<string, Binding>

type FixedId = keyof typeof FIXED_KEYS

/** Every key there is. What each does is said by the text `keys.<id>`, where it is heard by `keys.where-<where>`. */
export const ALL_KEYS = { ...BINDINGS, ...FIXED_KEYS } as const

export type KeyId = keyof typeof ALL_KEYS

export const KEY_IDS = Object.keys(ALL_KEYS) as readonly KeyId[]

/** Whether a key press is one of those that every programme has. */
export const isFixedPressed = (id: FixedId, press: Press): boolean =>
  (FIXED_KEYS[id] as Binding).keys.includes(chordOf(press))
