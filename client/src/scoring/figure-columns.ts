import type { Figures, ScoringResult } from '@roundel/shared/scoring'
import type { MessageKey } from '../i18n/message-key.ts'
import type { CriterionWords } from './criterion-words.ts'

/** One column of figures: of what, which figure, and its value for an item of the result; null where there is none. */
export interface FigureColumn {
  /** The criterion, where each has figures of its own. */
  readonly about?: string
  /** Whether the figures of a criterion begin here. */
  readonly isFirst?: boolean
  readonly label: MessageKey
  readonly of: (index: number) => number | null | undefined
}

/** The figures of a criterion, in the order in which they are read. */
const FIGURES: readonly (readonly [MessageKey, (figures: Figures) => number | null])[] = [
  ['scoring.figure.n', ({ n }) => n],
  ['scoring.figure.mean', ({ mean }) => mean],
  ['scoring.figure.median', ({ median }) => median],
  ['scoring.figure.trimmed', ({ trimmed }) => trimmed],
  ['scoring.figure.sd', ({ sd }) => sd],
  ['scoring.figure.iqr', ({ iqr }) => iqr],
  ['scoring.figure.polarisation', ({ polarisation }) => polarisation],
]

/** Every figure of a result that belongs to an item. */
export const figureColumns = (
  result: ScoringResult,
  criteria: readonly Pick<CriterionWords, 'label'>[],
): readonly FigureColumn[] => {
  if ('criteria' in result) {
    return [
      { label: 'score.points-short', of: (index) => result.items[index]?.scores?.[result.aggregate] },
      ...result.criteria.flatMap(({ key }, place) =>
        FIGURES.map(([label, read], nth): FigureColumn => ({
          about: criteria[place]?.label ?? key,
          isFirst: nth === 0,
          label,
          of: (index) => {
            const figures = result.items[index]?.cells[place]?.figures
            return figures && read(figures)
          },
        })),
      ),
    ]
  }
  if ('budget' in result) {
    return [
      { label: 'scoring.name.dots', of: (index) => result.items[index]?.dots },
      { label: 'scoring.word.breadth', of: (index) => result.items[index]?.breadth },
    ]
  }
  return [
    { label: 'scoring.rule.borda', of: (index) => result.items[index]?.borda?.points },
    { label: 'scoring.rule.copeland', of: (index) => result.items[index]?.copeland?.display },
  ]
}
