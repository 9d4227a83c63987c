import type { Item } from '@roundel/shared/board'
import { useText } from '../../i18n/text.ts'
import { Question } from '../../session/question.tsx'
import { Track } from '../../ui/track.tsx'
import { ItemText } from '../../board/item-text.tsx'
import { useRandom } from './random-context.ts'
import styles from './random-question.module.css'

/** The items that the step was given as its focus; negative ideas lie among the cards instead. */
const useFocus = (): readonly Item[] => {
  const { step, items } = useRandom()
  return (step.prompts ?? []).flatMap((id) => {
    const item = items.get(id)
    return item?.state === 'published' && item.kind !== 'negative-idea' ? [item] : []
  })
}

/** The question, what is going on, and what the room is to keep in view. */
export const RandomQuestion = () => {
  const t = useText()
  const { step } = useRandom()
  const focus = useFocus()
  const { ready, writers, here } = step.counts
  const goal = here * Number(step.data['goalPerPerson'] ?? 0)
  const subs: Readonly<Record<string, string>> = {
    frame: t('random.frame-sub'),
    associate: t('random.associate-sub'),
    connect: t('random.connect-sub'),
    bridge: ready > 0 ? t('random.bridge-count', { ideas: ready, people: writers }) : t('random.bridge-sub'),
  }
  return (
    <>
      <Question
        sub={subs[step.phase]}
        aside={
          step.phase === 'associate' &&
          goal > 0 && <Track part={ready / goal} label={t('random.so-far', { count: ready, goal })} />
        }
      />
      {focus.length > 0 && (
        <section className={styles.focus} aria-label={t('random.focus')}>
          {focus.map((item) => (
            <ItemText key={item.id} text={item.text} lang={item.lang} second={item.second} />
          ))}
        </section>
      )}
    </>
  )
}
