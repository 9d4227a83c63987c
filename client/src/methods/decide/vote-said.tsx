import type { ItemId } from '@roundel/shared/kernel'
import type { DecideView } from '@roundel/shared/methods/decide'
import { useText } from '../../i18n/text.ts'
import styles from './decide.module.css'
import { useFigures } from './use-figures.ts'

/** What the vote said of an idea that is chosen, beside it: its place and its figure. Nothing where there was none. */
export const VoteSaid = ({ view, id }: { readonly view: Pick<DecideView, 'scored'>; readonly id: ItemId }) => {
  const t = useText()
  const { rankOf, figureOf } = useFigures(view)
  const rank = rankOf(id)
  if (rank === undefined) return null
  const figure = figureOf(id)
  return (
    <span className={styles.figure}>
      {rank === null ? t('decide.no-place') : t('decide.place', { place: rank })}
      {figure && ` · ${figure}`}
    </span>
  )
}
