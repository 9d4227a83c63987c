import { type Item, rankAt } from '@roundel/shared/board'
import { anId } from './a-view.ts'

/** A published idea of the step that `aView` shows, as the server would make the `index`-th of a board. */
export const anIdea = (index: number, more: Partial<Item> = {}): Item => ({
  id: anId<'item'>(`idea-${index}`),
  kind: 'idea',
  step: anId<'step'>('step-1'),
  text: `Idea ${index}`,
  lang: 'en',
  rank: rankAt(index),
  state: 'published',
  ...more,
})
