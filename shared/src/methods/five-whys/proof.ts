import type { Cause, Evidence, Verdict, WhyTree } from './tree.ts'

/** Whether somebody saw it, counted it or has it in writing. What was only said or assumed proves nothing. */
export const isProof = ({ kind }: Evidence): boolean => kind === 'observed' || kind === 'data' || kind === 'document'

/** Whether there is proof for a verdict: evidence that proves, or a check that found it. */
export const hasProof = ({ checks }: WhyTree, cause: Cause, verdict: Verdict): boolean =>
  cause.evidence.some((evidence) => isProof(evidence) && evidence.supports === (verdict === 'verified')) ||
  checks.some(
    ({ cause: of, result }) =>
      of === cause.item && result?.finding === (verdict === 'verified' ? 'supports' : 'contradicts'),
  )

/** How well a cause is known: not at all, by something, or as it was judged. */
export const evidenceStateOf = (tree: WhyTree, cause: Cause): 'none' | 'partly' | Verdict => {
  if (cause.verdict) return cause.verdict
  const isKnown = cause.evidence.length > 0 || tree.checks.some(({ cause: of, result }) => of === cause.item && result)
  return isKnown ? 'partly' : 'none'
}
