import { Users } from 'lucide-react'
import { useState } from 'react'
import { LANGUAGES } from '@roundel/shared/session'
import type { MessageKey } from '../i18n/message-key.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { LANGUAGE_NAMES } from '../i18n/language.ts'
import { useLanguage, useText } from '../i18n/text.ts'
import { KEYS } from '../keys/catalogue.ts'
import { KeyMap } from '../keys/key-map.tsx'
import { MySeat } from '../people/my-seat.tsx'
import { isSeated } from '../people/present.ts'
import { type Speech, type Theme, usePreferences } from '../state/preferences.ts'
import { useView } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Optional } from '../ui/optional.tsx'
import { LaterSignals, LaterStirring } from '../calls/later-calls.tsx'
import { LaterMethodButton } from '../method-pages/later-method-panel.tsx'
import { KeptTexts } from './kept-texts.tsx'
import { PeoplePanel } from './people-panel.tsx'
import styles from './help.module.css'

const THEMES: readonly (readonly [Theme, MessageKey])[] = [
  ['system', 'theme.system'],
  ['light', 'theme.light'],
  ['dark', 'theme.dark'],
]

const SPEECHES: readonly (readonly [Speech, MessageKey])[] = [
  ['all', 'speech.all'],
  ['important', 'speech.important'],
  ['quiet', 'speech.quiet'],
]

/** One's own wishes, what was kept on this device, and the keys there are. Changes nothing for anybody else. */
export const Help = () => {
  const t = useText()
  const language = useLanguage()
  const [showsPeople, setShowsPeople] = useState(false)
  const { people, step } = useView()
  const count = people.filter(isSeated).length
  const { theme, stillMotion, speech, set } = usePreferences()
  return (
    <div className={styles.help}>
      <LaterSignals />
      <KeptTexts />
      {/* On narrow screens the top bar has no place for it. */}
      <span className={styles.people}>
        <Button wide onClick={() => setShowsPeople(true)}>
          <Users size={18} aria-hidden="true" />
          {t('people.title', { count })}
        </Button>
      </span>
      {showsPeople && <PeoplePanel onClose={() => setShowsPeople(false)} />}
      {step && <LaterMethodButton id={step.kind} />}
      <Choice
        label={t('language.choose')}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language}
        onChange={(value) => set({ language: value })}
      />
      <Choice
        label={t('theme.choose')}
        options={THEMES.map(([value, key]) => ({ value, label: t(key) }))}
        value={theme}
        onChange={(value) => set({ theme: value })}
      />
      <Choice
        label={t('motion.choose')}
        options={[
          { value: 'system', label: t('theme.system') },
          { value: 'still', label: t('motion.still') },
        ]}
        value={stillMotion ? 'still' : 'system'}
        onChange={(value) => set({ stillMotion: value === 'still' })}
      />
      <Choice
        label={t('speech.choose')}
        hint={t('speech.hint')}
        options={SPEECHES.map(([value, key]) => ({ value, label: t(key) }))}
        value={speech}
        onChange={(value) => set({ speech: value })}
      />
      <LaterStirring />
      <MySeat />
      <Optional>
        <MoreTexts from={KEYS}>
          <KeyMap />
        </MoreTexts>
      </Optional>
    </div>
  )
}
