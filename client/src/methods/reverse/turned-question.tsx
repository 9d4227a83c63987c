import type { StepPart } from '@roundel/shared/session'
import { RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import { ItemText } from '../../board/item-text.tsx'
import { useText } from '../../i18n/text.ts'
import { Question } from '../../session/question.tsx'
import styles from './turned-question.module.css'
import { useTurned } from './use-turned.ts'

/** The question turned round, in a frame with a sign before it, and the original beside it: a negation is hard to read. */
export const TurnedQuestion = ({
  step,
  sub,
  aside,
}: {
  readonly step: StepPart
  readonly sub: ReactNode
  readonly aside?: ReactNode
}) => {
  const t = useText()
  const { question, original, prompts } = useTurned(step)
  return (
    <div className={styles.banner}>
      <span className={styles.mark} aria-hidden="true">
        <RotateCcw size={26} strokeWidth={2.2} />
      </span>
      <div className={styles.words}>
        <Question
          heading={question}
          sub={
            <>
              <span className={styles.original}>{t('reverse.instead-of', { question: original })}</span>
              <span className={styles.sub}>{sub}</span>
            </>
          }
          aside={aside}
        />
        {prompts.length > 0 && (
          <div className={styles.prompts}>
            <p id="begins-from">{t('reverse.begins-from')}</p>
            <ul aria-labelledby="begins-from">
              {prompts.map(({ id, text, lang, second }) => (
                <li key={id} className={styles.prompt}>
                  <ItemText text={text} lang={lang} second={second} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  )
}
