import { LIMITS } from '@roundel/shared/kernel'
import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { useCafe } from './cafe-model.ts'
import styles from './cafe.module.css'
import { useThoughts } from './thoughts.ts'
import { usePress } from './use-press.ts'

/** What one had not sent before a move: each is offered to be added where it was meant for. Nobody else knows of it. */
export const UnsentThoughts = () => {
  const t = useText()
  const { tableOf } = useCafe()
  const { thoughts, drop } = useThoughts()
  const { press, isBusy, problem } = usePress()
  if (thoughts.length === 0) return null
  return (
    <section className={styles.unsent} aria-labelledby="cafe-unsent">
      <h2 id="cafe-unsent" className={styles.subheading}>
        {t('cafe.unsent')}
      </h2>
      <Alert>{problem}</Alert>
      <ul className={styles.thoughts}>
        {thoughts.map(({ id, text, kind, lang, table, round }) => (
          <li key={id}>
            <p dir="auto" translate="yes">
              {text}
            </p>
            <div className={styles.acts}>
              <Button
                disabled={isBusy || text.length > LIMITS.ideaCharacters}
                onClick={() =>
                  void press(
                    {
                      type: 'add-to-cloth',
                      table,
                      round,
                      kind: kind === 'note' || kind === 'question' ? kind : 'idea',
                      text,
                      lang,
                    },
                    t('cafe.added-there', { number: tableOf(table)?.number ?? 0 }),
                  ).then((isDone) => {
                    if (isDone) drop(id)
                  })
                }
              >
                {t('cafe.add-there', { number: tableOf(table)?.number ?? 0 })}
              </Button>
              <Button look="quiet" onClick={() => drop(id)}>
                {t('kept.discard')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
