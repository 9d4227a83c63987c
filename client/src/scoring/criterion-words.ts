import { type Criterion, SCALES, type ScaleId, type ScoringId, scoringOf, valuesOf } from '@roundel/shared/scoring'
import type { MessageKey } from '../i18n/message-key.ts'
import { type Text, useText } from '../i18n/text.ts'

interface Wording {
  readonly label?: string
  readonly question?: string
  readonly lowest?: string
  readonly middle?: string
  readonly highest?: string
}

/** As much of a poll, or of a sheet, as says what is asked. */
export interface Asked {
  readonly scoring: ScoringId
  readonly settings: unknown
}

/** One criterion in words: what it is called, what is asked, and what the ends and the middle of the scale mean. */
export interface CriterionWords extends Criterion {
  readonly label: string
  /** The letter that stands for it where there is little room. */
  readonly letter: string
  readonly question: string
  readonly lowest: string
  readonly middle: string
  readonly highest: string
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

/** Words that whoever set up the vote wrote for a criterion. */
const ownWords = ({ settings }: Asked, key: string): Wording => {
  const { wording, criteria } = recordOf(settings)
  if (Array.isArray(criteria)) {
    const own: unknown = criteria.find((each) => recordOf(each)['key'] === key)
    return recordOf(own) as Wording
  }
  return recordOf(recordOf(wording)[key]) as Wording
}

const QUESTIONS = ['feasible', 'novel', 'better', 'simpler', 'cheaper', 'overall'] as const
const ANCHORED = ['feasible', 'attractive', 'novel'] as const

const isIn = <Name extends string>(names: readonly Name[], name: string): name is Name =>
  (names as readonly string[]).includes(name)

const questionOf = (t: Text, { settings }: Asked, key: string): string => {
  if (isIn(QUESTIONS, key)) return t(`scoring.question.${key}`)
  if (key !== 'attractive') return ''
  const to = recordOf(settings)['attractiveTo']
  return t(`scoring.question.attractive.${to === 'team' || to === 'organisation' ? to : 'client'}`)
}

const CRITERIA = ['feasible', 'attractive', 'novel', 'better', 'simpler', 'cheaper', 'overall'] as const

const anchorOf = (t: Text, key: string, place: 'lowest' | 'middle' | 'highest'): string =>
  isIn(ANCHORED, key) ? t(`scoring.anchor.${key}.${place}`) : ''

/** The criteria of what is asked, in the person's language, or in the words of whoever set it up. */
export const useCriteria = (asked: Asked): readonly CriterionWords[] => {
  const t = useText()
  return scoringOf(asked.scoring)
    .criteria(asked.settings)
    .map((criterion) => {
      const { key } = criterion
      const own = ownWords(asked, key)
      const label = own.label ?? (isIn(CRITERIA, key) ? t(`scoring.criterion.${key}`) : key)
      return {
        ...criterion,
        label,
        letter: label.match(/\p{L}|\p{N}/u)?.[0].toLocaleUpperCase() ?? '',
        question: own.question ?? questionOf(t, asked, key),
        lowest: own.lowest ?? anchorOf(t, key, 'lowest'),
        middle: own.middle ?? anchorOf(t, key, 'middle'),
        highest: own.highest ?? anchorOf(t, key, 'highest'),
      }
    })
}

const CHANGES: Readonly<Record<number, MessageKey>> = {
  [-2]: 'scoring.change.much-worse',
  [-1]: 'scoring.change.worse',
  0: 'scoring.change.none',
  1: 'scoring.change.better',
  2: 'scoring.change.much-better',
}
const AMOUNTS: readonly MessageKey[] = [
  'scoring.much.not-at-all',
  'scoring.much.a-little',
  'scoring.much.somewhat',
  'scoring.much.much',
  'scoring.much.very-much',
]

/** The scale of what is asked. */
export const scaleOf = ({ settings }: Asked): ScaleId => {
  const scale = recordOf(settings)['scale']
  return typeof scale === 'string' && Object.hasOwn(SCALES, scale) ? (scale as ScaleId) : 'one-to-five'
}

/** What a value of a scale is called, where it has a name besides its number. */
export const wordOf = (t: Text, scale: ScaleId, value: number): string | undefined => {
  switch (scale) {
    case 'minus-two-to-two':
      return CHANGES[value] && t(CHANGES[value])
    case 'zero-to-four':
      return AMOUNTS[value] && t(AMOUNTS[value])
    case 'no-partly-yes':
      return t(
        (['scoring.answer.no', 'scoring.answer.partly', 'scoring.answer.yes'] as const)[value] ?? 'scoring.answer.no',
      )
    case 'yes-no':
      return t(value === 1 ? 'scoring.answer.yes' : 'scoring.answer.no')
    case 'one-to-five':
    case 'zero-to-ten':
      return undefined
  }
}

/** The values of a scale, upwards. */
export const scaleValues = (scale: ScaleId): readonly number[] => valuesOf(SCALES[scale])
