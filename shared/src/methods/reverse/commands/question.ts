import * as v from 'valibot'
import { LIMITS, fail, isId, refusal } from '../../../kernel/index.ts'
import { TURNS } from '../question.ts'
import { TurnedText } from '../settings.ts'
import { changeTo, defineReverse, onlyLeading } from '../work.ts'

const ProposalId = v.custom<string>(isId)

/** Proposes a turned question in words of one's own in place of what one proposed before; without a text takes that back. */
export const proposeTurned = defineReverse({
  type: 'propose-turned',
  fields: { text: v.optional(TurnedText) },
  phases: ['negate'],
  unlogged: 'by-whom',
  decide: (state, { text }, { seat, newId }) => {
    const others = state.proposals.filter((proposal) => proposal.seat !== seat)
    if (text === undefined) return changeTo({ ...state, proposals: others })
    if (others.length >= LIMITS.turnedProposals) return fail(refusal('too-many', { most: LIMITS.turnedProposals }))
    return changeTo({ ...state, proposals: [...others, { id: newId(), seat, text }] })
  },
})

/** Takes somebody's proposal away, where it hurts. */
export const dropTurned = defineReverse({
  type: 'drop-turned',
  fields: { proposal: ProposalId },
  phases: ['negate'],
  unlogged: 'by-whom',
  may: onlyLeading,
  decide: (state, { proposal }) => {
    const proposals = state.proposals.filter(({ id }) => id !== proposal)
    return proposals.length === state.proposals.length ? fail(refusal('unknown')) : changeTo({ ...state, proposals })
  },
})

/**
 * Chooses the question that is asked: one of the three turns, what somebody proposes, or words of one's own. Also while
 * people write, so that a clumsy sentence can be mended.
 */
export const chooseTurned = defineReverse({
  type: 'choose-turned',
  fields: { turn: v.optional(v.picklist(TURNS)), proposal: v.optional(ProposalId), text: v.optional(TurnedText) },
  phases: ['frame', 'negate', 'worsen'],
  may: onlyLeading,
  decide: (state, { turn, proposal, text }) => {
    if ([turn, proposal, text].filter((given) => given !== undefined).length !== 1) {
      return fail(refusal('bad-input', { path: 'turn' }))
    }
    if (turn !== undefined) return changeTo({ ...state, asked: { turn } })
    const words = text ?? state.proposals.find(({ id }) => id === proposal)?.text
    return words === undefined ? fail(refusal('unknown')) : changeTo({ ...state, asked: { text: words } })
  },
})
