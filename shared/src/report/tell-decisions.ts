import * as v from 'valibot'
import type { Item } from '../board/index.ts'
import { type Session, workPart } from '../session/index.ts'
import type { ReportAction, ReportDecision, ReportText } from './report.ts'

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
}

/** What everybody may see of a step that decides, as far as a report tells it. */
const Decided = v.object({
  decision: v.object({
    text,
    chosen: v.array(text),
    why: v.optional(text, ''),
    decided: v.optional(v.object({ name: none })),
  }),
  concerns: v.array(v.object({ text })),
  temperature: v.optional(v.object({ state: text, counts: v.optional(v.record(text, v.number())) })),
  actions: v.array(v.object({ ...action, id: text, owner: Owner })),
  earlier: v.optional(v.array(v.object({ ...action, action: text, title: text, owner: text })), []),
})
type Decided = v.InferOutput<typeof Decided>

type Words = Pick<ReportAction, 'text' | 'lang'>

const wordsOf = (line: string, lang: string): Words => ({ text: line, lang })

const tellAction = (
  id: string,
  owner: string | undefined,
  told: Omit<Decided['actions'][number], 'id' | 'owner'>,
  lang: string,
): ReportAction => {
  const { due, hypothesis, metric, baseline, state, reviewed } = told
  return {
    ...wordsOf(told.text, lang),
    id,
    state,
    ...(owner !== undefined && owner !== '' && { owner }),
    ...(due !== undefined && { due }),
    ...(hypothesis !== undefined && { hypothesis }),
    ...(metric !== undefined && { metric }),
    ...(baseline !== undefined && { baseline }),
    ...(reviewed && { outcome: { result: reviewed.outcome, ...(reviewed.what && { what: reviewed.what }) } }),
  }
}

/** What was decided and who does what, of every step in which that was done. */
export const tellDecisions = (
  session: Session,
  texts: ReadonlyMap<string, ReportText>,
  isNaming: boolean,
): { readonly decisions: readonly ReportDecision[]; readonly actions: readonly ReportAction[] } => {
  const work = workPart(session, 'seated') ?? {}
  const lang = session.language
  const found = session.agenda.flatMap(({ id }) => {
    const read = v.safeParse(Decided, work[id]?.data)
    return read.success ? [{ step: id, told: read.output }] : []
  })
  return {
    decisions: found.flatMap(({ step, told }): ReportDecision[] => {
      const { decision, concerns, temperature } = told
      const chosen = decision.chosen.flatMap((item) => texts.get(item) ?? [])
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
        },
      ]
    }),
    actions: found.flatMap(({ told }) => [
      ...told.actions.map((each) => {
        const owner = 'outside' in each.owner ? each.owner.outside : each.owner.name
        return tellAction(each.id, isNaming ? owner : undefined, each, lang)
      }),
      ...told.earlier.map((each) => ({
        ...tellAction(each.action, isNaming ? each.owner : undefined, each, lang),
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
