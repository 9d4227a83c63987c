import type { Item } from '@roundel/shared/board'
import type { StepId } from '@roundel/shared/kernel'
import type { RandomView } from '@roundel/shared/methods/random'
import { Suspense, useId } from 'react'
import { useText } from '../../i18n/text.ts'
import { MoreTexts } from '../../i18n/texts.tsx'
import { useBoard, useRecords, useView } from '../../sync/room-context.ts'
import { useWork } from '../use-work.ts'
import { useCardText } from './deck-texts.ts'
import styles from './stimuli-tray.module.css'
import { RANDOM_TEXTS } from './texts.ts'

const Cards = ({ step, items }: { readonly step: StepId; readonly items: ReadonlyMap<string, Item> }) => {
  const work = useWork<RandomView>(step)
  const cardText = useCardText()
  return work?.stimuli.flatMap(({ item, key }) => {
    if (items.get(item)?.state !== 'published') return []
    const { name, lang } = cardText(work.deck, key)
    return [
      <li key={item} className={styles.card} lang={lang === 'und' ? undefined : lang} dir="auto">
        {name}
      </li>,
    ]
  })
}

const Tray = () => {
  const t = useText()
  const heading = useId()
  const { session, step: live } = useView()
  const items = useRecords<Item>(useBoard()?.items)
  const drawn = new Set([...items.values()].flatMap(({ kind, step }) => (kind === 'stimulus' ? [step] : [])))
  const steps = session.agenda.filter(({ id, kind }) => kind === 'random' && id !== live?.id && drawn.has(id))
  if (steps.length === 0) return null
  return (
    <section aria-labelledby={heading} className={styles.tray}>
      <h2 id={heading} className={styles.heading}>
        {t('random.tray')}
      </h2>
      <ul className={styles.cards}>
        {steps.map(({ id }) => (
          <Cards key={id} step={id} items={items} />
        ))}
      </ul>
    </section>
  )
}

/** The cards of earlier steps, small, beside what people write now: whoever is stuck looks there again. */
export const StimuliTray = () => (
  <Suspense>
    <MoreTexts from={RANDOM_TEXTS}>
      <Tray />
    </MoreTexts>
  </Suspense>
)
