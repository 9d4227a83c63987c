import { cleanLine } from '@roundel/shared/kernel'
import type { ActionId, ActionView, Outcome } from '@roundel/shared/methods/decide'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { GivePanel } from '../methods/decide/give-panel.tsx'
import { ReviewFields } from '../methods/decide/review-fields.tsx'
import { Choice } from '../ui/choice.tsx'

export const REPORTED = ['open', 'done', 'dropped'] as const
export type Reported = (typeof REPORTED)[number]

/** Where an action stands, as its owner may say it. */
export const reportedState = (state: ActionView['state']): Reported => REPORTED.find((each) => each === state) ?? 'open'

/** What came of an action, as it is sent: nothing was tried of what is open; undefined while it is still to be said. */
export const saidOf = (state: Reported, outcome: Outcome | undefined): Outcome | undefined => {
  if (state === 'open') return 'not-tried'
  return state === 'done' && outcome === 'not-tried' ? undefined : outcome
}

/** Asks an action's owner how it went, after the end. */
export const ReportPanel = ({
  action,
  onClose,
}: {
  readonly action: Pick<ActionView, 'text' | 'state' | 'reviewed'> & { readonly id: ActionId }
  readonly onClose: () => void
}) => {
  const t = useText()
  const before = reportedState(action.state)
  const [state, setState] = useState<Reported>(before === 'open' ? 'done' : before)
  const [outcome, setOutcome] = useState<Outcome | undefined>(action.reviewed?.outcome)
  const [what, setWhat] = useState(action.reviewed?.what ?? '')
  const said = saidOf(state, outcome)
  return (
    <GivePanel
      title={action.text}
      button={t('action-page.save')}
      command={said && { type: 'report-action', action: action.id, state, outcome: said, what: cleanLine(what) }}
      onClose={onClose}
    >
      <Choice
        label={t('action-page.state')}
        options={REPORTED.map((value) => ({ value, label: t(`action-page.${value}`) }))}
        value={state}
        onChange={setState}
      />
      {state !== 'open' && (
        <ReviewFields outcome={outcome} what={what} isDone={state === 'done'} onOutcome={setOutcome} onWhat={setWhat} />
      )}
    </GivePanel>
  )
}
