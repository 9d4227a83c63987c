import { FEELINGS } from '@roundel/shared/methods/decide'
import { Lock, Thermometer } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './decide.module.css'
import { FeelingCounts } from './feeling-counts.tsx'
import { FeelingSign } from './feeling-sign.tsx'
import type { Deciding } from './model.ts'
import { useGive } from './use-give.ts'
import { FEELING_WORDS } from './words.ts'

/** Four large buttons: how this person stands to the decision. Nobody else learns it. */
export const AnswerTemperature = ({ deciding }: { readonly deciding: Deciding }) => {
  const t = useText()
  const { send, isBusy, problem } = useGive()
  const { feeling: mine } = deciding.own
  return (
    <section className={styles.card} aria-label={t('decide.temperature-question')}>
      <h2 className={styles.heading}>{t('decide.temperature-question')}</h2>
      <div className={styles.feelings}>
        {FEELINGS.map((feeling) => (
          <button
            key={feeling}
            type="button"
            className={styles.feeling}
            aria-pressed={mine === feeling}
            disabled={isBusy}
            onClick={() => void send({ type: 'answer-temperature', feeling })}
          >
            <FeelingSign feeling={feeling} />
            {t(FEELING_WORDS[feeling])}
          </button>
        ))}
      </div>
      <p className={styles.secret}>
        <Lock size={16} aria-hidden="true" />
        <span className={styles.small}>{t('decide.temperature-secret')}</span>
      </p>
      <output className={styles.small}>
        {mine && t('decide.temperature-yours', { feeling: t(FEELING_WORDS[mine]) })}
      </output>
      <Alert>{problem}</Alert>
    </section>
  )
}

/** How the room stands: asked and shown by those who lead; until then only how many answered. */
export const Temperature = ({ deciding }: { readonly deciding: Deciding }) => {
  const t = useText()
  const { send, isBusy, problem } = useGive()
  const { view, may } = deciding
  const { temperature } = view
  if (!temperature && !may('ask-temperature')) return null
  return (
    <section className={styles.card} aria-label={t('decide.temperature')}>
      <h2 className={styles.heading}>{t('decide.temperature')}</h2>
      {!temperature && <p className={styles.small}>{t('decide.temperature-not-asked')}</p>}
      {temperature?.state === 'open' && (
        <output>{t('decide.temperature-answered', { count: temperature.answered })}</output>
      )}
      {temperature?.state === 'shown' && <FeelingCounts counts={temperature.counts} />}
      <div className={styles.acts}>
        {may('ask-temperature') && (
          <Button disabled={isBusy} onClick={() => void send({ type: 'ask-temperature' })}>
            <Thermometer size={18} aria-hidden="true" />
            {t(temperature ? 'decide.temperature-again' : 'decide.temperature-ask')}
          </Button>
        )}
        {may('show-temperature') && (
          <Button disabled={isBusy} onClick={() => void send({ type: 'show-temperature' })}>
            {t('decide.temperature-show')}
          </Button>
        )}
      </div>
      <Alert>{problem}</Alert>
    </section>
  )
}
