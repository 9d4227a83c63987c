import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useKeptTexts, useKeptTextsOf } from '../state/kept-texts.ts'
import { useRoom, useViewPart } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import styles from './kept-texts.module.css'

/** One's own texts of this session that could not be delivered: to be copied, or thrown away by their writer alone. */
export const KeptTexts = () => {
  const t = useText()
  const { id: session } = useRoom()
  const texts = useKeptTextsOf(session, useViewPart('me').seat)
  const drop = useKeptTexts((kept) => kept.drop)
  const [copied, setCopied] = useState<string>()
  if (texts.length === 0) return null
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard?.writeText(text)
    setCopied(text)
  }
  return (
    <section className={styles.kept} aria-labelledby="kept-texts">
      <h2 id="kept-texts" className={styles.heading}>
        {t('kept.title', { count: texts.length })}
      </h2>
      <p className={styles.why}>{t('kept.why')}</p>
      <ul className={styles.list}>
        {texts.map(({ id, text }) => (
          <li key={`${id} ${text}`} className={styles.text}>
            <p dir="auto" translate="yes">
              {text}
            </p>
            <div className={styles.actions}>
              {/* Without https browsers have no clipboard; the text can be selected all the same. */}
              {navigator.clipboard && (
                <Button look="quiet" onClick={() => void copy(text)}>
                  {copied === text ? t('action.copied') : t('action.copy')}
                </Button>
              )}
              <Button look="quiet" onClick={() => drop(session, [{ id, text }])}>
                {t('kept.discard')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
