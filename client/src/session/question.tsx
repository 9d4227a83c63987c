import type { Challenge, Language } from '@roundel/shared/session'
import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLanguage, useText } from '../i18n/text.ts'
import { useView } from '../sync/room-context.ts'
import { Chip } from '../ui/chip.tsx'
import { joinClasses } from '../ui/classes.ts'
import { useFocusWhenLost } from '../ui/focus.ts'
import styles from './question.module.css'

/** A question of more characters than this is drawn smaller: what people work on is to be seen beside it. */
const LONG = 140

/** The question as this person reads it: in their language where the facilitator translated it. */
const questionFor = (challenge: Challenge, language: Language): string =>
  challenge.translations?.[language] ?? challenge.text

/** The one question of a screen, what is going on, and how far along everyone is. */
export const Question = ({
  heading: given,
  sub,
  aside,
}: {
  /** What is shown instead, where nobody is asked anything. */
  readonly heading?: string
  readonly sub: ReactNode
  readonly aside?: ReactNode
}) => {
  const t = useText()
  const language = useLanguage()
  const { session, step } = useView()
  const heading = useFocusWhenLost(`${step?.id} ${step?.phase}`)
  const { who, what, why } = session.challenge
  const question = given || step?.question || questionFor(session.challenge, language) || session.title
  return (
    <div className={styles.prompt}>
      <div className={styles.words}>
        <h1
          id="question"
          ref={heading}
          tabIndex={-1}
          className={joinClasses(styles.question, question.length > LONG && styles.long)}
          dir="auto"
          translate="yes"
        >
          {question}
        </h1>
        {!given && !step?.question && who && what && why && (
          <p className={styles.formula} dir="auto" translate="yes">
            {t('question.formula', { who, what, why })}
          </p>
        )}
        <p className={styles.sub}>{sub}</p>
      </div>
      {(aside || step?.locked) && (
        <div className={styles.aside}>
          {step?.locked && (
            <Chip tone="warn">
              <Lock size={14} aria-hidden="true" />
              {t('question.locked')}
            </Chip>
          )}
          {aside}
        </div>
      )}
    </div>
  )
}
