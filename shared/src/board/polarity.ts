import type { ItemKind, LinkType } from './vocabulary.ts'

/** On which side of the question an item stands: `negative` says how things would become worse. */
export type Polarity = 'negative' | 'neutral'

const POLARITIES: Readonly<Record<ItemKind, Polarity>> = {
  idea: 'neutral',
  'negative-idea': 'negative',
  cause: 'neutral',
  association: 'neutral',
  stimulus: 'neutral',
  note: 'neutral',
  insight: 'neutral',
  question: 'neutral',
  action: 'neutral',
}

/** The side on which items of a kind stand. The kind of an item never changes, and so neither does this. */
export const polarityOf = (kind: ItemKind): Polarity => POLARITIES[kind]

/** Whether items of a kind only lead to ideas, and are none: what was drawn, and what it brought to mind. */
export const isSpark = (kind: ItemKind): boolean => kind === 'stimulus' || kind === 'association'

/**
 * Whether items of a kind may be scored, ranked, decided on, made an action, or put into a group, which is judged as one:
 * all but negative ideas and sparks. Whatever does one of these asks here, and nowhere else is it said which kinds are left out.
 */
export const isJudgeable = (kind: ItemKind): boolean => polarityOf(kind) !== 'negative' && !isSpark(kind)

/**
 * Whether a link of a type may lead from an item of one kind to one of another. What says the same is of the same kind,
 * so that no negative idea stands behind another item; only an idea turns a negative idea round; an action comes of what
 * may be judged.
 */
export const mayLink = (type: LinkType, from: ItemKind, to: ItemKind): boolean => {
  switch (type) {
    case 'inverts':
      return from === 'idea' && to === 'negative-idea'
    case 'becomes':
      return isJudgeable(from) && to === 'action'
    case 'duplicate-of':
    case 'merged-into':
      return from === to
    case 'builds-on':
      return polarityOf(from) === polarityOf(to)
    case 'caused-by':
    case 'same-cause-as':
    case 'evidence-for':
    case 'evidence-against':
    case 'inspired-by':
    case 'associates':
    case 'addresses':
    case 'answers':
    case 'derived-from':
      return true
  }
}
