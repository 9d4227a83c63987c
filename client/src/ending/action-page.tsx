import { type SessionId, cleanLine } from '@roundel/shared/kernel'
import type { Outcome } from '@roundel/shared/methods/decide'
import { CalendarPlus } from 'lucide-react'
import { type FormEvent, useCallback, useState } from 'react'
import { Loading } from '../app/loading.tsx'
import { secretOfAddress } from '../app/navigation.ts'
import { Notice } from '../app/notice.tsx'
import { PageFrame } from '../app/page-frame.tsx'
import { useDate, useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { ReviewFields } from '../methods/decide/review-fields.tsx'
import { type LinkedAction, fetchActionCalendar, fetchLinkedAction, reportLinkedAction } from '../sync/linked-action.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useAsked } from '../sync/use-asked.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { useFocusOnArrival } from '../ui/focus.ts'
import styles from './ending.module.css'
import { REPORTED, type Reported, reportedState, saidOf } from './report-panel.tsx'
import { saveFile } from './save-file.ts'
import { ENDING_TEXTS } from './texts.ts'

interface Linked {
  readonly session: SessionId
  readonly secret: string
}

/** A figure alone has no direction of its own: it stands as the page does. */
const hasLetters = (text: string): boolean => /\p{L}/u.test(text)

/** Says how it went, without a seat. */
const ReportForm = ({
  linked,
  shown,
  onSaid,
}: {
  readonly linked: Linked
  readonly shown: LinkedAction
  readonly onSaid: (shown: LinkedAction) => void
}) => {
  const t = useText()
  const { state: before, reviewed } = shown.action
  const [state, setState] = useState<Reported>(reportedState(before))
  const [outcome, setOutcome] = useState<Outcome | undefined>(reviewed?.outcome)
  const [what, setWhat] = useState(reviewed?.what ?? '')
  const [isBusy, setIsBusy] = useState(false)
  const [said, setSaid] = useState<{ readonly isTaken: boolean; readonly words: string }>()
  const came = saidOf(state, outcome)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!came) return
    setIsBusy(true)
    const report = { state, outcome: came, what: cleanLine(what) }
    const reply = await reportLinkedAction(linked.session, linked.secret, report)
    setIsBusy(false)
    setSaid({ isTaken: reply.ok, words: t(reply.ok ? 'action-page.saved' : PROBLEM_TEXTS[reply.error.code]) })
    if (reply.ok) onSaid(reply.value)
  }
  return (
    <form className={styles.card} onSubmit={(event) => void submit(event)}>
      <h2 className={styles.heading}>{t('action-page.how')}</h2>
      <Choice
        label={t('action-page.state')}
        options={REPORTED.map((value) => ({ value, label: t(`action-page.${value}`) }))}
        value={state}
        onChange={setState}
      />
      {state !== 'open' && (
        <ReviewFields outcome={outcome} what={what} isDone={state === 'done'} onOutcome={setOutcome} onWhat={setWhat} />
      )}
      <div className={styles.acts}>
        <Button type="submit" look="primary" large disabled={isBusy || !came}>
          {t('action-page.save')}
        </Button>
      </div>
      <output className={said?.isTaken === false ? styles.problem : styles.said}>{said?.words}</output>
    </form>
  )
}

const Shown = ({ linked, first }: { readonly linked: Linked; readonly first: LinkedAction }) => {
  const t = useText()
  const date = useDate()
  const heading = useFocusOnArrival()
  const [shown, setShown] = useState(first)
  const { session, action, decision, why, ideas, isOver } = shown
  const dayOf = (day: string): string =>
    date(Date.parse(`${day}T00:00:00Z`), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const facts = [
    [t('action-page.decision'), decision],
    [t('action-page.why'), why],
    [t('decide.hypothesis'), action.hypothesis],
    [t('decide.metric'), action.metric],
    [t('decide.baseline-then'), action.baseline],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]))
  const saveDay = async (): Promise<void> => {
    const file = await fetchActionCalendar(linked.session, linked.secret)
    if (file !== undefined) saveFile(`roundel-${action.id}.ics`, file, 'text/calendar')
  }
  return (
    <PageFrame title={action.text} width="column">
      <div className={styles.page}>
        <div>
          <p className={styles.eyebrow}>{t('action-page.from', { title: session.title })}</p>
          <h1 ref={heading} tabIndex={-1} className={styles.title} dir="auto" translate="yes">
            {action.text}
          </h1>
        </div>
        <div className={styles.acts}>
          <p className={styles.strong}>
            {action.due === undefined ? t('action-page.no-date') : t('action-page.due', { day: dayOf(action.due) })}
          </p>
          {action.due !== undefined && (
            <Button onClick={() => void saveDay()}>
              <CalendarPlus size={18} aria-hidden="true" />
              {t('action-page.calendar')}
            </Button>
          )}
        </div>
        {(facts.length > 0 || ideas.length > 0) && (
          <div className={styles.card}>
            {facts.map(([term, text]) => (
              <div key={term} className={styles.part}>
                <h2 className={styles.subheading}>{term}</h2>
                <p className={styles.text} {...(hasLetters(text) && { dir: 'auto' })} translate="yes">
                  {text}
                </p>
              </div>
            ))}
            {ideas.length > 0 && (
              <div className={styles.part}>
                <h2 className={styles.subheading}>{t('action-page.ideas')}</h2>
                <ul className={styles.rows}>
                  {ideas.map((text) => (
                    <li key={text} className={styles.row} dir="auto" translate="yes">
                      {text}
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </div>
        )}
        {isOver ? (
          <ReportForm linked={linked} shown={shown} onSaid={setShown} />
        ) : (
          <p className={styles.small}>{t('action-page.not-yet')}</p>
        )}
        <p className={styles.small}>{t('action-page.keep')}</p>
      </div>
    </PageFrame>
  )
}

const Opened = ({ linked }: { readonly linked: Linked }) => {
  const t = useText()
  const [found] = useAsked(
    useCallback(() => fetchLinkedAction(linked.session, linked.secret), [linked.session, linked.secret]),
  )
  if (!found) return <Loading />
  if (found.ok) return <Shown linked={linked} first={found.value} />
  const isGone = found.error.code === 'unknown'
  return (
    <Notice
      title={t('action-page.gone-title')}
      body={isGone ? t('action-page.gone') : t(PROBLEM_TEXTS[found.error.code])}
      actions={undefined}
    />
  )
}

/** One action for whoever has its link: what, why, until when, and how it went. No seat, no account. */
export const ActionPage = ({ session }: { readonly session: SessionId }) => {
  const [secret] = useState(() => secretOfAddress() ?? '')
  return (
    <MoreTexts from={ENDING_TEXTS}>
      <Opened linked={{ session, secret }} />
    </MoreTexts>
  )
}
