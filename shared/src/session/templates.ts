import { type MethodId, methodOf } from '../methods/index.ts'

/** One step of a template. What it is called stands with the words of the interface. */
export interface TemplateStep {
  readonly kind: MethodId
  readonly settings?: Readonly<Record<string, unknown>>
  /** It begins from what the steps before it bring. */
  readonly prompts?: 'brought'
}

/** A named agenda to begin with. Its minutes are those of its methods' plans. */
export interface Template {
  readonly id: TemplateId
  readonly agenda: readonly [TemplateStep, ...TemplateStep[]]
}

export const TEMPLATE_IDS = ['quick-20', 'pain-50', 'unstick-60', 'retro-60', 'quarterly-75'] as const
export type TemplateId = (typeof TEMPLATE_IDS)[number]

/** Every template there is, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = [
  // One question, ideas in silence, put together, talked through.
  { id: 'quick-20', agenda: [{ kind: 'brainstorm' }, { kind: 'talk', settings: { talk: 5 } }] },
  // A problem, its root causes, ideas that remove them, and which of them are taken on.
  {
    id: 'pain-50',
    agenda: [
      { kind: 'five-whys' },
      { kind: 'brainstorm', settings: { group: 0 }, prompts: 'brought' },
      { kind: 'group', settings: { group: 10 } },
      { kind: 'decide' },
    ],
  },
  // The usual ideas first, then the question turned round, then chance.
  {
    id: 'unstick-60',
    agenda: [
      { kind: 'brainstorm', settings: { group: 0 } },
      { kind: 'reverse', settings: { group: 0 } },
      { kind: 'random' },
      { kind: 'group', settings: { group: 10 } },
      { kind: 'decide', settings: { decide: 12 } },
    ],
  },
  // What went well, what to change, what both come to.
  {
    id: 'retro-60',
    agenda: [
      { kind: 'talk', settings: { round: true, talk: 5 } },
      { kind: 'brainstorm', settings: { write: 5, build: 5, group: 0 } },
      { kind: 'brainstorm', settings: { write: 5, build: 5, group: 0 } },
      { kind: 'group', settings: { group: 10 } },
      { kind: 'break' },
      { kind: 'brainstorm', settings: { write: 4, build: 3, group: 3 } },
      { kind: 'decide' },
    ],
  },
  // What happened in the quarter, ideas for the next one, what to try.
  {
    id: 'quarterly-75',
    agenda: [
      { kind: 'talk', settings: { round: true, talk: 10 } },
      { kind: 'brainstorm', settings: { frame: 2, write: 8, build: 5, group: 0 } },
      { kind: 'brainstorm', settings: { frame: 2, write: 8, build: 5, group: 0 } },
      { kind: 'break' },
      { kind: 'group', settings: { group: 15 } },
      { kind: 'decide', settings: { decide: 15 } },
    ],
  },
]

/** How long a template takes, minutes, by the plans of its methods. */
export const templateMinutes = ({ agenda }: Template): number =>
  agenda.reduce(
    (sum, { kind, settings = {} }) =>
      sum +
      methodOf(kind)
        .plan(settings)
        .reduce((minutes, phase) => minutes + phase.minutes, 0),
    0,
  )

/** The template of an id. */
export const templateOf = (id: TemplateId): Template => {
  const template = TEMPLATES.find((candidate) => candidate.id === id)
  if (!template) throw new Error(`unknown template: ${id}`)
  return template
}
