import { ABSTAIN, type Answer, type ScaleId } from '@roundel/shared/scoring'
import { useId } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { joinClasses } from '../ui/classes.ts'
import { type CriterionWords, scaleValues, wordOf } from './criterion-words.ts'
import styles from './scale-row.module.css'

/**
 * One criterion of one idea: labelled choices, one press each. Native radio buttons beneath, so that arrows and screen
 * readers work as everywhere. "Cannot judge" stands apart from the scale, and is as good an answer.
 */
export const ScaleRow = ({
  criterion,
  scale,
  answer,
  place,
  onAnswer,
}: {
  readonly criterion: CriterionWords
  readonly scale: ScaleId
  readonly answer: Answer | undefined
  /** Which of the criteria, from 0: each has a colour and a letter of its own. */
  readonly place: number
  readonly onAnswer: (answer: Answer) => void
}) => {
  const t = useText()
  const number = useNumber()
  const name = useId()
  const values = scaleValues(scale)
  const hasWords = wordOf(t, scale, values[0] ?? 0) !== undefined
  const abstain = t(scale === 'yes-no' ? 'scoring.answer.unsure' : 'scoring.answer.abstain')
  const { label, question, lowest, middle, highest, letter } = criterion
  return (
    <fieldset className={styles.row} data-place={place % 3} aria-describedby={`${name}-about`}>
      <legend className={styles.legend}>
        <span className={styles.letter} aria-hidden="true">
          {letter}
        </span>
        <bdi>{label}</bdi>
      </legend>
      <p id={`${name}-about`} className={styles.question} dir="auto">
        {question}
      </p>
      <div className={joinClasses(styles.answers, values.length > 6 && styles.many)}>
        {values.map((value) => {
          const word = wordOf(t, scale, value)
          const isWord = scale === 'yes-no' || scale === 'no-partly-yes'
          return (
            <label key={value} className={styles.value}>
              <input
                className={styles.input}
                type="radio"
                name={name}
                checked={answer === value}
                onChange={() => onAnswer(value)}
              />
              <span className={styles.number}>{isWord ? word : number(value)}</span>
              {word && !isWord && <span className={styles.word}>{word}</span>}
            </label>
          )
        })}
        <label className={joinClasses(styles.value, styles.abstain)}>
          <input
            className={styles.input}
            type="radio"
            name={name}
            checked={answer === ABSTAIN}
            onChange={() => onAnswer(ABSTAIN)}
            aria-label={abstain}
          />
          {/* Where there is room it is said in words; elsewhere by a sign that is explained below the ballot. */}
          <span className={styles.word} aria-hidden="true">
            {abstain}
          </span>
          <span className={styles.sign} aria-hidden="true">
            {t('score.abstain-sign')}
          </span>
        </label>
      </div>
      {lowest && !hasWords && (
        <p className={styles.anchors} aria-hidden="true">
          <span dir="auto">{lowest}</span>
          {middle && <span dir="auto">{middle}</span>}
          <span dir="auto">{highest}</span>
        </p>
      )}
    </fieldset>
  )
}
