import type { ScoringResult, TescoResult } from '@roundel/shared/scoring'
import { Check, Minus, TriangleAlert } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { joinClasses } from '../ui/classes.ts'
import { useCriteriaIn } from './result-criteria.ts'
import styles from './tesco-tiles.module.css'
import { useSubjects } from './use-subjects.ts'

const ICONS = { passes: Check, neutral: Minus, harms: TriangleAlert } as const

/** Ideas in tiers, by how many of the three questions they pass; each question with its verdict in a mark and a word. */
export const TescoTiles = ({ result }: { readonly result: ScoringResult & TescoResult }) => {
  const t = useText()
  const subjectOf = useSubjects()
  const criteria = useCriteriaIn(result)
  return (
    <section className={styles.part} aria-labelledby="tiers">
      <h2 id="tiers">{t('score.tiers')}</h2>
      {result.tiers.map(({ passes, items }) => (
        <div key={passes} className={styles.tier}>
          <h3>{t('score.tier', { passes })}</h3>
          <ul>
            {items.map((item) => {
              const verdicts = result.verdicts.find((each) => each.item === item)
              return (
                <li key={item} className={styles.tile}>
                  <p className={styles.text} dir="auto" translate="yes">
                    {subjectOf(item).text}
                  </p>
                  <ul className={styles.verdicts}>
                    {criteria.map(({ key, label }) => {
                      const verdict = verdicts?.byCriterion[key]
                      if (!verdict) return null
                      const Icon = ICONS[verdict]
                      return (
                        <li key={key} className={joinClasses(styles.verdict, styles[verdict])}>
                          <Icon size={16} aria-hidden="true" />
                          <span>
                            <bdi>{label}</bdi>: {t(`scoring.verdict.${verdict}`)}
                          </span>
                        </li>
                      )
                    })}
                  </ul>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </section>
  )
}
