import { ItemText } from '../../../board/index.ts'
import * as v from 'valibot'
import { type ItemId, LIMITS, type Refusal, anId, asId, fail, omit, refusal } from '../../../kernel/index.ts'
import { branchOf, childrenOf, depthOf, findCause, isPruned, pathOf } from '../branch.ts'
import { findSameWords } from '../same-words.ts'
import { goesInCircles } from '../shared-causes.ts'
import type { Cause, WhyTree } from '../tree.ts'
import {
  TextLang,
  type WhyMoment,
  changed,
  defineWhy,
  objectToAsking,
  steers,
  textOf,
  tooMany,
  withdraw,
} from './command.ts'

/** Causes with one of them put before a sibling, or last. */
const place = (causes: readonly Cause[], cause: Cause, before?: ItemId): readonly Cause[] => {
  const others = causes.filter(({ item }) => item !== cause.item)
  const at = others.findIndex(({ item, parent }) => item === before && parent === cause.parent)
  return at < 0 ? [...others, cause] : others.toSpliced(at, 0, cause)
}

/** Why nothing can be explained here. */
const objectToParent = (tree: WhyTree, parent: ItemId | undefined): Refusal | undefined => {
  const objection = objectToAsking(tree)
  if (objection || parent === undefined) return objection
  if (!findCause(tree, parent)) return refusal('unknown')
  return isPruned(tree, parent) ? refusal('closed', { gate: 'refuted' }) : undefined
}

const objectToWords = (
  tree: WhyTree,
  parent: ItemId | undefined,
  text: string,
  moment: WhyMoment,
): Refusal | undefined => {
  const above = findSameWords(tree, parent, text, (item) => textOf(moment, item))
  return above === undefined ? undefined : refusal('duplicate', { above })
}

/** Answers why: a cause of another one, or of the problem where none is named. */
export const addCause = defineWhy({
  type: 'add-cause',
  fields: { parent: v.optional(anId<'item'>()), text: ItemText, lang: TextLang },
  phases: ['whys'],
  unlogged: 'by-whom',
  asksWhy: true,
  decide: (tree, { parent, text, lang }, moment) => {
    const objection = objectToParent(tree, parent) ?? objectToWords(tree, parent, text, moment)
    if (objection) return fail(objection)
    if (tree.causes.length >= LIMITS.whyCauses) return fail(tooMany(LIMITS.whyCauses))
    if (depthOf(tree, parent) >= LIMITS.whyDepth) return fail(refusal('too-many', { depth: LIMITS.whyDepth }))
    const item = asId<'item'>(moment.newId())
    const cause: Cause = { item, ...(parent !== undefined && { parent }), link: 'untested', evidence: [] }
    const write = { type: 'add-item', item, kind: 'cause', text, ...(lang !== undefined && { lang }) } as const
    return changed({ ...tree, causes: [...tree.causes, cause] }, [write], item)
  },
})

/**
 * Hangs a cause with all below it under another one, or under the problem, before one of its siblings there or last.
 * Whoever wrote it moves it while nobody has asked on; those who steer, always. What it explains now is read anew.
 */
export const moveCause = defineWhy({
  type: 'move-cause',
  fields: {
    cause: anId<'item'>(),
    parent: v.optional(anId<'item'>()),
    before: v.optional(anId<'item'>()),
  },
  phases: ['whys'],
  unlogged: 'by-whom',
  decide: (tree, { cause: item, parent, before }, moment) => {
    const cause = findCause(tree, item)
    if (!cause) return fail(refusal('unknown'))
    const isOwn = moment.owns(item) && childrenOf(tree, item).length === 0
    if (!isOwn && !steers(moment)) return fail(refusal('not-allowed'))
    if (parent === cause.parent) return changed({ ...tree, causes: place(tree.causes, cause, before) })
    const objection = objectToParent(tree, parent)
    if (objection) return fail(objection)
    if (parent !== undefined && pathOf(tree, parent).some((above) => above.item === item)) {
      return fail(refusal('bad-input', { path: 'parent' }))
    }
    const branch = branchOf(tree, item)
    for (const below of branch) {
      const words = objectToWords(tree, parent, textOf(moment, below.item) ?? '', moment)
      if (words) return fail(words)
    }
    const height = Math.max(...branch.map((below) => depthOf(tree, below.item))) - depthOf(tree, item) + 1
    if (depthOf(tree, parent) + height > LIMITS.whyDepth) return fail(refusal('too-many', { depth: LIMITS.whyDepth }))
    const moved: Cause = { ...omit(cause, 'parent'), ...(parent !== undefined && { parent }), link: 'untested' }
    const next = { ...tree, causes: place(tree.causes, moved, before) }
    return goesInCircles(next) ? fail(refusal('duplicate', { gate: 'circle' })) : changed(next)
  },
})

