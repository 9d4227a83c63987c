import type { RandomView } from '@roundel/shared/methods/random'
import type { ReactNode } from 'react'
import { joinClasses } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './card.module.css'
import { useCardText } from './deck-texts.ts'
import { PICTURE_ICONS } from './pictures.tsx'

/** One card, face up. It turns over when it comes, where the reader has nothing against motion. */
export const Card = ({
  deck,
  cardKey,
  place = 0,
  size = 'large',
  children,
}: {
  readonly deck: RandomView['deck']
  readonly cardKey: string
  /** Which of several, so that they turn one after the other. */
  readonly place?: number
  readonly size?: 'large' | 'small'
  /** What can be done with it. */
  readonly children?: ReactNode
}) => {
  const { name, lang, alt } = useCardText()(deck, cardKey)
  const icons: Readonly<Record<string, (typeof PICTURE_ICONS)[keyof typeof PICTURE_ICONS]>> = PICTURE_ICONS
  const Icon = deck.id === 'pictures' ? icons[cardKey] : undefined
  return (
    <div className={joinClasses(styles.card, styles[size])} style={{ animationDelay: `${place * 120}ms` }}>
      <div className={styles.face}>
        {Icon && (
          <span className={styles.picture}>
            <Icon aria-hidden="true" strokeWidth={1.4} />
            {alt && <VisuallyHidden>{alt}</VisuallyHidden>}
          </span>
        )}
        <span className={styles.name} lang={lang === 'und' ? undefined : lang} dir="auto">
          {name}
        </span>
      </div>
      {children}
    </div>
  )
}

/** Cards that nobody has drawn yet. */
export const FaceDownCards = ({ count, label }: { readonly count: number; readonly label: string }) => (
  <div className={styles.faceDown}>
    <div className={styles.backs} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className={styles.back} />
      ))}
    </div>
    <p className={styles.label}>{label}</p>
  </div>
)
