import { ItemText } from '../../../board/index.ts'
import * as v from 'valibot'
import { type ItemId, LIMITS, aLine, anId, asId, fail, omit, refusal } from '../../../kernel/index.ts'
import { changeCause, findCause, isPruned } from '../branch.ts'
import { isEarned, isRoot, listLacks } from '../roots.ts'
import { type Cause, type Countermeasure, LINK_STATES, type RootMark, type WhyTree } from '../tree.ts'
import { TextLang, changed, defineWhy, steers, tooMany } from './command.ts'

/** Says whether a cause, read upwards with "therefore", leads to what it explains. */
export const setLinkState = defineWhy({
  type: 'set-link-state',
  fields: { cause: anId<'item'>(), state: v.picklist(LINK_STATES) },
  phases: ['therefore', 'roots'],
  may: steers,
  decide: (tree, { cause: item, state }) =>
    findCause(tree, item)
      ? changed(changeCause(tree, item, (cause) => ({ ...cause, link: state })))
      : fail(refusal('unknown')),
})

const mark = (tree: WhyTree, item: ItemId, root: RootMark) =>
  changed(changeCause(tree, item, (cause) => ({ ...cause, root })))

const isAddressed = ({ countermeasures }: WhyTree, item: ItemId): boolean =>
  countermeasures.some(({ addresses }) => addresses.includes(item))

/** Proposes a cause as a root, or supports that somebody did; with `supports: false` takes one's own word back. */
export const proposeRoot = defineWhy({
  type: 'propose-root',
  fields: { cause: anId<'item'>(), supports: v.optional(v.boolean(), true) },
  phases: ['roots'],
  unlogged: 'always',
  decide: (tree, { cause: item, supports }, { seat }) => {
    const cause = findCause(tree, item)
    if (!cause) return fail(refusal('unknown'))
    const { root } = cause
    const others = root?.supporters.filter((supporter) => supporter !== seat) ?? []
    if (supports) {
      if (isPruned(tree, item)) return fail(refusal('closed', { gate: 'refuted' }))
      if (root?.state === 'rejected') return fail(refusal('closed', { gate: 'rejected' }))
      if (root?.supporters.includes(seat)) return changed(tree)
      return mark(tree, item, { ...(root ?? { state: 'candidate' }), supporters: [...others, seat] })
    }
    if (!root?.supporters.includes(seat)) return changed(tree)
    if (root.state !== 'candidate' || others.length > 0) return mark(tree, item, { ...root, supporters: others })
    // An idea against it stands already: the mark is not one person's any more.
    if (isAddressed(tree, item)) return fail(refusal('closed', { gate: 'addressed' }))
    return changed(changeCause(tree, item, (before) => omit(before, 'root')))
  },
})

/**
 * Confirms or rejects a root, or makes it a proposal again. To be confirmed it has to be verified, to read upwards as far
 * as the problem and to lie in people's reach, or a written reason says why it is accepted all the same. Nothing makes up
 * for a refutation, nor for a problem that was not accepted.
 */
export const markRoot = defineWhy({
  type: 'mark-root',
  fields: {
    cause: anId<'item'>(),
    mark: v.picklist(['candidate', 'confirmed', 'rejected']),
    reason: v.optional(aLine(LIMITS.questionCharacters)),
  },
  phases: ['roots'],
  may: ({ leads }) => leads,
  decide: (tree, { cause: item, mark: state, reason }) => {
    const cause = findCause(tree, item)
    if (!cause) return fail(refusal('unknown'))
    const supporters = cause.root?.supporters ?? []
    if (state === 'rejected') return mark(tree, item, { state, supporters, ...(reason !== undefined && { reason }) })
    if (state === 'candidate') {
      if (isPruned(tree, item)) return fail(refusal('closed', { gate: 'refuted' }))
      return mark(tree, item, { state, supporters })
    }
    const lacks = listLacks(tree, cause)
    if (lacks.length === 0) return mark(tree, item, { state, supporters })
    if (reason === undefined || !isEarned(lacks, lacks)) {
      return fail(refusal('closed', { gate: 'root', lacks: lacks.join(' ') }))
    }
    return mark(tree, item, { state, supporters, reason, despite: lacks })
  },
})

const objectToRoot = (tree: WhyTree, cause: Cause | undefined) => {
  if (!cause) return refusal('unknown')
  return isRoot(tree, cause) ? undefined : refusal('closed', { gate: 'no-root' })
}

/** Writes an idea that would remove a root. */
export const addCountermeasure = defineWhy({
  type: 'add-countermeasure',
  fields: { root: anId<'item'>(), text: ItemText, lang: TextLang },
  phases: ['countermeasures'],
  unlogged: 'by-whom',
  decide: (tree, { root, text, lang }, { newId }) => {
    const objection = objectToRoot(tree, findCause(tree, root))
    if (objection) return fail(objection)
    if (tree.countermeasures.length >= LIMITS.whyIdeas) return fail(tooMany(LIMITS.whyIdeas))
    const item = asId<'item'>(newId())
    const write = { type: 'add-item', item, kind: 'idea', text, ...(lang !== undefined && { lang }) } as const
    const countermeasures = [...tree.countermeasures, { item, addresses: [root] }]
    return changed({ ...tree, countermeasures }, [write], item)
  },
})

/** Says that an idea that stands on the board would remove a root too, or takes that back: its writer, and those who steer. */
export const addressRoot = defineWhy({
  type: 'address-root',
  fields: { item: anId<'item'>(), root: anId<'item'>(), addresses: v.optional(v.boolean(), true) },
  phases: ['countermeasures'],
  unlogged: 'by-whom',
  decide: (tree, { item, root, addresses: wanted }, moment) => {
    const idea = moment.item(item)
    if (idea?.state !== 'published' || idea.kind !== 'idea') return fail(refusal('unknown'))
    if (!moment.owns(item) && !steers(moment)) return fail(refusal('not-allowed'))
    const present = tree.countermeasures.find((other) => other.item === item)?.addresses ?? []
    if (wanted === present.includes(root)) return changed(tree)
    const objection = wanted ? objectToRoot(tree, findCause(tree, root)) : undefined
    if (objection) return fail(objection)
    if (present.length === 0 && tree.countermeasures.length >= LIMITS.whyIdeas) return fail(tooMany(LIMITS.whyIdeas))
    const addresses = wanted ? [...present, root] : present.filter((other) => other !== root)
    const next: Countermeasure = { item, addresses }
    const at = tree.countermeasures.findIndex((other) => other.item === item)
    const countermeasures =
      at < 0
        ? [...tree.countermeasures, next]
        : tree.countermeasures.toSpliced(at, 1, ...(addresses.length ? [next] : []))
    return changed({ ...tree, countermeasures })
  },
})
