import type { Language } from '@roundel/shared/session'
import { chooseLanguage } from '../i18n/language.ts'
import { type Theme, usePreferences } from '../state/preferences.ts'

const isTheme = (text: string | null): text is Theme => text === 'light' || text === 'dark' || text === 'system'

/**
 * Reads what the address wishes (`?lang=fa`, `?theme=dark`), remembers it, and takes it out of the address.
 *
 * Answers the language to begin with: the wished one, the remembered one, or the browser's first that we speak.
 */
export const takeWishes = (): Language => {
  const wishes = new URLSearchParams(location.search)
  const { set, language: remembered } = usePreferences.getState()
  const wished = wishes.get('lang')
  const theme = wishes.get('theme')
  if (isTheme(theme)) set({ theme })
  if (wished) set({ language: chooseLanguage([wished, remembered, ...navigator.languages]) })
  if (wished || theme) {
    wishes.delete('lang')
    wishes.delete('theme')
    const rest = wishes.toString()
    history.replaceState(history.state, '', location.pathname + (rest && `?${rest}`) + location.hash)
  }
  return chooseLanguage([usePreferences.getState().language, ...navigator.languages])
}
