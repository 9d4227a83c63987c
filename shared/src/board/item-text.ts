import { LIMITS, aText, aTextOrNone } from '../kernel/index.ts'

/** The text of an item as a person typed it. */
export const ItemText = aText(LIMITS.ideaCharacters)

/** The same, or nothing. */
export const ItemTextOrNone = aTextOrNone(LIMITS.ideaCharacters)
