import { useList, useText } from '../i18n/text.ts'
import { useViewPart } from '../sync/room-context.ts'

/** Who makes the groups in a large room: undefined in a small one, where everybody does. */
export const useMakers = () => {
  const t = useText()
  const list = useList()
  const named = useViewPart('step')?.named
  const people = useViewPart('people')
  const { seat } = useViewPart('me')
  if (!named) return undefined
  const others = people.filter(({ id }) => named.includes(id) && id !== seat).map(({ name }) => name)
  const isMe = named.includes(seat)
  return {
    isMe,
    /** How many besides this person, and their names. */
    others: others.length,
    otherNames: list(others),
    /** All of them, this person first. */
    names: list(isMe ? [t('people.you'), ...others] : others),
  }
}
