import type { Item } from '@roundel/shared/board'
import type { StepPart } from '@roundel/shared/session'
import { listOfStep } from '../../board/items.ts'
import { useMakers } from '../../crowd/makers.ts'
import { Naming } from '../../crowd/naming.tsx'
import { useText } from '../../i18n/text.ts'
import { useBoard, useRecords, useViewPart } from '../../sync/room-context.ts'

/** How far grouping is, and who does it. */
export const GroupWords = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const makers = useMakers()
  const { can } = useViewPart('me')
  const published = listOfStep(useRecords<Item>(useBoard()?.items), step)
  const groups = new Set(published.flatMap(({ cluster }) => cluster ?? [])).size
  const loose = published.filter(({ cluster }) => !cluster).length
  if (!makers) return t('brainstorm.grouping', { groups, loose })
  return (
    <>
      {t('crowd.grouping', { groups, loose, names: makers.names })} {can['name-some'] && <Naming />}
    </>
  )
}
