import type { Item, Link } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { listInspirations } from '@roundel/shared/methods/random'
import { showToJudges } from '@roundel/shared/session'
import { useMemo } from 'react'
import type { Flavour } from '../board/flavour.ts'
import { OriginTag } from '../board/origin-tag.tsx'
import { useList, useText } from '../i18n/text.ts'
import { useBoard, useRecords, useViewPart } from '../sync/room-context.ts'

/** Says on what is judged what led to it, unless its step keeps that from people who judge. */
export const useOrigins = (): Flavour => {
  const t = useText()
  const list = useList()
  const work = useViewPart('work')
  const board = useBoard()
  const items = useRecords<Item>(board?.items)
  const links = useRecords<Link>(board?.links)
  return useMemo(() => {
    const shown = showToJudges(work, [...items.values()], [...links.values()])
    const texts = new Map<ItemId, string>(shown.items.map(({ id, text }) => [id, text]))
    const inspirations = listInspirations(shown.links)
    return {
      tags: ({ id }) => {
        const names = (inspirations.get(id) ?? []).flatMap((source) => texts.get(source) ?? [])
        return names.length > 0 && <OriginTag>{t('score.from', { names: list(names, { type: 'unit' }) })}</OriginTag>
      },
    }
  }, [t, list, work, items, links])
}
