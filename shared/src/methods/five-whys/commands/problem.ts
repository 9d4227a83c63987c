import * as v from 'valibot'
import { LIMITS, aLineOrNone, anId, fail, omit, refusal } from '../../../kernel/index.ts'
import { listGaps } from '../problem.ts'
import { PROBLEM_FIELDS, type Problem, type WhyTree } from '../tree.ts'
import { changed, defineWhy, textOf, tooMany } from './command.ts'

const part = v.optional(aLineOrNone(LIMITS.questionCharacters))

/** Another problem: what explained the old one has to be read upwards again. */
const restate = (tree: WhyTree, problem: Problem): WhyTree => ({
  ...tree,
  problem,
  causes: tree.causes.map((cause) => (cause.parent === undefined ? { ...cause, link: 'untested' } : cause)),
})

/**
 * Says one part of what the problem is; an empty text takes it away. `was` is what stood there: of two people who change
 * the same words at once, the second is told, and nothing is lost. Once it is accepted only those who lead change it,
 * and it has to be accepted again.
 */
export const stateProblem = defineWhy({
  type: 'state-problem',
  fields: {
    field: v.picklist(PROBLEM_FIELDS),
    text: aLineOrNone(LIMITS.questionCharacters),
    was: aLineOrNone(LIMITS.questionCharacters),
  },
  phases: ['problem', 'whys'],
  unlogged: 'by-whom',
  decide: (tree, { field, text, was }, { leads, phase }) => {
    const { problem } = tree
    if (!leads && phase !== 'problem') return fail(refusal('not-allowed'))
    if (!leads && problem.accepted) return fail(refusal('closed', { gate: 'accepted' }))
    const present = problem.statement[field] ?? ''
    if (present === text) return changed(tree)
    if (present !== was) return fail(refusal('closed', { changed: field }))
    const statement = { ...omit(problem.statement, field), ...(text && { [field]: text }) }
    return changed(restate(tree, { ...problem, statement, accepted: false }))
  },
})

/**
 * Says that the statement is a fact that was seen, and neither a cause nor a solution; or takes that back. `statement` is
 * what was read, so that nobody accepts words that changed under their hands.
 */
export const acceptProblem = defineWhy({
  type: 'accept-problem',
  fields: {
    accepted: v.boolean(),
    statement: v.strictObject({ what: part, where: part, when: part, extent: part, since: part }),
  },
  phases: ['problem', 'whys'],
  may: ({ leads }) => leads,
  decide: (tree, { accepted, statement }) => {
    const { problem } = tree
    const other = PROBLEM_FIELDS.find((field) => (problem.statement[field] ?? '') !== (statement[field] ?? ''))
    if (accepted && other) return fail(refusal('closed', { changed: other }))
    const gaps = accepted ? listGaps(problem) : []
    if (gaps.length > 0) return fail(refusal('closed', { gate: 'problem', gaps: gaps.join(' ') }))
    return changed({ ...tree, problem: { ...problem, accepted } })
  },
})

/** Lays an item beside the problem as a fact, or takes it away. */
export const citeSource = defineWhy({
  type: 'cite-source',
  fields: { item: anId<'item'>(), cited: v.optional(v.boolean(), true) },
  phases: ['problem', 'whys'],
  unlogged: 'by-whom',
  decide: (tree, { item, cited }, moment) => {
    const { problem } = tree
    const others = problem.sources.filter((source) => source !== item)
    if (!cited) return changed({ ...tree, problem: { ...problem, sources: others } })
    if (textOf(moment, item) === undefined) return fail(refusal('unknown'))
    if (others.length !== problem.sources.length) return changed(tree)
    if (others.length >= LIMITS.whySources) return fail(tooMany(LIMITS.whySources))
    return changed({ ...tree, problem: { ...problem, sources: [...others, item] } })
  },
})
