import { type ParsedDeck, parseDeck } from '@roundel/shared/methods/random/decks'
import { LANGUAGES, type Language } from '@roundel/shared/session'
import { useId, useState } from 'react'
import { LANGUAGE_NAMES } from '../../i18n/language.ts'
import { useLanguage, useList, useNumber, useText } from '../../i18n/text.ts'
import { SelectField, TextArea } from '../../ui/field.tsx'
import styles from './options.module.css'

/** A deck that a group brings along. */
export interface BroughtDeck {
  readonly lang: string
  readonly cards: readonly string[]
}

/** Places that are named; more than this says nothing more. */
const NAMED = 12

const REASONS = ['too-long', 'repeated', 'too-many'] as const

const Skipped = ({ skipped }: Pick<ParsedDeck, 'skipped'>) => {
  const t = useText()
  const number = useNumber()
  const list = useList()
  if (skipped.length === 0) return null
  return (
    <>
      <p>{t('random.skipped')}</p>
      <ul className={styles.skipped}>
        {REASONS.map((reason) => {
          const places = skipped.filter((card) => card.reason === reason).map(({ place }) => number(place))
          if (places.length === 0) return null
          const named = [...places.slice(0, NAMED), ...(places.length > NAMED ? ['…'] : [])]
          return <li key={reason}>{t(`random.skipped-${reason}`, { count: places.length, places: list(named) })}</li>
        })}
      </ul>
    </>
  )
}

/** A deck of one's own, pasted or from a file, with what of it did not come in and why. */
export const OwnDeckField = ({
  deck,
  onChange,
}: {
  readonly deck: BroughtDeck | undefined
  readonly onChange: (deck: BroughtDeck) => void
}) => {
  const t = useText()
  const language = useLanguage()
  const fileId = useId()
  const [text, setText] = useState(deck?.cards.join('\n') ?? '')
  const [lang, setLang] = useState(deck?.lang ?? language)
  const parsed = text.trim() === '' ? undefined : parseDeck(text)
  const problem =
    parsed && !parsed.ok
      ? parsed.error.code === 'too-large'
        ? t('random.deck-large')
        : t('random.deck-few', { least: Number(parsed.error.details?.['least'] ?? 2) })
      : undefined
  const take = (next: string, its: string): void => {
    setText(next)
    setLang(its)
    const read = parseDeck(next)
    if (read.ok) onChange({ lang: its, cards: read.value.cards })
  }
  return (
    <div className={styles.own}>
      <TextArea
        label={t('random.deck-paste')}
        rows={6}
        value={text}
        error={problem}
        hint={parsed?.ok ? t('random.deck-read', { count: parsed.value.cards.length }) : undefined}
        onChange={({ target }) => take(target.value, lang)}
      />
      {parsed?.ok && (
        <div className={styles.preview} aria-live="polite">
          <Skipped skipped={parsed.value.skipped} />
        </div>
      )}
      <label className={styles.file} htmlFor={fileId}>
        {t('random.deck-file')}
        <input
          id={fileId}
          type="file"
          accept=".txt,.csv,text/plain,text/csv"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            void file?.text().then((content) => take(content, lang))
          }}
        />
      </label>
      <SelectField
        label={t('random.deck-language')}
        value={lang}
        onChange={({ target }) => take(text, target.value as Language)}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </SelectField>
    </div>
  )
}
