import type { Item, SecondLine } from '@roundel/shared/board'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { SecondLineButton } from './second-line-button.tsx'

/** Lets its writer, and those who lead, say in another language what an open item says. Nothing for others. */
export const ItemSecondLine = ({
  item,
  isOwn,
  tabIndex,
}: {
  readonly item: Item
  readonly isOwn: boolean
  readonly tabIndex?: number | undefined
}) => {
  const t = useText()
  const { give } = useRoom()
  const { me } = useView()
  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  if (!me.can['translate-item'] || !(isOwn || leads)) return null
  const save = async (second: SecondLine | undefined): Promise<string | undefined> => {
    const { lang, text } = second ?? { lang: item.second?.lang ?? item.lang, text: '' }
    const reply = await give({ type: 'translate-item', item: item.id, lang, text })
    return reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code])
  }
  return <SecondLineButton item={item} tabIndex={tabIndex} onSave={save} />
}
