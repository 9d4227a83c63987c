import { isolate } from '../i18n/isolate.ts'
import { directionOf } from '../i18n/language.ts'
import { useLanguage, useText } from '../i18n/text.ts'
import { useViewPart } from '../sync/room-context.ts'

/** Names as the person's language lists them, none of which reorders what stands around it. */
export const useNameList = (): ((names: readonly string[]) => string) => {
  const language = useLanguage()
  const direction = directionOf(language)
  return (names) => new Intl.ListFormat(language).format(names.map((name) => isolate(name, direction)))
}

/** Who makes the groups in a large room: undefined in a small one, where everybody does. */
export const useMakers = () => {
  const t = useText()
  const list = useNameList()
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
