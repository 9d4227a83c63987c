import type { DraftItem } from '@roundel/shared/board'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { useSettledDrafts } from '../state/settled-drafts.ts'
import { useDraft, useRecords, useView } from '../sync/room-context.ts'
import { Panel } from '../ui/panel.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'
import { LateDrafts } from './late-drafts.tsx'
import { findLeftOver } from './left-over.ts'

/**
 * What one still has in private in steps that are over, whatever step is live: one line for the first of them, and the
 * question what shall become of each. Nobody else learns that there is any. The live step asks for itself.
 */
export const LeftBehind = () => {
  const t = useText()
  const words = useAgendaWords()
  const { session, step } = useView()
  const draft = useDraft()
  const drafts = useRecords<DraftItem>(draft?.items)
  const settled = new Set(useSettledDrafts(({ ids }) => ids))
  const [isOpen, setIsOpen] = useState(false)
  if (!draft || !step) return null
  const isOver = ({ id, state }: (typeof session.agenda)[number]): boolean =>
    id !== step.id && (state === 'done' || state === 'skipped')
  const left = session.agenda
    .filter(isOver)
    .map((entry) => ({ entry, asked: findLeftOver(drafts, entry.id, settled, undefined).asked }))
    .find(({ asked }) => asked.length > 0)
  if (!left) return null
  const title = words(left.entry).title
  const line = t('late.behind', { count: left.asked.length, title })
  return (
    <>
      <Strip tone="info" actions={<StripButton onClick={() => setIsOpen(true)}>{t('late.decide')}</StripButton>}>
        {line}
      </Strip>
      {isOpen && (
        <Panel title={title} onClose={() => setIsOpen(false)}>
          <LateDrafts draft={draft} leftOver={{ asked: left.asked, kept: [] }} />
        </Panel>
      )}
    </>
  )
}
