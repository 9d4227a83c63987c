/** Where a key is heard. */
export type Where = 'everywhere' | 'leading' | 'composer' | 'grouping' | 'note' | 'group'

export interface Binding {
  readonly where: Where
  /** Chords as `chordOf` writes them; any of them will do. */
  readonly keys: readonly string[]
}

/**
 * The keys that a person may change or switch off. No letter does anything by itself, but on the note that has the
 * focus. With `FIXED_KEYS` this is the table of all keys.
 */
export const BINDINGS = {
  palette: { where: 'everywhere', keys: ['Mod+KeyK'] },
  'next-region': { where: 'everywhere', keys: ['F6'] },
  'previous-region': { where: 'everywhere', keys: ['Shift+F6'] },
  add: { where: 'composer', keys: ['Mod+Enter'] },
  next: { where: 'leading', keys: ['Mod+Shift+Enter'] },
  undo: { where: 'grouping', keys: ['Mod+KeyZ'] },
  redo: { where: 'grouping', keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'] },
  'list-of-groups': { where: 'note', keys: ['KeyM'] },
  'merge-note': { where: 'note', keys: ['Shift+KeyM'] },
  'colour-note': { where: 'note', keys: ['KeyC'] },
} as const satisfies Record<string, Binding>

export type BindingId = keyof typeof BINDINGS
