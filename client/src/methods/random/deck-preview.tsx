import { type DeckId, deckOf } from '@roundel/shared/methods/random/decks'
import { Suspense } from 'react'
import { useList, useText } from '../../i18n/text.ts'
import { useCardText } from './deck-texts.ts'
import styles from './options.module.css'
import { PICTURE_ICONS } from './pictures.tsx'

/** So many cards are shown, from all over the deck. */
const SHOWN = 6

const Cards = ({ deck }: { readonly deck: DeckId }) => {
  const t = useText()
  const list = useList()
  const cardText = useCardText()
  const { id, version, keys } = deckOf(deck)
  const sample = keys.filter((_, index) => index % Math.floor(keys.length / SHOWN) === 0).slice(0, SHOWN)
  const icons: Readonly<Record<string, (typeof PICTURE_ICONS)[keyof typeof PICTURE_ICONS]>> = PICTURE_ICONS
  const named = sample.map((key) => cardText({ id, version, size: keys.length }, key).name)
  return (
    <div className={styles.preview}>
      {deck === 'pictures' && (
        <p className={styles.icons} aria-hidden="true">
          {sample.map((key) => {
            const Icon = icons[key]
            return Icon && <Icon key={key} size={26} strokeWidth={1.6} />
          })}
        </p>
      )}
      <p>{t('random.deck-preview', { cards: list(named) })}</p>
      <p>{t('random.deck-read', { count: keys.length })}</p>
    </div>
  )
}

/** Some cards of a deck of ours, in the reader's language. */
export const DeckPreview = ({ deck }: { readonly deck: DeckId }) => (
  <Suspense>
    <Cards deck={deck} />
  </Suspense>
)
