import { UserRoundX } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './decide.module.css'
import type { Deciding } from './model.ts'
import { useGive } from './use-give.ts'

/** Whoever decides has gone away: everybody is told, and those who lead can take the decision back. */
export const DeciderAway = ({ deciding }: { readonly deciding: Deciding }) => {
  const t = useText()
  const { send, isBusy, problem } = useGive()
  const { view, people, leads } = deciding
  const { decider, decision } = view
  const person = decider && people.find(({ id }) => id === decider.seat)
  if (!decider || decision.decided || person?.here) return null
  return (
    <section className={styles.changed} aria-label={t('decide.away')}>
      <p className={styles.decider}>
        <UserRoundX size={18} aria-hidden="true" />
        {t(leads ? 'decide.away-leads' : 'decide.away-others', { name: decider.name ?? '' })}
      </p>
      {leads && (
        <div className={styles.acts}>
          <Button
            disabled={isBusy}
            onClick={() => void send({ type: 'set-flag', seat: decider.seat, flag: 'decider', on: false })}
          >
            {t('decide.away-take')}
          </Button>
        </div>
      )}
      <Alert>{problem}</Alert>
    </section>
  )
}
