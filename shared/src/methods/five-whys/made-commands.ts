import { type ItemId, type SeatId, asId } from '../../kernel/index.ts'
import type { WhyCommand, WhyCommandType } from './commands/commands.ts'
import { CONTROLS, EVIDENCE_KINDS, FINDINGS, LINK_STATES, PROBLEM_FIELDS, type WhyTree } from './tree.ts'

/** Chooses one of several by a number. */
const pick = <T>(choices: readonly T[], number: number): T => choices[number % choices.length] as T

/** What a random command may name: things that exist mostly, and things that do not. */
export interface WhyNames {
  readonly one: ItemId
  readonly two: ItemId
  readonly idea: ItemId
  readonly seat: SeatId
  readonly number: number
  readonly tree: WhyTree
}

/** A command of every type; whoever adds one must say here how it looks. */
export const MADE_WHYS: {
  readonly [Type in WhyCommandType]: (names: WhyNames) => Extract<WhyCommand, { type: Type }>
} = {
  'state-problem': ({ number, tree }) => {
    const field = pick(PROBLEM_FIELDS, number)
    const was = tree.problem.statement[field] ?? ''
    return { type: 'state-problem', field, text: number % 7 ? `Words ${number}` : '', was: number % 5 ? was : 'x' }
  },
  'accept-problem': ({ number, tree }) => ({
    type: 'accept-problem',
    accepted: number % 6 > 0,
    statement: tree.problem.statement,
  }),
  'cite-source': ({ one, number }) => ({ type: 'cite-source', item: one, cited: number % 3 > 0 }),
  'add-cause': ({ one, number }) => ({
    type: 'add-cause',
    text: `Cause ${number % 40}`,
    ...(number % 4 && { parent: one }),
  }),
  'move-cause': ({ one, two, number }) => ({ type: 'move-cause', cause: one, ...(number % 5 && { parent: two }) }),
  'remove-cause': ({ one }) => ({ type: 'remove-cause', cause: one }),
  'reword-cause': ({ one, number }) => ({ type: 'reword-cause', cause: one, text: `Cause ${number % 40}` }),
  'focus-cause': ({ one, number }) => ({ type: 'focus-cause', ...(number % 4 && { cause: one }) }),
  'same-cause': ({ one, two, number }) => ({ type: 'same-cause', cause: one, as: two, same: number % 4 > 0 }),
  'add-evidence': ({ one, number }) => ({
    type: 'add-evidence',
    cause: one,
    text: 'Seen',
    kind: pick(EVIDENCE_KINDS, number),
    supports: number % 3 > 0,
  }),
  'remove-evidence': ({ one, number, tree }) => {
    const cause = tree.causes.find(({ item }) => item === one)
    return { type: 'remove-evidence', cause: one, item: pick(cause?.evidence ?? [], number)?.item ?? one }
  },
  'judge-cause': ({ one, number }) => ({
    type: 'judge-cause',
    cause: one,
    verdict: pick(['verified', 'verified', 'refuted', 'open'], number),
  }),
  'set-control': ({ one, number }) => ({ type: 'set-control', cause: one, control: pick(CONTROLS, number) }),
  'add-check': ({ one, seat }) => ({
    type: 'add-check',
    cause: one,
    question: 'Is it?',
    owner: seat,
    due: '2026-12-01',
  }),
  'edit-check': ({ number, seat, tree }) => ({
    type: 'edit-check',
    check: pick(tree.checks, number)?.id ?? asId('no-such-check-00'),
    owner: seat,
  }),
  'close-check': ({ number, tree }) => ({
    type: 'close-check',
    check: pick(tree.checks, number)?.id ?? asId('no-such-check-00'),
    text: 'So it is',
    finding: pick(FINDINGS, number),
  }),
  'set-link-state': ({ one, number }) => ({
    type: 'set-link-state',
    cause: one,
    state: number % 3 ? 'holds' : pick(LINK_STATES, number),
  }),
  'propose-root': ({ one, number }) => ({ type: 'propose-root', cause: one, supports: number % 3 > 0 }),
  'mark-root': ({ one, number }) => ({
    type: 'mark-root',
    cause: one,
    mark: pick(['confirmed', 'confirmed', 'candidate', 'rejected'], number),
    ...(number % 3 === 0 && { reason: 'All the same' }),
  }),
  'add-countermeasure': ({ one }) => ({ type: 'add-countermeasure', root: one, text: 'An idea' }),
  'address-root': ({ one, idea, number }) => ({
    type: 'address-root',
    item: idea,
    root: one,
    addresses: number % 3 > 0,
  }),
  'pause-run': ({ number }) => ({ type: 'pause-run', ...(number % 2 && { until: '2026-12-01' }) }),
  'resume-run': () => ({ type: 'resume-run' }),
}

/** The same for whoever names things otherwise. For tests. */
export const makeWhys = <Given>(
  name: (given: Given) => WhyNames,
): { readonly [Type in WhyCommandType]: (given: Given) => Extract<WhyCommand, { type: Type }> } =>
  Object.fromEntries(
    Object.entries(MADE_WHYS).map(([type, make]) => [type, (given: Given) => make(name(given))]),
  ) as unknown as { readonly [Type in WhyCommandType]: (given: Given) => Extract<WhyCommand, { type: Type }> }
