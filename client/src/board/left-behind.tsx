import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { useView } from '../sync/room-context.ts'
import { Panel } from '../ui/panel.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'
import { LateDrafts } from './late-drafts.tsx'
import { useLeftOver } from './use-left-over.ts'

/**
 * What one still has in private in steps that are over, on screens that have no place of their own to ask: one line for the
 * first of them, and the question what shall become of each. Nobody else learns that there is any.
 */
export const LeftBehind = () => {
  const t = useText()
  const words = useAgendaWords()
  const { session, step } = useView()
  const left = useLeftOver()
  const [isOpen, setIsOpen] = useState(false)
  if (!left || !step) return null
  const asked = (id: (typeof step)['id']) => left.leftOver.asked.filter((item) => item.step === id)
  const entry = session.agenda.find(({ id }) => asked(id).length > 0)
  if (!entry) return null
  const { title } = words(entry)
  const items = asked(entry.id)
  return (
    <>
      <Strip tone="info" actions={<StripButton onClick={() => setIsOpen(true)}>{t('late.decide')}</StripButton>}>
        {t('late.behind', { count: items.length, title })}
      </Strip>
      {isOpen && (
        <Panel title={title} onClose={() => setIsOpen(false)}>
          <LateDrafts draft={left.draft} leftOver={{ asked: items, kept: [] }} />
        </Panel>
      )}
    </>
  )
}
