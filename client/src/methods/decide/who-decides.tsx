import type { SeatId } from '@roundel/shared/kernel'
import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { SelectField } from '../../ui/field.tsx'
import styles from './decide.module.css'
import type { Deciding } from './model.ts'
import { useGive } from './use-give.ts'

/** For those who lead, until it is decided: whose decision it is, theirs or that of one person who takes part. */
export const WhoDecides = ({ deciding }: { readonly deciding: Deciding }) => {
  const t = useText()
  const { send, isBusy, problem } = useGive()
  const { view, people, leads } = deciding
  const { decider, decision } = view
  if (!leads || decision.decided) return null
  const choose = async (seat: string): Promise<void> => {
    const former = decider?.seat
    if (former && !(await send({ type: 'set-flag', seat: former, flag: 'decider', on: false }))) return
    if (seat) await send({ type: 'set-flag', seat: seat as SeatId, flag: 'decider', on: true })
  }
  return (
    <section className={styles.card} aria-label={t('decide.who')}>
      <SelectField
        label={t('decide.who')}
        hint={t('decide.who-about')}
        value={decider?.seat ?? ''}
        disabled={isBusy}
        onChange={({ target }) => void choose(target.value)}
      >
        <option value="">{t('decide.who-leads')}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Alert>{problem}</Alert>
    </section>
  )
}
