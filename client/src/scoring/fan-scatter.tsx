import { type Judged, SCALES, type ScoringResult } from '@roundel/shared/scoring'
import { useNumber, useText } from '../i18n/text.ts'
import styles from './fan-scatter.module.css'
import { Letter } from './letter.tsx'
import { letterOf } from './letters.ts'
import { useCriteriaIn } from './result-criteria.ts'
import { useSubjects } from './use-subjects.ts'

const SIZE = 360
const EDGE = 44
const SMALLEST = 10
const LARGEST = 22

/**
 * Feasible against attractive, larger circles newer. The axes show the whole scale and are never zoomed; letters stand for
 * ideas, and what the picture says is said in the table too.
 */
export const FanScatter = ({ result }: { readonly result: ScoringResult & Judged }) => {
  const t = useText()
  const number = useNumber()
  const subjectOf = useSubjects()
  const [feasible, attractive, novel] = useCriteriaIn(result)
  const { lowest, highest } = SCALES[result.scale]
  const inner = SIZE - 2 * EDGE
  const part = (value: number): number => (value - lowest) / (highest - lowest)
  const x = (value: number): number => EDGE + part(value) * inner
  const y = (value: number): number => SIZE - EDGE - part(value) * inner
  const ticks = Array.from(
    { length: Math.min(6, highest - lowest + 1) },
    (_, index, all = Math.min(6, highest - lowest + 1)) =>
      lowest + Math.round((index * (highest - lowest)) / Math.max(1, all - 1)),
  )
  const points = result.items.flatMap(({ item, cells }) => {
    const [f, a, n] = cells.map(({ figures }) => figures?.mean)
    return f === undefined || a === undefined ? [] : [{ item, f, a, n: n ?? lowest }]
  })
  // Smaller circles lie on larger ones, so that none is covered whole.
  const ordered = points.toSorted((one, other) => other.n - one.n)
  const middle = (lowest + highest) / 2
  return (
    <section className={styles.part} aria-labelledby="scatter">
      <h2 id="scatter">{t('score.scatter', { x: feasible?.label ?? '', y: attractive?.label ?? '' })}</h2>
      <p className={styles.about}>{t('score.scatter-about', { size: novel?.label ?? '' })}</p>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-label={t('score.scatter-says', { count: points.length })}
      >
        <rect
          className={styles.first}
          x={x(middle)}
          y={y(highest)}
          width={x(highest) - x(middle)}
          height={y(middle) - y(highest)}
        />
        {ticks.map((tick) => (
          <g key={tick}>
            <line className={styles.line} x1={x(tick)} x2={x(tick)} y1={y(lowest)} y2={y(highest)} />
            <line className={styles.line} x1={x(lowest)} x2={x(highest)} y1={y(tick)} y2={y(tick)} />
            <text className={styles.tick} x={x(tick)} y={SIZE - EDGE + 18} textAnchor="middle">
              {number(tick)}
            </text>
            <text className={styles.tick} x={EDGE - 12} y={y(tick) + 4} textAnchor="end">
              {number(tick)}
            </text>
          </g>
        ))}
        {ordered.map(({ item, f, a, n }) => (
          <circle
            key={item}
            className={styles.point}
            cx={x(f)}
            cy={y(a)}
            r={SMALLEST + part(n) * (LARGEST - SMALLEST)}
          />
        ))}
        {points.map(({ item, f, a }) => (
          <text key={item} className={styles.name} x={x(f)} y={y(a) + 5} textAnchor="middle">
            {letterOf(result, item)}
          </text>
        ))}
        <text className={styles.axis} x={SIZE - EDGE} y={SIZE - 8} textAnchor="end">
          {feasible?.label}
        </text>
        <text className={styles.axis} x={EDGE} y={EDGE - 18} textAnchor="start">
          {attractive?.label}
        </text>
      </svg>
      <ul className={styles.legend}>
        {points.map(({ item }) => (
          <li key={item}>
            <Letter result={result} item={item} />
            <span dir="auto" translate="yes">
              {subjectOf(item).text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
