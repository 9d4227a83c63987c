import type { SecondLine } from '@roundel/shared/board'
import { LIMITS, cleanText } from '@roundel/shared/kernel'
import { type KeyboardEvent, useState } from 'react'
import { useLanguage, useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { SelectField, TextArea } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { ItemText } from './item-text.tsx'
import { languageByScript, likelySecond, listLanguages } from './languages.ts'
import styles from './second-line-panel.module.css'

/** Writes, corrects or removes what an item says in a second language. */
export const SecondLinePanel = ({
  item,
  onSave,
  onClose,
}: {
  readonly item: { readonly text: string; readonly lang: string; readonly second?: SecondLine | undefined }
  /** Nothing to remove the line. Answers what to tell the person when it did not work out. */
  readonly onSave: (second: SecondLine | undefined) => Promise<string | undefined>
  readonly onClose: () => void
}) => {
  const t = useText()
  const reader = useLanguage()
  const [text, setText] = useState(item.second?.text ?? '')
  const [chosen, setChosen] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const clean = cleanText(text)
  // Until somebody says which language it is, the letters do.
  const lang = chosen ?? item.second?.lang ?? languageByScript(clean, likelySecond(item.lang, reader))
  const isTooLong = clean.length > LIMITS.ideaCharacters
  const save = async (second: SecondLine | undefined): Promise<void> => {
    if (isBusy) return
    setIsBusy(true)
    const failure = await onSave(second)
    setIsBusy(false)
    if (failure) setProblem(failure)
    else onClose()
  }
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (clean && !isTooLong) void save({ lang, text: clean })
  }
  return (
    <Panel title={t('second.title')} place="middle" onClose={onClose}>
      <div className={styles.form}>
        <div className={styles.original}>
          <ItemText text={item.text} lang={item.lang} />
        </div>
        <TextArea
          label={t('second.text')}
          hint={t('second.about')}
          error={isTooLong ? t('composer.too-long', { most: LIMITS.ideaCharacters }) : problem}
          lang={lang}
          value={text}
          // The panel was opened to write this.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={(event) => {
            setText(event.target.value)
            setProblem(undefined)
          }}
          onKeyDown={handleKey}
        />
        <SelectField label={t('second.language')} value={lang} onChange={(event) => setChosen(event.target.value)}>
          {listLanguages(reader, lang).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <div className={styles.actions}>
          <Button
            look="primary"
            disabled={!clean || isTooLong || isBusy}
            onClick={() => void save({ lang, text: clean })}
          >
            {t('action.save')}
          </Button>
          {item.second && (
            <Button disabled={isBusy} onClick={() => void save(undefined)}>
              {t('second.remove')}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
