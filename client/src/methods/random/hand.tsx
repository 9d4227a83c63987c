import type { RandomView } from '@roundel/shared/methods/random'
import type { ReactNode } from 'react'
import styles from './hand.module.css'
import { Card } from './card.tsx'

type Stimulus = RandomView['cards'][number]

/** Cards side by side. */
export const Hand = ({
  label,
  deck,
  cards,
  actions,
}: {
  readonly label: string
  readonly deck: RandomView['deck']
  readonly cards: readonly Stimulus[]
  /** What can be done with each. */
  readonly actions?: (card: Stimulus, place: number) => ReactNode
}) => (
  <ul className={styles.hand} aria-label={label}>
    {cards.map((card, place) => (
      <li key={card.item}>
        <Card deck={deck} cardKey={card.key} place={place}>
          {actions?.(card, place)}
        </Card>
      </li>
    ))}
  </ul>
)
