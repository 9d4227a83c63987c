import { type StepId, asId } from '@roundel/shared/kernel'
import type { ScoringResult } from '@roundel/shared/scoring'
import { ArrowDown, ArrowUp, Minus } from 'lucide-react'
import { useState } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { SelectField } from '../ui/field.tsx'
import { type EarlierVote, useEarlierVotes } from './earlier-votes.ts'
import { type Moved, movesBetween } from './moves-between.ts'
import styles from './rank-flow.module.css'
import { useSubjects } from './use-subjects.ts'

/** Height of a place, in the chart's own units. */
const ROW = 44
const WIDTH = 120

/** How places changed from an earlier vote to this one: lines from place to place, and beside them the same in words. */
export const RankFlow = ({ result, step }: { readonly result: ScoringResult; readonly step?: StepId }) => {
  const t = useText()
  const earlier = useEarlierVotes(step).filter((vote) => movesBetween(vote.result, result).length > 1)
  const [chosen, setChosen] = useState<string>()
  const vote = earlier.find((each) => each.step === chosen) ?? earlier[0]
  if (!vote) return null
  const nameOf = ({ place, result: { scoring } }: EarlierVote): string =>
    t('score.vote-of', { scoring: t(`scoring.name.${scoring as 'fan'}`), place })
  return (
    <section className={styles.part} aria-labelledby="flow">
      <h2 id="flow">{t('score.flow')}</h2>
      <p className={styles.about}>{t('score.flow-about')}</p>
      {earlier.length > 1 && (
        <SelectField label={t('score.flow-with')} value={vote.step} onChange={({ target }) => setChosen(target.value)}>
          {earlier.map((each) => (
            <option key={each.step} value={each.step}>
              {nameOf(each)}
            </option>
          ))}
        </SelectField>
      )}
      <Flow moves={movesBetween(vote.result, result)} from={nameOf(vote)} />
    </section>
  )
}

const ICONS = { up: ArrowUp, down: ArrowDown, same: Minus } as const

const directionOf = ({ before, now }: Moved): keyof typeof ICONS =>
  now < before ? 'up' : now > before ? 'down' : 'same'

const Flow = ({ moves, from }: { readonly moves: readonly Moved[]; readonly from: string }) => {
  const t = useText()
  const number = useNumber()
  const subjectOf = useSubjects()
  const height = moves.length * ROW
  const rows = new Map(moves.toSorted((one, other) => one.before - other.before).map(({ item }, row) => [item, row]))
  const middle = (row: number): number => row * ROW + ROW / 2
  return (
    <>
      <p className={styles.about}>{t('score.flow-from', { vote: from })}</p>
      <div className={styles.flow}>
        <svg
          className={styles.lines}
          viewBox={`0 0 ${WIDTH} ${height}`}
          preserveAspectRatio="none"
          style={{ blockSize: height }}
          aria-hidden="true"
        >
          {moves.map((move, row) => (
            <line
              key={move.item}
              className={styles[directionOf(move)]}
              x1={0}
              y1={middle(rows.get(move.item) ?? row)}
              x2={WIDTH}
              y2={middle(row)}
            />
          ))}
        </svg>
        <ol className={styles.list}>
          {moves.map((move) => {
            const direction = directionOf(move)
            const Icon = ICONS[direction]
            return (
              <li key={move.item} className={styles.row}>
                <span className={styles.place}>
                  <bdi>{number(move.before)}</bdi>
                  <Icon size={16} aria-hidden="true" />
                  <strong>
                    <bdi>{number(move.now)}</bdi>
                  </strong>
                </span>
                <span className={styles.text} dir="auto" translate="yes">
                  {subjectOf(asId(move.item)).text}
                </span>
                <span className={styles.word}>
                  {t(`score.flow-${direction}`, { count: Math.abs(move.before - move.now) })}
                </span>
              </li>
            )
          })}
        </ol>
      </div>
    </>
  )
}
