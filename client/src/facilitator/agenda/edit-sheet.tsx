import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import type { PlannedStep } from '../../agenda/agenda-plan.ts'
import { type Open, StepSheet } from '../../agenda/step-sheet.tsx'
import type { CommandBody } from '../../sync/commands.ts'
import { editOf } from './running-step.ts'

/** A step of a running session to be corrected. What was changed is told when the sheet goes, as one change. */
export const EditSheet = ({
  step: before,
  open,
  onEdit,
  onClose,
  acts,
}: {
  readonly step: PlannedStep
  readonly open: Open
  readonly onEdit: (edit: CommandBody) => void
  readonly onClose: () => void
  readonly acts?: ReactNode
}) => {
  // What others change meanwhile stays theirs: only what was changed here is told.
  const [first] = useState(before)
  const [step, setStep] = useState(before)
  const tell = useEffectEvent(() => {
    const edit = editOf(first, step)
    if (edit) onEdit(edit)
  })
  useEffect(() => () => tell(), [])
  return <StepSheet step={step} open={open} onChange={setStep} onClose={onClose} acts={acts} />
}
