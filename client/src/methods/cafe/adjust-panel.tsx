import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useCafe } from './cafe-model.ts'
import { QuestionFields, useAsking } from './question-fields.tsx'
import { useSetup } from './use-setup.ts'
import { WishFields } from './wish-fields.tsx'

const Adjust = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const setup = useSetup()
  const [asking, setAsking] = useAsking()
  return (
    <Panel title={t('cafe.adjust')} place="wide" onClose={onClose}>
      <Alert>{setup.problem}</Alert>
      <QuestionFields setup={setup} asking={asking} onAsk={setAsking} />
      <WishFields setup={setup} />
    </Panel>
  )
}

/** What can still be changed while the café goes on: the questions of its rounds, and who sits with whom. */
export const AdjustButton = () => {
  const t = useText()
  const { may } = useCafe()
  const [isOpen, setIsOpen] = useState(false)
  if (!may('adjust-cafe')) return null
  return (
    <>
      <Button look="quiet" onClick={() => setIsOpen(true)}>
        <SlidersHorizontal size={17} aria-hidden="true" />
        {t('cafe.adjust')}
      </Button>
      {isOpen && <Adjust onClose={() => setIsOpen(false)} />}
    </>
  )
}
