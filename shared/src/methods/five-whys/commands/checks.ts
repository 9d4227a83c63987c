import * as v from 'valibot'
import { LIMITS, aLine, anId, asId, fail, refusal } from '../../../kernel/index.ts'
import { findCause } from '../branch.ts'
import { type Check, FINDINGS, WHY_PHASES } from '../tree.ts'
import { Day, changed, defineWhy, steers, takesPart, tooMany } from './command.ts'
import { reopenVerdict } from './evidence.ts'

/** Nobody here knows: somebody will go and see, until a day. */
export const addCheck = defineWhy({
  type: 'add-check',
  fields: {
    cause: anId<'item'>(),
    question: aLine(LIMITS.questionCharacters),
    owner: anId<'seat'>(),
    due: Day,
  },
  phases: ['whys', 'roots'],
  unlogged: 'by-whom',
  decide: (tree, { cause, question, owner, due }, moment) => {
    if (!findCause(tree, cause)) return fail(refusal('unknown'))
    if (!takesPart(moment, owner)) return fail(refusal('bad-input', { path: 'owner' }))
    if (tree.checks.length >= LIMITS.whyChecks) return fail(tooMany(LIMITS.whyChecks))
    const check: Check = { id: asId<'check'>(moment.newId()), cause, question, owner, due }
    return changed({ ...tree, checks: [...tree.checks, check] })
  },
})

/** Gives an open check to somebody else or another day: whoever has it, and those who steer. */
export const editCheck = defineWhy({
  type: 'edit-check',
  fields: { check: anId<'check'>(), owner: v.optional(anId<'seat'>()), due: v.optional(Day) },
  phases: WHY_PHASES,
  unlogged: 'by-whom',
  whilePaused: true,
  decide: (tree, { check: id, owner, due }, moment) => {
    const check = tree.checks.find((other) => other.id === id)
    if (!check) return fail(refusal('unknown'))
    if (check.owner !== moment.seat && !steers(moment)) return fail(refusal('not-allowed'))
    if (check.result) return fail(refusal('closed', { gate: 'done' }))
    if (owner !== undefined && !takesPart(moment, owner)) return fail(refusal('bad-input', { path: 'owner' }))
    const edited = { ...check, owner: owner ?? check.owner, due: due ?? check.due }
    return changed({ ...tree, checks: tree.checks.map((other) => (other.id === id ? edited : other)) })
  },
})

/** Says what was found out: whoever has the check, and those who steer. Found once, it stands. */
export const closeCheck = defineWhy({
  type: 'close-check',
  fields: { check: anId<'check'>(), text: aLine(LIMITS.questionCharacters), finding: v.picklist(FINDINGS) },
  phases: WHY_PHASES,
  unlogged: 'by-whom',
  whilePaused: true,
  decide: (tree, { check: id, text, finding }, moment) => {
    const check = tree.checks.find((other) => other.id === id)
    if (!check) return fail(refusal('unknown'))
    if (check.owner !== moment.seat && !steers(moment)) return fail(refusal('not-allowed'))
    if (check.result) return fail(refusal('closed', { gate: 'done' }))
    const done: Check = { ...check, result: { text, finding } }
    const next = { ...tree, checks: tree.checks.map((other) => (other.id === id ? done : other)) }
    if (finding === 'unclear') return changed(next)
    return changed(reopenVerdict(next, check.cause, finding === 'supports' ? 'verified' : 'refuted'))
  },
})
