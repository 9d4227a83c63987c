import { Check } from 'lucide-react'
import { useNumber, useText } from '../../i18n/text.ts'
import { joinClasses } from '../../ui/classes.ts'
import { useCafe } from './cafe-model.ts'
import styles from './cafe.module.css'

/** How this café runs: its rounds and the harvest, what is over, what is on, how long. */
export const RunPlan = () => {
  const t = useText()
  const number = useNumber()
  const { step, view } = useCafe()
  const at = step.phases.findIndex(({ key }) => key === step.phase)
  const rounds = step.phases.flatMap(({ key, minutes }, place) => {
    const [, found] = /^round-(\d)$/.exec(key) ?? []
    if (found !== undefined) {
      const round = Number(found)
      const words =
        round === 1
          ? t('cafe.plan-first', { count: view.tables.length })
          : t(view.mode === 'free' ? 'cafe.plan-free' : view.hosts === 'relay' ? 'cafe.plan-relay' : 'cafe.plan-next')
      return [
        { key, place, mark: number(round), words: `${t('cafe.plan-round', { number: round, minutes })} ${words}` },
      ]
    }
    if (key !== 'harvest') return []
    return [{ key, place, mark: number(view.rounds + 1), words: t('cafe.plan-harvest', { minutes }) }]
  })
  // While people move, the round they move to is the one to be looked at.
  const now = rounds.find(({ place }) => place >= at)?.key
  return (
    <section className={styles.card} aria-labelledby="cafe-runs">
      <h2 id="cafe-runs" className={styles.heading}>
        {t('cafe.runs')}
      </h2>
      <ol className={styles.plan}>
        {rounds.map(({ key, place, mark, words }) => {
          const isDone = place < at
          return (
            <li
              key={key}
              className={joinClasses(isDone && styles.done, key === now && styles.now)}
              aria-current={key === now ? 'step' : undefined}
            >
              <span className={styles.mark} aria-hidden="true">
                {isDone ? <Check size={14} /> : mark}
              </span>
              <span>{words}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
