import { LANGUAGES } from '@roundel/shared/session'
import type { MessageKey } from '../i18n/message-key.ts'
import { LANGUAGE_NAMES } from '../i18n/language.ts'
import { useLanguage, useText } from '../i18n/text.ts'
import { type Speech, type Theme, usePreferences } from '../state/preferences.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { Choice } from '../ui/choice.tsx'
import { AnotherDevice } from './another-device.tsx'
import { ChangeName } from './change-name.tsx'
import { LaterMethodButton } from '../method-pages/later-method-panel.tsx'
import { KeptTexts } from './kept-texts.tsx'
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
  const room = useRoom()
  const { me, step } = useView()
  const { theme, stillMotion, speech, set } = usePreferences()
  return (
    <div className={styles.help}>
      <KeptTexts session={room.id} />
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
      {me.can['rename'] && <ChangeName />}
      <AnotherDevice />
      <section className={styles.keys}>
        <h2 className={styles.heading}>{t('keys.title')}</h2>
        <dl className={styles.list}>
          <dt>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </dt>
          <dd>{t('keys.add')}</dd>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t('keys.escape')}</dd>
        </dl>
      </section>
    </div>
  )
}
