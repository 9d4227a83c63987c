import type { Item, Link } from '@roundel/shared/board'
import type { ItemId, LinkId } from '@roundel/shared/kernel'
import { coverageOf } from '@roundel/shared/methods/reverse'
import { CircleCheck } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { ItemText } from './item-text.tsx'
import { Note } from './note.tsx'
import styles from './worse-ideas.module.css'

/** What would make things worse, each with the solutions that people made of it, to be read only. */
export const WorseIdeas = ({
  items,
  board,
  links,
  duplicates,
}: {
  readonly items: readonly Item[]
  readonly board: ReadonlyMap<ItemId, Item>
  readonly links: ReadonlyMap<LinkId, Link>
  readonly duplicates: ReadonlyMap<ItemId, readonly Item[]>
}) => {
  const t = useText()
  const { turnings } = coverageOf(board, [...links.values()])
  const solutionsOf = (id: ItemId): readonly Item[] =>
    (turnings.find(({ item }) => item === id)?.inversions ?? []).flatMap((idea) => board.get(idea) ?? [])
  return (
    <section aria-labelledby="worse-ideas">
      <h2 id="worse-ideas" className={styles.heading}>
        {t('outcome.worse')}
      </h2>
      <ul className={styles.list}>
        {items.map((item) => {
          const solutions = solutionsOf(item.id)
          return (
            <li key={item.id} className={styles.item}>
              <Note item={item} isOwn={false} same={duplicates.get(item.id)} />
              {solutions.length > 0 && (
                <ul className={styles.solutions} aria-label={t('outcome.solutions')}>
                  {solutions.map(({ id, text, lang, second }) => (
                    <li key={id} className={styles.solution}>
                      <CircleCheck size={16} aria-hidden="true" />
                      <ItemText text={text} lang={lang} second={second} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
