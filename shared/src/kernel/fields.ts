import * as v from 'valibot'
import { type Id, isId } from './id.ts'
import { cleanLine, cleanText } from './text.ts'

/** The id of something of one kind. */
export const anId = <Kind extends string>() => v.custom<Id<Kind>>(isId)

// What is four times too long is refused before it is cleaned, so that nobody pays for cleaning a megabyte.
const typed = (clean: (text: string) => string, most: number) =>
  v.pipe(v.string(), v.maxLength(most * 4), v.transform(clean), v.maxLength(most))

/** A text of one line that a person typed, or nothing: cleaned, at most `most` UTF-16 units. */
export const aLineOrNone = (most: number) => typed(cleanLine, most)

/** The same with at least one character. */
export const aLine = (most: number) => v.pipe(aLineOrNone(most), v.minLength(1))

/** A text that a person typed, or nothing: cleaned, newlines kept, at most `most` UTF-16 units. */
export const aTextOrNone = (most: number) => typed(cleanText, most)

/** The same with at least one character. */
export const aText = (most: number) => v.pipe(aTextOrNone(most), v.minLength(1))
