import type { DraftItem, Item } from '@roundel/shared/board'
import { OriginTag } from '../../board/origin-tag.tsx'
import { useList, useText } from '../../i18n/text.ts'
import { useRandom } from './random-context.ts'

/** What led to an item, as a small tag: "from: lighthouse". An idea that nothing drawn led to is called free. */
export const Tags = ({ item }: { readonly item: Item | DraftItem }) => {
  const t = useText()
  const list = useList()
  const { step, inspirations, nameOf } = useRandom()
  const isPublished = 'rank' in item
  if (item.step !== step.id) return null
  const sources = (isPublished ? inspirations.get(item.id) : item.inspiredBy) ?? []
  const names = sources.map(nameOf).filter((name) => name !== '')
  const isFree = names.length === 0 && item.kind === 'idea'
  if (names.length === 0 && !isFree) return null
  return <OriginTag>{isFree ? t('random.free') : t('random.from', { names: list(names, { type: 'unit' }) })}</OriginTag>
}
