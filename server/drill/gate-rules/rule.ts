/** One rule of the source, and the source without it. */
export interface Rule {
  /** What the rule says, in a few words. */
  readonly name: string
  /** The file it stands in, from the root of the repository. */
  readonly file: string
  /** The text that makes the rule. Stands in the file exactly once. */
  readonly on: string
  /** The text with which the rule is switched off, and nothing else. */
  readonly off: string
}

/** The rules of one file, each as name, text, and text without it. */
export const rulesOf = (
  file: string,
  rules: readonly (readonly [name: string, on: string, off: string])[],
): readonly Rule[] => rules.map(([name, on, off]) => ({ name, file, on, off }))

/** A text without a rule. Throws when the rule is not exactly once in it: then the list is not that of the source. */
export const switchOff = (text: string, { name, file, on, off }: Rule): string => {
  const parts = text.split(on)
  if (parts.length !== 2) throw new Error(`${file}: "${name}" stands there ${parts.length - 1} times`)
  return parts.join(off)
}
