import { ItemText } from '../../../board/index.ts'
import * as v from 'valibot'
import { type ItemId, LIMITS, aLine, anId, asId, fail, omit, refusal } from '../../../kernel/index.ts'
import { changeCause, findCause } from '../branch.ts'
import { hasProof, isProof } from '../proof.ts'
import { CONTROLS, EVIDENCE_KINDS, type Evidence, VERDICTS, type Verdict, type WhyTree } from '../tree.ts'
import { TextLang, changed, defineWhy, steers, tooMany, withdraw } from './command.ts'

/** A tree in which proof for one side came up: a verdict for the other side has to be found anew. */
export const reopenVerdict = (tree: WhyTree, item: ItemId, proven: Verdict): WhyTree =>
  changeCause(tree, item, (cause) =>
    cause.verdict !== undefined && cause.verdict !== proven ? omit(cause, 'verdict') : cause,
  )

/** Says how one knows: for a cause, or against it. */
export const addEvidence = defineWhy({
  type: 'add-evidence',
  fields: {
    cause: anId<'item'>(),
    text: ItemText,
    lang: TextLang,
    kind: v.picklist(EVIDENCE_KINDS),
    supports: v.boolean(),
    source: v.optional(aLine(LIMITS.titleCharacters)),
  },
  phases: ['whys', 'roots'],
  unlogged: 'by-whom',
  whilePaused: true,
  decide: (tree, { cause: of, text, lang, kind, supports, source }, { newId }) => {
    const cause = findCause(tree, of)
    if (!cause) return fail(refusal('unknown'))
    if (cause.evidence.length >= LIMITS.whyEvidence) return fail(tooMany(LIMITS.whyEvidence))
    const item = asId<'item'>(newId())
    const evidence: Evidence = { item, kind, supports, ...(source !== undefined && { source }) }
    const next = changeCause(tree, of, (before) => ({ ...before, evidence: [...before.evidence, evidence] }))
    const write = { type: 'add-item', item, kind: 'note', text, ...(lang !== undefined && { lang }) } as const
    const judged = isProof(evidence) ? reopenVerdict(next, of, supports ? 'verified' : 'refuted') : next
    return changed(judged, [write], item)
  },
})

/** Takes evidence away: whoever wrote it while the cause is not judged; those who lead, always. */
export const removeEvidence = defineWhy({
  type: 'remove-evidence',
  fields: { cause: anId<'item'>(), item: anId<'item'>() },
  phases: ['whys', 'roots'],
  unlogged: 'by-whom',
  whilePaused: true,
  decide: (tree, { cause: of, item }, { owns, leads }) => {
    const cause = findCause(tree, of)
    if (!cause?.evidence.some((evidence) => evidence.item === item)) return fail(refusal('unknown'))
    if (!leads && !owns(item)) return fail(refusal('not-allowed'))
    if (!leads && cause.verdict) return fail(refusal('closed', { gate: 'judged' }))
    const next = changeCause(tree, of, (before) => ({
      ...before,
      evidence: before.evidence.filter((evidence) => evidence.item !== item),
    }))
    return changed(next, [withdraw(item)])
  },
})

/** Says what the evidence shows, or with `open` that it shows neither yet. A verdict needs proof on its side. */
export const judgeCause = defineWhy({
  type: 'judge-cause',
  fields: { cause: anId<'item'>(), verdict: v.picklist([...VERDICTS, 'open']) },
  phases: ['whys', 'roots'],
  may: steers,
  decide: (tree, { cause: item, verdict }) => {
    const cause = findCause(tree, item)
    if (!cause) return fail(refusal('unknown'))
    if (verdict === 'open') return changed(changeCause(tree, item, (before) => omit(before, 'verdict')))
    if (!hasProof(tree, cause, verdict)) return fail(refusal('closed', { gate: 'proof' }))
    return changed(changeCause(tree, item, (before) => ({ ...before, verdict })))
  },
})

/** Says whether people can do something about a cause. */
export const setControl = defineWhy({
  type: 'set-control',
  fields: { cause: anId<'item'>(), control: v.picklist(CONTROLS) },
  phases: ['whys', 'roots'],
  may: steers,
  decide: (tree, { cause: item, control }) =>
    findCause(tree, item)
      ? changed(changeCause(tree, item, (cause) => ({ ...cause, control })))
      : fail(refusal('unknown')),
})
