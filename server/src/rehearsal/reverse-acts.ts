import type { ReverseOwn } from '@roundel/shared/methods/reverse'
import type { Act, Situation } from './act.ts'

/** How often somebody who has just looked at it says something, so that it does not all come at once. */
const SPEAKS = 0.15
/** Of how many bad ideas one person says that they are done already, at most. */
const ADMITS = 2

const ownOf = ({ view }: Situation): ReverseOwn | undefined => view.me.work as ReverseOwn | undefined

/** Says now and then of a bad idea that it is done already; undefined where nobody is asked that. */
export const admitOne = (situation: Situation): Act | undefined => {
  const { view, board, random } = situation
  const said = ownOf(situation)?.admitted
  if (!said || !view.me.can['already-true']) return undefined
  if (said.length >= ADMITS || random() > SPEAKS) return { type: 'rest' }
  const bad = [...board.items.all().values()].filter(
    ({ id, kind, state }) => kind === 'negative-idea' && state === 'published' && !said.includes(id),
  )
  const item = bad[Math.floor(random() * bad.length)]
  return item && { type: 'give', command: { type: 'already-true', item: item.id, isTrue: true } }
}

/** Turns round what is dealt, in the words of the script; passes on what others wrote. Undefined for nothing to do. */
export const turnOne = (situation: Situation): Act | undefined => {
  const { view, board, script, random } = situation
  const { step } = view
  const own = ownOf(situation)
  if (!own || !step || !view.me.can['deal-turning'] || random() > SPEAKS) return undefined
  const texts = new Set([...board.items.all().values()].map(({ text }) => text))
  const item = own.turning && board.items.get(own.turning)
  if (!item) return own.isFree ? undefined : { type: 'give', command: { type: 'deal-turning' } }
  const good = script.worse.find(({ bad }) => bad === item.text)?.good
  if (good === undefined) return { type: 'give', command: { type: 'pass-on', item: item.id } }
  if (texts.has(good)) return { type: 'give', command: { type: 'deal-turning' } }
  return {
    type: 'give',
    command: { type: 'add-item', kind: 'idea', text: good, lang: view.session.language, inverts: [item.id] },
  }
}
