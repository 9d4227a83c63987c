import * as v from 'valibot'
import { type ItemId, LIMITS, anId, asId, fail, refusal } from '../../../kernel/index.ts'
import { isSelected } from '../../selection.ts'
import { findOpen } from '../board-coverage.ts'
import { type ReverseWork, changeTo, defineReverse } from '../work.ts'

const AnItem = anId<'item'>()

/** What became an idea, if a negative idea was a solution already. */
const findSolution = ({ solutions }: ReverseWork, item: ItemId): ItemId | undefined =>
  Object.hasOwn(solutions, item) ? solutions[item] : undefined

/**
 * Says of something written as a negative idea that it is a solution already: it leaves the negative ideas, and its words
 * are an idea of whoever wrote it, ready to be linked to what it turns round. Can be taken back. For whoever wrote it, and
 * whoever leads.
 */
export const flagSolution = defineReverse({
  type: 'flag-solution',
  fields: { item: AnItem, isSolution: v.optional(v.boolean(), true) },
  phases: ['reality', 'invert'],
  unlogged: 'by-whom',
  decide: (state, { item: id, isSolution }, moment) => {
    const { leads, owns, step, newId } = moment
    const item = moment.item(id)
    if (item?.kind !== 'negative-idea' || item.step !== step) return fail(refusal('unknown'))
    if (!leads && !owns(id)) return fail(refusal('not-allowed'))
    const known = findSolution(state, id)
    const [from, to] = isSolution ? (['published', 'withdrawn'] as const) : (['withdrawn', 'published'] as const)
    if (!isSolution && known === undefined) return changeTo(state)
    if (item.state === to && known !== undefined) return changeTo(state, [], known)
    if (item.state !== from) return fail(refusal('closed', { state: item.state }))
    const turn = { type: 'set-state', item: id, state: to } as const
    if (known !== undefined) return changeTo(state, [turn, { type: 'set-state', item: known, state: from }], known)
    const idea = asId<'item'>(newId())
    return changeTo(
      { ...state, solutions: { ...state.solutions, [id]: idea } },
      [
        { type: 'add-item', item: idea, kind: 'idea', text: item.text, lang: item.lang, as: id },
        { type: 'add-link', link: { type: 'derived-from', from: idea, to: id } },
        turn,
      ],
      idea,
    )
  },
})

/** Links an idea that is there, of this step or of those whose ideas are offered, to negative ideas that it turns round. */
export const turnRound = defineReverse({
  type: 'turn-round',
  fields: {
    idea: AnItem,
    inverts: v.pipe(v.array(AnItem), v.minLength(1), v.maxLength(LIMITS.invertedAtOnce), v.readonly()),
  },
  phases: ['invert', 'group'],
  unlogged: 'by-whom',
  decide: (state, { idea: id, inverts }, moment) => {
    const { seat, step, settings, linksOf } = moment
    const idea = moment.item(id)
    if (!idea || (idea.step !== step && !isSelected(settings.earlier, idea.step))) return fail(refusal('unknown'))
    if (idea.kind !== 'idea') return fail(refusal('bad-input', { path: 'idea' }))
    if (idea.state !== 'published') return fail(refusal('closed', { state: idea.state }))
    const linked = new Set(linksOf(id).flatMap(({ type, from, to }) => (type === 'inverts' && from === id ? [to] : [])))
    const added = [...new Set(inverts)].filter((item) => !linked.has(item))
    for (const item of added) {
      const found = findOpen(moment, item)
      if (!found.ok) return found
    }
    const most = LIMITS.turnedReady
    if (state.turned.length + added.length > most) return fail(refusal('too-many', { most }))
    return changeTo(
      { ...state, turned: [...state.turned, ...added.map((item) => ({ seat, idea: id, item }))] },
      added.map((to) => ({ type: 'add-link', link: { type: 'inverts', from: id, to } })),
      id,
    )
  },
})

/** Takes such a link back: whoever made it, and whoever leads. What an idea was written for stays linked. */
export const turnBack = defineReverse({
  type: 'turn-back',
  fields: { idea: AnItem, item: AnItem },
  phases: ['invert', 'group'],
  unlogged: 'by-whom',
  decide: (state, { idea, item }, { seat, leads, linksOf }) => {
    const made = state.turned.find((turning) => turning.idea === idea && turning.item === item)
    if (!made) return fail(refusal('unknown'))
    if (!leads && made.seat !== seat) return fail(refusal('not-allowed'))
    const links = linksOf(idea).filter(({ type, from, to }) => type === 'inverts' && from === idea && to === item)
    return changeTo(
      { ...state, turned: state.turned.filter((turning) => turning !== made) },
      links.map(({ id }) => ({ type: 'remove-link', link: id })),
      idea,
    )
  },
})
