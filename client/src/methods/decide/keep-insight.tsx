import type { Item } from '@roundel/shared/board'
import type { EarlierAction } from '@roundel/shared/methods/decide'
import { Lightbulb } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { useBoard, useRecords } from '../../sync/room-context.ts'
import { Button } from '../../ui/button.tsx'
import type { Deciding } from './model.ts'
import { useGive } from './use-give.ts'

/** Makes an insight of how an action went: one press, where it was tried and somebody said what was seen, until it stands. */
export const KeepInsight = ({ action, deciding }: { readonly action: EarlierAction; readonly deciding: Deciding }) => {
  const t = useText()
  const { send, isBusy } = useGive()
  const items = useRecords<Item>(useBoard()?.items)
  const { reviewed, insight, session, action: id, text } = action
  const isKept = insight !== undefined && items.get(insight)?.state === 'published'
  if (isKept || !deciding.may('keep-insight') || !reviewed?.what || reviewed.outcome === 'not-tried') return null
  return (
    <Button
      aria-label={t('decide.insight-keep-of', { text })}
      disabled={isBusy}
      onClick={() => void send({ type: 'keep-insight', session, action: id })}
    >
      <Lightbulb size={17} aria-hidden="true" />
      {t('decide.insight-keep')}
    </Button>
  )
}
