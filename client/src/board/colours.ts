import { COLOURS, type Colour, type Item } from '@roundel/shared/board'
import type { SessionPart } from '@roundel/shared/session'

/** The colour of a step's notes where names are hidden: one for all, so that a colour tells of nobody. */
export const stepColour = (agenda: SessionPart['agenda'], step: string): Colour =>
  COLOURS[
    Math.max(
      0,
      agenda.findIndex(({ id }) => id === step),
    ) % COLOURS.length
  ] ?? 'lemon'

export const itemColour = (item: Item, agenda: SessionPart['agenda']): Colour =>
  item.colour ?? stepColour(agenda, item.step)
