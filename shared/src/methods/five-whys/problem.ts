import { type Refusal, refusal } from '../../kernel/index.ts'
import type { Problem, ProblemField, WhyTree } from './tree.ts'

/** What a statement cannot be accepted without: what, where, and when or since when. `when` stands for both of the last. */
export const listGaps = ({ statement }: Pick<Problem, 'statement'>): readonly ProblemField[] => [
  ...(statement.what ? [] : ['what' as const]),
  ...(statement.where ? [] : ['where' as const]),
  ...(statement.when || statement.since ? [] : ['when' as const]),
]

/** Why people cannot go on from a phase yet: nobody asks why of something that is not accepted as a fact. */
export const objectToLeaving = ({ problem }: WhyTree, phase: string): Refusal | undefined =>
  phase === 'problem' && !problem.accepted
    ? refusal('closed', { gate: 'problem', gaps: listGaps(problem).join(' ') })
    : undefined
