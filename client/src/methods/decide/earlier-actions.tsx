import { cleanLine } from '@roundel/shared/kernel'
import type { ActionCause, EarlierAction, Outcome, Owner } from '@roundel/shared/methods/decide'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { useToday } from '../day.ts'
import { ActionChips, ActionFacts } from './action-facts.tsx'
import { joinClasses } from '../../ui/classes.ts'
import styles from './decide.module.css'
import { DueField } from './due-field.tsx'
import { GivePanel } from './give-panel.tsx'
import { KeepInsight } from './keep-insight.tsx'
import type { Deciding } from './model.ts'
import { OwnerField } from './owner-field.tsx'
import { RefutedFields } from './refuted-fields.tsx'
import { ReviewFields } from './review-fields.tsx'
import { useGive } from './use-give.ts'

type Verdict = 'done' | 'carried' | 'dropped'

const VERDICTS = [
  ['done', 'decide.done', 'decide.done-of'],
  ['carried', 'decide.carry', 'decide.carry-of'],
  ['dropped', 'decide.drop', 'decide.drop-of'],
] as const

const ReviewPanel = ({
  action,
  verdict,
  deciding,
  onClose,
}: {
  readonly action: EarlierAction
  readonly verdict: Verdict
  readonly deciding: Deciding
  readonly onClose: () => void
}) => {
  const t = useText()
  const { inAMonth } = useToday()
  const [outcome, setOutcome] = useState<Outcome | undefined>(verdict === 'done' ? undefined : 'not-tried')
  const [what, setWhat] = useState('')
  const [refuted, setRefuted] = useState<readonly ActionCause[]>([])
  const [owner, setOwner] = useState<Owner>({ outside: action.owner })
  const [due, setDue] = useState<string | null>(inAMonth)
  const carries = verdict === 'carried'
  const isOwned = 'seat' in owner || cleanLine(owner.outside) !== ''
  // What was not tried shows nothing.
  const isTried = outcome !== undefined && outcome !== 'not-tried'
  const refutes = isTried ? refuted.map(({ session, item }) => ({ session, item })) : []
  const isReady = outcome !== undefined && (!carries || (isOwned && due !== ''))
  const [, button] = VERDICTS.find(([each]) => each === verdict) ?? VERDICTS[0]
  return (
    <GivePanel
      title={action.text}
      button={t(button)}
      command={
        isReady && outcome
          ? {
              type: 'review-action',
              session: action.session,
              action: action.action,
              state: verdict,
              outcome,
              what: cleanLine(what),
              ...(refutes.length > 0 && { refutes }),
              ...(carries && { owner, due }),
            }
          : undefined
      }
      onClose={onClose}
    >
      <ActionFacts action={action} />
      <ReviewFields outcome={outcome} what={what} isDone={verdict === 'done'} onOutcome={setOutcome} onWhat={setWhat} />
      {isTried && <RefutedFields causes={action.causes ?? []} refuted={refuted} onChange={setRefuted} />}
      {carries && (
        <>
          <OwnerField value={owner} people={deciding.people} onChange={setOwner} />
          <DueField value={due} preset={inAMonth} onChange={setDue} />
        </>
      )}
    </GivePanel>
  )
}

/** What earlier sessions left open, before anything new is decided: each done, carried over, or dropped. */
export const EarlierActions = ({ deciding }: { readonly deciding: Deciding }) => {
  const t = useText()
  const { send, isBusy, problem } = useGive()
  const [open, setOpen] = useState<{ readonly action: EarlierAction; readonly verdict: Verdict }>()
  const { view, may } = deciding
  if (view.earlier.length === 0) return null
  return (
    <section className={styles.card} aria-label={t('decide.earlier')}>
      <h2 className={styles.heading}>{t('decide.earlier')}</h2>
      <ul className={styles.rows}>
        {view.earlier.map((action) => (
          <li key={`${action.session} ${action.action}`} className={styles.row} data-item="">
            <div className={styles.part}>
              <p className={styles.strong} dir="auto" translate="yes">
                {action.text}
              </p>
              <ActionChips action={action} />
              <ActionFacts action={action} />
              <p className={styles.small}>{t('decide.earlier-from', { title: action.title })}</p>
            </div>
            {may('review-action') && (
              <div className={joinClasses(styles.acts, styles.fates)}>
                {action.state === 'open' ? (
                  VERDICTS.map(([verdict, label, full]) => (
                    <Button
                      key={verdict}
                      aria-label={t(full, { text: action.text })}
                      onClick={() => setOpen({ action, verdict })}
                    >
                      {t(label)}
                    </Button>
                  ))
                ) : (
                  <>
                    <KeepInsight action={action} deciding={deciding} />
                    <Button
                      look="quiet"
                      aria-label={t('decide.look-again-of', { text: action.text })}
                      disabled={isBusy}
                      onClick={() =>
                        void send({
                          type: 'review-action',
                          session: action.session,
                          action: action.action,
                          state: 'open',
                          outcome: 'not-tried',
                          what: '',
                        })
                      }
                    >
                      {t('decide.look-again')}
                    </Button>
                  </>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      <Alert>{problem}</Alert>
      {open && <ReviewPanel {...open} deciding={deciding} onClose={() => setOpen(undefined)} />}
    </section>
  )
}