/** Whether others have built on a cause, so that neither its words nor its place among them are its writer's alone. */
const isBuiltOn = (tree: WhyTree, cause: Cause): boolean =>
  childrenOf(tree, cause.item).length > 0 ||
  cause.evidence.length > 0 ||
  cause.link !== 'untested' ||
  cause.verdict !== undefined ||
  cause.root !== undefined ||
  tree.checks.some((check) => check.cause === cause.item) ||
  tree.same.some(({ cause: one, as }) => one === cause.item || as === cause.item)

/** Takes a cause out of the tree while nobody has built on it: its writer, or those who lead. A refuted one stays, as a finding. */
export const removeCause = defineWhy({
  type: 'remove-cause',
  fields: { cause: anId<'item'>() },
  phases: ['whys'],
  unlogged: 'by-whom',
  decide: (tree, { cause: item }, { owns, leads }) => {
    const cause = findCause(tree, item)
    if (!cause) return fail(refusal('unknown'))
    if (!owns(item) && !leads) return fail(refusal('not-allowed'))
    if (isBuiltOn(tree, cause)) return fail(refusal('closed', { gate: 'built-on' }))
    const rest = { ...tree, causes: tree.causes.filter((other) => other.item !== item) }
    return changed(tree.focus === item ? omit(rest, 'focus') : rest, [withdraw(item)])
  },
})

/** Says one's own cause in other words, while nobody has built on it. */
export const rewordCause = defineWhy({
  type: 'reword-cause',
  fields: { cause: anId<'item'>(), text: ItemText },
  phases: ['whys'],
  unlogged: 'by-whom',
  decide: (tree, { cause: item, text }, moment) => {
    const cause = findCause(tree, item)
    if (!cause) return fail(refusal('unknown'))
    if (!moment.owns(item)) return fail(refusal('not-allowed'))
    if (isBuiltOn(tree, cause)) return fail(refusal('closed', { gate: 'built-on' }))
    const words = objectToWords(tree, cause.parent, text, moment)
    return words ? fail(words) : changed(tree, [{ type: 'set-text', item, text }])
  },
})

/** Turns everyone to one cause, or with none to the problem: why is that? */
export const focusCause = defineWhy({
  type: 'focus-cause',
  fields: { cause: v.optional(anId<'item'>()) },
  phases: ['whys', 'therefore', 'roots', 'countermeasures'],
  may: steers,
  decide: (tree, { cause }) => {
    if (cause === undefined) return changed(omit(tree, 'focus'))
    return findCause(tree, cause) ? changed({ ...tree, focus: cause }) : fail(refusal('unknown'))
  },
})

/** Says that two causes in different branches are one and the same, or takes that back. They count as one. */
export const sameCause = defineWhy({
  type: 'same-cause',
  fields: { cause: anId<'item'>(), as: anId<'item'>(), same: v.optional(v.boolean(), true) },
  phases: ['whys', 'roots'],
  may: steers,
  decide: (tree, { cause, as, same: wanted }) => {
    if (!findCause(tree, cause) || !findCause(tree, as)) return fail(refusal('unknown'))
    if (cause === as) return fail(refusal('bad-input', { path: 'as' }))
    const same = tree.same.filter((pair) => ![pair.cause, pair.as].every((item) => item === cause || item === as))
    if (!wanted) return changed({ ...tree, same })
    if (same.length !== tree.same.length) return changed(tree)
    if (same.length >= LIMITS.whyCauses) return fail(tooMany(LIMITS.whyCauses))
    const next = { ...tree, same: [...same, { cause, as }] }
    return goesInCircles(next) ? fail(refusal('duplicate', { gate: 'circle' })) : changed(next)
  },
})
