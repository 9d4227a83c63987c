import { type CauseView, pathOf } from '@roundel/shared/methods/five-whys'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { useWhys } from './model.ts'
import type { usePress } from './use-give.ts'
import styles from './whys.module.css'

/** The causes in other branches that are one and the same as this one. */
export const SameCauses = ({
  cause,
  press,
}: {
  readonly cause: CauseView
  readonly press: ReturnType<typeof usePress>['press']
}) => {
  const t = useText()
  const { tree, say, may, choose, problem } = useWhys()
  const others = tree.same.flatMap((pair) =>
    pair.cause === cause.item ? [pair.as] : pair.as === cause.item ? [pair.cause] : [],
  )
  if (others.length === 0) return null
  return (
    <section aria-label={t('whys.same-known')}>
      <h3 className={styles.subheading}>{t('whys.same-known')}</h3>
      <ul className={styles.entries}>
        {others.map((other) => {
          const above = pathOf(tree, other)[1]
          return (
            <li key={other} className={styles.entry}>
              <button type="button" className={styles.link} onClick={() => choose(other)}>
                <span dir="auto">{say(other)}</span>
                <span className={styles.small} dir="auto">
                  {t('whys.same-under', { text: above ? say(above.item) : problem })}
                </span>
              </button>
              {may('same-cause') && (
                <Button
                  look="quiet"
                  className={styles.start}
                  onClick={() => void press({ type: 'same-cause', cause: cause.item, as: other, same: false })}
                >
                  {t('whys.same-undo')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
