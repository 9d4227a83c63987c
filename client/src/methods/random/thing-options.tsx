import type { ItemId } from '@roundel/shared/kernel'
import { useText } from '../../i18n/text.ts'
import { useRandom } from './random-context.ts'

/** Everything that can be chosen, as entries of a list: cards, and under each what was written about it. */
export const ThingOptions = ({ without }: { readonly without: ReadonlySet<ItemId> }) => {
  const t = useText()
  const { things, own, items, nameOf } = useRandom()
  // One's own card that is not on the board leads to ideas, too.
  const held = (own?.hand ?? []).filter(({ item }) => !items.has(item))
  const option = (id: ItemId) =>
    without.has(id) ? null : (
      <option key={id} value={id}>
        {nameOf(id)}
      </option>
    )
  return (
    <>
      {held.length > 0 && <optgroup label={t('random.your-cards')}>{held.map(({ item }) => option(item))}</optgroup>}
      {things.groups.map(({ card, associations }) => (
        <optgroup key={card?.item ?? ''} label={card ? nameOf(card.item) : t('random.no-card')}>
          {card && option(card.item)}
          {associations.map(({ id }) => option(id))}
        </optgroup>
      ))}
      {things.negative.length > 0 && (
        <optgroup label={t('random.negative')}>{things.negative.map(({ id }) => option(id))}</optgroup>
      )}
    </>
  )
}
