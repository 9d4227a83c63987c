import { LANGUAGES, type Language } from '@roundel/shared/session'
import { Globe, Moon, Sun } from 'lucide-react'
import { LANGUAGE_NAMES } from '../i18n/language.ts'
import { useLanguage, useText } from '../i18n/text.ts'
import { usePreferences } from '../state/preferences.ts'
import { IconButton } from './button.tsx'
import styles from './personal-controls.module.css'

/** Whether the page is dark now, by the person's wish or the system's. */
const isDarkNow = (theme: string): boolean =>
  theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'

/** Language and theme: each is one's own, and changes nothing for anybody else. */
export const PersonalControls = () => {
  const t = useText()
  const language = useLanguage()
  const { theme, set } = usePreferences()
  const isDark = isDarkNow(theme)
  const Icon = isDark ? Sun : Moon
  return (
    <div className={styles.controls}>
      <span className={styles.language}>
        <Globe size={19} strokeWidth={1.8} aria-hidden="true" />
        <select
          className={styles.select}
          aria-label={t('language.choose')}
          title={t('language.choose')}
          value={language}
          onChange={(event) => set({ language: event.target.value as Language })}
        >
          {LANGUAGES.map((each) => (
            <option key={each} value={each} lang={each}>
              {LANGUAGE_NAMES[each]}
            </option>
          ))}
        </select>
      </span>
      <IconButton
        label={isDark ? t('theme.make-light') : t('theme.make-dark')}
        onClick={() => set({ theme: isDark ? 'light' : 'dark' })}
      >
        <Icon size={19} strokeWidth={1.8} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
