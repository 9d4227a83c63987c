import type { DecideView } from '@roundel/shared/methods/decide'
import { Check } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { joinClasses } from '../../ui/classes.ts'
import { ActionChips, ActionFacts } from './action-facts.tsx'
import { Corrected } from './corrected.tsx'
import styles from './decide.module.css'
import { FeelingCounts } from './feeling-counts.tsx'
import { useIdeaWords } from './use-ideas.ts'
import { VoteSaid } from './vote-said.tsx'

const Decision = ({ view }: { readonly view: DecideView }) => {
  const t = useText()
  const wordsOf = useIdeaWords()
  const { decision, concerns, temperature } = view
  return (
    <section className={styles.card} aria-label={t('decide.decision')}>
      <h2 className={styles.subheading}>{t('decide.decision')}</h2>
      {decision.text ? (
        <p className={styles.said} dir="auto" translate="yes">
          {decision.text}
        </p>
      ) : (
        <p className={styles.small}>{t('decide.not-decided')}</p>
      )}
      {decision.decided && (
        <p className={styles.decided}>
          <Check size={18} aria-hidden="true" />
          {decision.decided.name ? t('decide.decided-by', { name: decision.decided.name }) : t('decide.decided')}
        </p>
      )}
      {decision.text && !decision.decided && <p className={styles.small}>{t('decide.left-open')}</p>}
      <Corrected at={decision.corrected} />
      {decision.chosen.length > 0 && (
        <div className={styles.words}>
          <h3 className={styles.subheading}>{t('decide.chosen')}</h3>
          <ul className={styles.chosen}>
            {decision.chosen.map((id) => (
              <li key={id} className={joinClasses(styles.idea, styles.plain)}>
                <span className={styles.ideaWords}>
                  <span dir="auto" translate="yes">
                    {wordsOf(id)}
                  </span>
                  <VoteSaid view={view} id={id} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {decision.why && (
        <div className={styles.words}>
          <h3 className={styles.subheading}>{t('decide.why')}</h3>
          <p className={styles.text} dir="auto" translate="yes">
            {decision.why}
          </p>
        </div>
      )}
      {temperature?.state === 'shown' && <FeelingCounts counts={temperature.counts} />}
      {concerns.length > 0 && (
        <div className={styles.words}>
          <h3 className={styles.subheading}>{t('decide.concerns')}</h3>
          <ul className={styles.rows}>
            {concerns.map(({ id, text, name }) => (
              <li key={id} className={styles.row}>
                <q dir="auto" translate="yes">
                  {text}
                </q>
                <bdi className={styles.small}>{name ?? t('decide.unsigned')}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

/** What a step decided, to be read only: the decision, what came of it, and what became of earlier actions. */
export const DecideSummary = ({ view }: { readonly view: DecideView }) => {
  const t = useText()
  const { actions, earlier } = view
  return (
    <div className={styles.main}>
      <Decision view={view} />
      {actions.length > 0 && (
        <section className={styles.card} aria-label={t('decide.actions')}>
          <h2 className={styles.heading}>{t('decide.actions')}</h2>
          <ul className={styles.rows}>
            {actions.map((action) => (
              <li key={action.id} className={styles.row}>
                <div className={styles.part}>
                  <p className={styles.strong} dir="auto" translate="yes">
                    {action.text}
                  </p>
                  <ActionChips action={action} />
                  <ActionFacts action={action} />
                  <Corrected at={action.corrected} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {earlier.length > 0 && (
        <section className={styles.card} aria-label={t('decide.earlier')}>
          <h2 className={styles.heading}>{t('decide.earlier')}</h2>
          <ul className={styles.rows}>
            {earlier.map((action) => (
              <li key={`${action.session} ${action.action}`} className={styles.row}>
                <div className={styles.part}>
                  <p className={styles.strong} dir="auto" translate="yes">
                    {action.text}
                  </p>
                  <ActionChips action={action} />
                  <ActionFacts action={action} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
