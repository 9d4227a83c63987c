import * as v from 'valibot'
import type { Item } from '../board/index.ts'
import { type SessionId, asId } from '../kernel/index.ts'
import { dayOf, isOverdue } from '../methods/index.ts'
import { workPart } from '../session/index.ts'
import type { ReportSource } from './report-source.ts'
import type { ReportAction, ReportChosen, ReportDecision, ReportOutcome, ReportText } from './report.ts'
import { type TrailFate, fateKey } from './trails.ts'

const text = v.string()
const none = v.optional(v.string())

const Owner = v.union([v.object({ outside: text }), v.object({ seat: text, name: none })])
const Review = v.object({ outcome: text, what: v.optional(text, '') })
const STATES = ['open', 'done', 'carried', 'dropped'] as const
const action = {
  text,
  due: none,
  hypothesis: none,
  metric: none,
  baseline: none,
  state: v.picklist(STATES),
  reviewed: v.optional(Review),
  corrected: v.optional(v.number()),
}

/** What everybody may see of a step that decides, as far as a report tells it. */
const Decided = v.object({
  decision: v.object({
    text,
    chosen: v.array(text),
    why: v.optional(text, ''),
    decided: v.optional(v.object({ name: none })),
    corrected: v.optional(v.number()),
  }),
  concerns: v.array(v.object({ text })),
  temperature: v.optional(v.object({ state: text, counts: v.optional(v.record(text, v.number())) })),
  actions: v.array(v.object({ ...action, id: text, owner: Owner })),
  earlier: v.optional(v.array(v.object({ ...action, session: text, action: text, title: text, owner: text })), []),
})
type Decided = v.InferOutput<typeof Decided>

type Words = Pick<ReportAction, 'text' | 'lang'>

const wordsOf = (line: string, lang: string): Words => ({ text: line, lang })

const tellOutcome = ({ outcome, what }: { readonly outcome: string; readonly what: string }): ReportOutcome => ({
  result: outcome,
  ...(what !== '' && { what }),
})

/** What was said of an action elsewhere, where that is not what is said here. */
const tellLater = (
  fate: TrailFate | undefined,
  { state, reviewed }: Pick<Decided['actions'][number], 'state' | 'reviewed'>,
): Pick<ReportAction, 'later'> | undefined => {
  const isSame = fate?.state === state && fate.reviewed?.outcome === reviewed?.outcome
  if (!fate || isSame) return undefined
  return {
    later: {
      state: fate.state,
      ...(fate.reviewed && { outcome: tellOutcome(fate.reviewed) }),
      ...(fate.in !== undefined && { in: fate.in }),
    },
  }
}

const tellAction = (
  id: string,
  owner: string | undefined,
  told: Omit<Decided['actions'][number], 'id' | 'owner'>,
  { lang, today, fate }: { readonly lang: string; readonly today: string; readonly fate: TrailFate | undefined },
): ReportAction => {
  const { due, hypothesis, metric, baseline, state, reviewed } = told
  const isLate = isOverdue({ state: fate?.state ?? state, ...(due !== undefined && { due }) }, today)
  return {
    ...wordsOf(told.text, lang),
    id,
    state,
    ...(owner !== undefined && owner !== '' && { owner }),
    ...(due !== undefined && { due }),
    ...(hypothesis !== undefined && { hypothesis }),
    ...(metric !== undefined && { metric }),
    ...(baseline !== undefined && { baseline }),
    ...(reviewed && { outcome: tellOutcome(reviewed) }),
    ...tellLater(fate, told),
    ...(isLate && { overdue: true as const }),
    ...(told.corrected !== undefined && { corrected: true as const }),
  }
}

/** What was decided and who does what, of every step in which that was done. */
export const tellDecisions = (
  { session, names, now, trails }: Pick<ReportSource, 'session' | 'names' | 'now' | 'trails'>,
  chosenOf: (id: string) => ReportChosen | undefined,
): { readonly decisions: readonly ReportDecision[]; readonly actions: readonly ReportAction[] } => {
  const work = workPart(session, 'seated') ?? {}
  const lang = session.language
  const isNaming = names === 'shown'
  const today = dayOf(now)
  const around = (from: SessionId, action: string) => ({
    lang,
    today,
    fate: trails?.fates.get(fateKey({ session: from, action })),
  })
  const found = session.agenda.flatMap(({ id }) => {
    const read = v.safeParse(Decided, work[id]?.data)
    return read.success ? [{ step: id, told: read.output }] : []
  })
  return {
    decisions: found.flatMap(({ step, told }): ReportDecision[] => {
      const { decision, concerns, temperature } = told
      const chosen = decision.chosen.flatMap((id) => chosenOf(id) ?? [])
      if (decision.text === '' && chosen.length === 0) return []
      const decider = isNaming ? decision.decided?.name : undefined
      return [
        {
          step,
          text: decision.text,
          ...(!decision.decided && { open: true as const }),
          chosen,
          ...(decision.why !== '' && { why: decision.why }),
          concerns: concerns.map((concern) => concern.text),
          ...(temperature?.counts && { temperature: temperature.counts }),
          ...(decider !== undefined && { decider }),
          ...(decision.corrected !== undefined && { corrected: true as const }),
        },
      ]
    }),
    actions: found.flatMap(({ told }) => [
      ...told.actions.map((each) => {
        const owner = 'outside' in each.owner ? each.owner.outside : each.owner.name
        return tellAction(each.id, isNaming ? owner : undefined, each, around(session.id, each.id))
      }),
      ...told.earlier.map((each) => ({
        ...tellAction(each.action, isNaming ? each.owner : undefined, each, around(asId(each.session), each.action)),
        from: each.title,
      })),
    ]),
  }
}

/** What ids of ideas and groups stand for. */
export const textsById = (
  items: readonly Item[],
  clusters: readonly { readonly id: string; readonly title: string }[],
  textOf: (item: Item) => ReportText,
): ReadonlyMap<string, ReportText> =>
  new Map<string, ReportText>([
    ...clusters.map(({ id, title }) => [id, { text: title, lang: 'und' }] as const),
    ...items.map((item) => [item.id, textOf(item)] as const),
  ])
