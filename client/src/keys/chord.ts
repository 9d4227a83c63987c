/** What of a key press tells its chord. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** On Apple's keyboards ⌘ does what Ctrl does elsewhere. */
export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)

/**
 * A key press as text, for instance `Mod+Shift+KeyZ`. `Mod` is ⌘ on Apple's keyboards, Ctrl elsewhere; `Other` is the
 * other of the two.
 *
 * Letters and digits are named by the place of their key, so that they are found on Persian and Russian layouts too; a
 * Latin letter by itself, so that Z is Z where it has changed places. Everything else is named by what it types, which
 * already tells of Shift.
 */
export const chordOf = (press: Press): string => {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = press
  const [mod, other] = isApple() ? [metaKey, ctrlKey] : [ctrlKey, metaKey]
  const name = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^(Key|Digit|Space)/.test(code) ? code : key
  const isSign = name.length === 1
  return `${mod ? 'Mod+' : ''}${other ? 'Other+' : ''}${altKey ? 'Alt+' : ''}${shiftKey && !isSign ? 'Shift+' : ''}${name}`
}
