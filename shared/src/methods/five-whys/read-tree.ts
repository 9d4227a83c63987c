import * as v from 'valibot'
import { LIMITS, type Refusal, type Result, aLine, anId, fail, ok, refusal } from '../../kernel/index.ts'
import { Day } from './commands/command.ts'
import { listFaults } from './sound-tree.ts'
import {
  CONTROLS,
  EVIDENCE_KINDS,
  FINDINGS,
  LINK_STATES,
  PROBLEM_FIELDS,
  type ProblemField,
  REQUIREMENTS,
  VERDICTS,
  type WhyTree,
} from './tree.ts'

const anItem = anId<'item'>()
const someItems = (most: number) => v.pipe(v.array(anItem), v.maxLength(most), v.readonly())
const question = aLine(LIMITS.questionCharacters)

const isField = (name: string): name is ProblemField => (PROBLEM_FIELDS as readonly string[]).includes(name)

const Statement = v.pipe(
  v.record(v.string(), question),
  v.check((statement) => Object.keys(statement).every(isField)),
)

const RootMark = v.strictObject({
  state: v.picklist(['candidate', 'confirmed', 'rejected']),
  supporters: v.pipe(v.array(anId<'seat'>()), v.maxLength(LIMITS.seatsPerSession)),
  reason: v.exactOptional(question),
  despite: v.exactOptional(v.array(v.picklist(REQUIREMENTS))),
})

const Cause = v.strictObject({
  item: anItem,
  parent: v.exactOptional(anItem),
  link: v.picklist(LINK_STATES),
  evidence: v.array(
    v.strictObject({
      item: anItem,
      kind: v.picklist(EVIDENCE_KINDS),
      supports: v.boolean(),
      source: v.exactOptional(aLine(LIMITS.titleCharacters)),
    }),
  ),
  verdict: v.exactOptional(v.picklist(VERDICTS)),
  control: v.exactOptional(v.picklist(CONTROLS)),
  root: v.exactOptional(RootMark),
})

const Tree = v.strictObject({
  problem: v.strictObject({ statement: Statement, sources: someItems(LIMITS.whySources), accepted: v.boolean() }),
  causes: v.pipe(v.array(Cause), v.maxLength(LIMITS.whyCauses)),
  same: v.pipe(v.array(v.strictObject({ cause: anItem, as: anItem })), v.maxLength(LIMITS.whyCauses)),
  checks: v.array(
    v.strictObject({
      id: anId<'check'>(),
      cause: anItem,
      question,
      owner: anId<'seat'>(),
      due: Day,
      result: v.exactOptional(v.strictObject({ text: question, finding: v.picklist(FINDINGS) })),
    }),
  ),
  countermeasures: v.array(v.strictObject({ item: anItem, addresses: someItems(LIMITS.whyCauses) })),
  focus: v.exactOptional(anItem),
  paused: v.exactOptional(v.strictObject({ until: v.exactOptional(Day) })),
})

/** A tree as it was stored or came in a file; `bad-input` for what is none, and for one that no commands could have made. */
export const readTree = (input: unknown): Result<WhyTree, Refusal> => {
  const read = v.safeParse(Tree, input)
  const tree: WhyTree | undefined = read.success ? read.output : undefined
  return tree && listFaults(tree).length === 0 ? ok(tree) : fail(refusal('bad-input', { path: 'tree' }))
}
