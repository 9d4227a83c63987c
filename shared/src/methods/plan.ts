import type { Phase, Release } from './phase.ts'

/**
 * The phases that take place: those of 0 minutes are skipped.
 *
 * A release that a skipped phase would have begun with begins the next one instead. A reveal with nothing private
 * before it falls away, and so does any release at the very beginning.
 */
export const runningPhases = (phases: readonly Phase[]): readonly Phase[] => {
  const running: Phase[] = []
  let owed: Release | undefined
  let isSecret = false
  for (const { begins, ...phase } of phases) {
    owed = begins ?? owed
    if (phase.minutes === 0) continue
    const release: Release | undefined = running.length === 0 || (owed === 'reveal' && !isSecret) ? undefined : owed
    running.push(release ? { ...phase, begins: release } : phase)
    owed = undefined
    isSecret = phase.policies.add === 'private' || (isSecret && !opensPrivate(release))
  }
  return running
}

/** Whether a plan can be carried out: some phase takes place, and what is written in private is revealed right after. */
export const isWorkable = (plan: readonly Phase[]): boolean =>
  plan.length > 0 &&
  plan.every((phase, index) => {
    const next = plan[index + 1]
    return phase.policies.add !== 'private' || next?.policies.add === 'private' || opensPrivate(next?.begins)
  })

/** Whether a release opens what was written in private: a reveal, and a harvest with what lies on the cloths. */
export const opensPrivate = (release: Release | undefined): boolean => release === 'reveal' || release === 'harvest'
