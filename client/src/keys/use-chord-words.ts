import type { MessageKey } from '../i18n/message-key.ts'
import { useText } from '../i18n/text.ts'
import { isApple } from './chord.ts'

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowRight: '→',
  Escape: 'Esc',
}
const APPLE: Readonly<Record<string, string>> = { Mod: '⌘', Other: '⌃', Alt: '⌥', Shift: '⇧' }
const ELSEWHERE: Readonly<Record<string, string>> = { Mod: 'Ctrl', Other: 'Meta' }
/** Keys that are named in each language. */
const NAMED: Readonly<Record<string, MessageKey>> = {
  Space: 'keys.key-space',
  ContextMenu: 'keys.key-menu',
}

/** What is printed on the keys of a chord, on this person's kind of keyboard. */
export const useChordWords = (): ((chord: string) => readonly string[]) => {
  const t = useText()
  const platform = isApple() ? APPLE : ELSEWHERE
  return (chord) =>
    // A plus sign may itself be the key.
    chord.split(/\+(?=.)/).map((part) => {
      const named = NAMED[part]
      return named ? t(named) : (platform[part] ?? SIGNS[part] ?? part.replace(/^(Key|Digit)/, ''))
    })
}
