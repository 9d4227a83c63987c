import type { ItemId } from '@roundel/shared/kernel'
import { Check, X } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { joinClasses } from '../../ui/classes.ts'
import styles from './decide.module.css'
import { DraftTextArea } from './draft-field.tsx'
import type { Deciding } from './model.ts'
import { useChosen } from './use-chosen.ts'
import { useGive } from './use-give.ts'
import { useIdeaWords } from './use-ideas.ts'
import { VoteSaid } from './vote-said.tsx'

/** The ideas that were chosen, each to be taken out again by those who write the decision down. */
const Chosen = ({
  deciding,
  onTakeOut,
}: {
  readonly deciding: Deciding
  readonly onTakeOut?: (id: ItemId) => void
}) => {
  const t = useText()
  const wordsOf = useIdeaWords()
  const { chosen } = deciding.view.decision
  return (
    <div className={styles.words}>
      <h2 className={styles.subheading}>{t('decide.chosen')}</h2>
      {chosen.length === 0 ? (
        <p className={styles.small}>{t('decide.none-chosen')}</p>
      ) : (
        <ul className={styles.chosen}>
          {chosen.map((id) => (
            <li key={id} className={joinClasses(styles.idea, !onTakeOut && styles.plain)}>
              <span className={styles.ideaWords}>
                <span dir="auto" translate="yes">
                  {wordsOf(id)}
                </span>
                <VoteSaid view={deciding.view} id={id} />
              </span>
              {onTakeOut && (
                <IconButton label={t('decide.take-out', { text: wordsOf(id) })} onClick={() => onTakeOut(id)}>
                  <X size={16} aria-hidden="true" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** More letters than this are set smaller, so that they are seen at once. */
const LONG = 280

const Said = ({ deciding }: { readonly deciding: Deciding }) => {
  const t = useText()
  const { decision } = deciding.view
  return (
    <>
      <h2 className={styles.subheading}>{t('decide.decision')}</h2>
      {decision.text ? (
        <p className={joinClasses(styles.said, decision.text.length > LONG && styles.long)} dir="auto" translate="yes">
          {decision.text}
        </p>
      ) : (
        <p className={styles.small}>{t('decide.none-yet')}</p>
      )}
    </>
  )
}

/** What is decided: its words, the ideas it takes up, and why. Written by a few, seen by everybody as it grows. */
export const DecisionCard = ({ deciding }: { readonly deciding: Deciding }) => {
  const t = useText()
  const { send, isBusy, problem } = useGive()
  const { view, own, may } = deciding
  const { decision, lacks } = view
  const { decided, revision } = decision
  const writes = may('draft-decision')
  const chosen = useChosen(decision)
  const takeOut = (id: ItemId): void => chosen.change(decision.chosen.filter((other) => other !== id))
  return (
    <section className={styles.card} aria-label={t('decide.decision')}>
      {writes ? (
        <DraftTextArea
          field="text"
          decision={decision}
          label={t('decide.decision')}
          placeholder={t('decide.decision-placeholder')}
        />
      ) : (
        <Said deciding={deciding} />
      )}
      <Chosen deciding={deciding} {...(writes && { onTakeOut: takeOut })} />
      {writes ? (
        <DraftTextArea
          field="why"
          decision={decision}
          label={t('decide.why')}
          placeholder={t('decide.why-placeholder')}
          hint={lacks === 'why' ? t('decide.why-needed') : undefined}
        />
      ) : (
        decision.why && (
          <div className={styles.words}>
            <h2 className={styles.subheading}>{t('decide.why')}</h2>
            <p className={styles.text} dir="auto" translate="yes">
              {decision.why}
            </p>
          </div>
        )
      )}
      {decided && (
        <p className={styles.decided}>
          <Check size={20} aria-hidden="true" />
          {decided.name ? t('decide.decided-by', { name: decided.name }) : t('decide.decided')}
        </p>
      )}
      {own.decides && !decided && (
        <div className={styles.acts}>
          <Button
            look="primary"
            large
            disabled={lacks !== undefined || isBusy}
            onClick={() => void send({ type: 'decide', revision })}
          >
            <Check size={20} aria-hidden="true" />
            {t('decide.press')}
          </Button>
          {lacks && <p className={styles.small}>{t(lacks === 'text' ? 'decide.text-needed' : 'decide.why-needed')}</p>}
        </div>
      )}
      {writes && decided && <p className={styles.small}>{t('decide.opens-again')}</p>}
      <Alert>{problem ?? chosen.problem}</Alert>
    </section>
  )
}
