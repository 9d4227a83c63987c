import type { ItemId } from '@roundel/shared/kernel'
import type { WorkPart } from '@roundel/shared/session'
import { useMemo } from 'react'
import { useViewPart } from '../sync/room-context.ts'

const listKept = (work: WorkPart | undefined): string =>
  Object.values(work ?? {})
    .flatMap(({ kept = [] }) => kept)
    .sort()
    .join(' ')

/** The items that only the commands of some method change. The same set for as long as the same items are in it. */
export const useKept = (): ReadonlySet<ItemId> => {
  const ids = listKept(useViewPart('work'))
  return useMemo(() => new Set(ids === '' ? [] : (ids.split(' ') as ItemId[])), [ids])
}
