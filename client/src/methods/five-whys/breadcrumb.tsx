import type { ItemId } from '@roundel/shared/kernel'
import { pathOf } from '@roundel/shared/methods/five-whys'
import { useText } from '../../i18n/text.ts'
import { useWhys } from './model.ts'
import styles from './whys.module.css'

/** The way down from the problem to what is looked at; each place above is one press away. */
export const Breadcrumb = ({ item }: { readonly item: ItemId | undefined }) => {
  const t = useText()
  const { tree, say, problem, choose } = useWhys()
  if (item === undefined) return null
  const above = pathOf(tree, item).slice(1).toReversed()
  return (
    <nav aria-label={t('whys.way-up')}>
      <ol className={styles.crumbs}>
        <li>
          <button type="button" className={styles.crumb} onClick={() => choose(undefined)}>
            <span dir="auto">{problem || t('whys.problem')}</span>
          </button>
        </li>
        {above.map((cause) => (
          <li key={cause.item}>
            <button type="button" className={styles.crumb} onClick={() => choose(cause.item)}>
              <span dir="auto">{say(cause.item)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
