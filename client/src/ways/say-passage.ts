import type { Milestone, Passage } from '@roundel/shared/session'
import type { Text } from '../i18n/text.ts'

/** One thing that an item went through, as a line of its own. */
export const sayPassage = (passage: Passage, t: Text): string => {
  switch (passage.type) {
    case 'grouped':
      return t('lineage.passage.grouped', { title: passage.title })
    case 'merged':
    case 'inspired-by':
      return t(`lineage.passage.${passage.type}`, { text: passage.text })
    case 'voted':
      return t('lineage.passage.voted', { place: passage.place, of: passage.of })
    case 'chosen':
      return t('lineage.passage.chosen')
    case 'action': {
      const action = t(`lineage.passage.action.${passage.state}`, { text: passage.text })
      const { outcome, what } = passage
      if (outcome === undefined) return action
      const result = t(`lineage.outcome.${outcome}`)
      return what === undefined
        ? t('lineage.passage.result', { action, outcome: result })
        : t('lineage.passage.result-said', { action, outcome: result, what })
    }
  }
}

/** What became of something, in the few words that stand in one line with others. */
export const sayMilestone = (milestone: Milestone, t: Text): string => {
  switch (milestone.type) {
    case 'voted':
      return t('trail.place', { place: milestone.place, of: milestone.of })
    case 'chosen':
      return t('trail.chosen')
    case 'action': {
      const action = t(`trail.action.${milestone.state}`)
      return milestone.outcome === undefined ? action : t(`trail.result.${milestone.outcome}`, { action })
    }
  }
}
