import type { ItemId } from '@roundel/shared/kernel'
import { ItemText } from '../../board/item-text.tsx'
import { useWhys } from './model.ts'
import styles from './whys.module.css'

/** What a cause says, or for none the problem, as it was written. */
export const Quoted = ({ item }: { readonly item: ItemId | undefined }) => {
  const { say, itemOf, problem } = useWhys()
  const found = item === undefined ? undefined : itemOf(item)
  return (
    <div className={styles.quoted}>
      <ItemText
        text={item === undefined ? problem : say(item)}
        lang={found?.state === 'published' ? found.lang : 'und'}
        second={found?.state === 'published' ? found.second : undefined}
      />
    </div>
  )
}
