import type { Item } from '@roundel/shared/board'
import { asId } from '@roundel/shared/kernel'
import { Link2 } from 'lucide-react'
import { Note } from '../../board/note.tsx'
import { useText } from '../../i18n/text.ts'
import styles from './ready-ideas.module.css'
import { useTell } from './use-tell.ts'
import type { Pair } from './use-turning.ts'

/** Ideas that were there, each with the way to the bad idea that it turns round. */
export const ReadyIdeas = ({
  ready,
  pairs,
  mayLink,
}: {
  readonly ready: readonly Item[]
  readonly pairs: readonly Pair[]
  readonly mayLink: boolean
}) => {
  const t = useText()
  const tell = useTell()
  if (ready.length === 0) return null
  return (
    <section className={styles.ready} aria-labelledby="ready-ideas">
      <h2 id="ready-ideas" className={styles.heading}>
        {t('reverse.ready')}
      </h2>
      <p className={styles.why}>{t('reverse.ready-why')}</p>
      <ul className={styles.list}>
        {ready.map((item) => {
          const linked = new Set(
            pairs.flatMap((pair) => (pair.solutions.some(({ id }) => id === item.id) ? [pair.item.id] : [])),
          )
          const rest = pairs.filter((pair) => !linked.has(pair.item.id))
          return (
            <li key={item.id} className={styles.item}>
              <Note item={item} isOwn={false} />
              {mayLink && rest.length > 0 && (
                <label className={styles.choose}>
                  <Link2 size={18} aria-hidden="true" />
                  <select
                    aria-label={t('reverse.ready-of', { text: item.text })}
                    value=""
                    onChange={({ target }) =>
                      void tell(
                        { type: 'turn-round', idea: item.id, inverts: [asId<'item'>(target.value)] },
                        t('reverse.linked'),
                      )
                    }
                  >
                    <option value="">{t('reverse.ready-choose')}</option>
                    {rest.map((pair) => (
                      <option key={pair.item.id} value={pair.item.id}>
                        {pair.item.text}
                      </option>
                    ))}
                  </select>
                </label>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
