import type { Draft, DraftItem } from '@roundel/shared/board'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useSettledDrafts } from '../state/settled-drafts.ts'
import { Alert } from '../ui/alert.tsx'
import { joinClasses } from '../ui/classes.ts'
import { ItemText } from './item-text.tsx'
import { LateChoices } from './late-choices.tsx'
import type { LeftOver } from './left-over.ts'
import { PolaritySign } from './polarity-sign.tsx'
import { usePublishLate } from './use-publish-late.ts'
import styles from './late-drafts.module.css'

const List = ({
  draft,
  items,
  asks,
}: {
  readonly draft: Draft
  readonly items: readonly DraftItem[]
  readonly asks: boolean
}) => {
  const settle = useSettledDrafts((settled) => settled.settle)
  const publish = usePublishLate()
  const [problem, setProblem] = useState<string>()
  return (
    <>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <ItemText text={item.text} lang={item.lang} second={item.second} />
            <PolaritySign kind={item.kind} />
            <LateChoices
              onAdd={() => void publish(item.id).then(setProblem)}
              {...(asks && { onKeep: () => settle(item.id) })}
              onDiscard={() => draft.items.remove(item.id)}
            />
          </li>
        ))}
      </ul>
      <Alert>{problem}</Alert>
    </>
  )
}

/**
 * Private ideas of a step that were left over at its reveal. Their owner is asked once what shall become of each; nobody
 * else learns that they exist.
 */
export const LateDrafts = ({ draft, leftOver }: { readonly draft: Draft; readonly leftOver: LeftOver }) => {
  const t = useText()
  return (
    <>
      {leftOver.asked.length > 0 && (
        <section className={styles.late} aria-labelledby="late-drafts">
          <h2 id="late-drafts" className={styles.heading}>
            {t('late.title', { count: leftOver.asked.length })}
          </h2>
          <List draft={draft} items={leftOver.asked} asks />
        </section>
      )}
      {leftOver.kept.length > 0 && (
        <section className={joinClasses(styles.late, styles.kept)} aria-labelledby="kept-drafts">
          <h2 id="kept-drafts" className={styles.heading}>
            {t('late.kept', { count: leftOver.kept.length })}
          </h2>
          <List draft={draft} items={leftOver.kept} asks={false} />
        </section>
      )}
    </>
  )
}
