import type { StepPart } from '@roundel/shared/session'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { useViewPart } from '../../sync/room-context.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QuestionChoices } from './question-choices.tsx'

/** For who leads: asks the question in other words, also while people write. */
export const ChangeQuestion = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const { can } = useViewPart('me')
  const [isOpen, setIsOpen] = useState(false)
  if (!can['choose-turned']) return null
  return (
    <>
      <Button look="quiet" onClick={() => setIsOpen(true)}>
        <RotateCcw size={18} aria-hidden="true" />
        {t('reverse.change-question')}
      </Button>
      {isOpen && (
        <Panel title={t('reverse.change-question')} place="wide" onClose={() => setIsOpen(false)}>
          <QuestionChoices step={step} />
        </Panel>
      )}
    </>
  )
}
