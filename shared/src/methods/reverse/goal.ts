/** A language whose questions and negations are known here. */
export type Language = 'en' | 'ru' | 'fa'

/** How a question that asks for ideas opens, so that what is left after it names what people want to do. */
const OPENINGS: Readonly<Record<Language, RegExp>> = {
  en: /^how (?:might|may|can|could|should|would|do|shall) (?:we|i|one) /iu,
  // The goal is an infinitive, with or without somebody who is to reach it.
  ru: /^как (?:бы )?(?:(?:нам|мне|вам) (?:бы )?|мы (?:можем|могли бы) |можно (?:было )?(?:бы )?)?(?=\p{L}+(?:ть|ти|чь|ться|тись|чься)(?:\s|$))/iu,
  fa: /^(?:چگونه|چطور|چه[\s\u200C]?طور|چه[\s\u200C]?گونه) می[\s\u200C]?توان(?:یم|م|ید)? /u,
}

/** The letters that Arabic keyboards write for Persian ones, and single spaces. */
const tidy = (text: string): string => text.replaceAll('ي', 'ی').replaceAll('ك', 'ک').replaceAll(/\s+/g, ' ').trim()

/**
 * What a question asks for, as it stands behind its opening: "make the wait shorter" of "How might we make the wait
 * shorter?". Undefined for a question that opens otherwise, and for more than one sentence.
 */
export const findGoal = (text: string, language: Language): string | undefined => {
  const question = tidy(text).replace(/[\s.!?؟…]+$/u, '')
  if (/[.!?؟…\n]/u.test(question)) return undefined
  const opening = OPENINGS[language].exec(question)
  const goal = opening ? question.slice(opening[0].length).trim() : ''
  return goal === '' ? undefined : goal
}
