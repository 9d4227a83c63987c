/** What one of the hand-written tables says: for each thing, what each identity is told at each moment. */
export type Table = ReadonlyMap<string, (identity: string, moment: string) => string>

/** The words of the tables, as they are written down. */
export interface Words {
  readonly moments: string
  readonly identities: string
  readonly groups: string
}

const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')
const linesIn = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** The names in the first column of a list, in its order. */
export const namesIn = (list: string): readonly string[] => linesIn(list).map((line) => wordsIn(line)[0] ?? '')

/** Who is in one of the groups. */
export const namesInGroup = (groups: string, group: string): readonly string[] =>
  linesIn(groups)
    .map(wordsIn)
    .find(([name]) => name === group)
    ?.slice(1) ?? []

/** The names of the moments, in the order of the columns. */
export const momentsIn = (moments: string): readonly string[] => wordsIn(moments)

/** Reads a table. Throws for a line that names nobody, or does not have one answer for each moment. */
export const readTable = (text: string, words: Words): Table => {
  const moments = momentsIn(words.moments)
  const defaults = new Map(linesIn(words.identities).map((line) => wordsIn(line) as [string, string]))
  const groups = new Map(linesIn(words.groups).map((line) => [wordsIn(line)[0] ?? '', wordsIn(line).slice(1)]))
  const table = new Map<string, Map<string, string>>()
  let thing: Map<string, string> | undefined
  for (const line of linesIn(text)) {
    if (line.includes('|')) continue
    if (!line.startsWith(' ')) {
      if (table.has(line)) throw new Error(`"${line}" stands twice in a table`)
      thing = new Map()
      table.set(line, thing)
      continue
    }
    const [name = '', ...parts] = wordsIn(line)
    const answers = parts.join('')
    const people = groups.get(name) ?? (defaults.has(name) ? [name] : [])
    if (!thing || people.length === 0) throw new Error(`nobody is called "${name}": ${line}`)
    if (answers.length !== 1 && answers.length !== moments.length)
      throw new Error(`not an answer for each moment: ${line}`)
    for (const person of people) thing.set(person, answers)
  }
  return new Map(
    [...table].map(([name, answers]) => [
      name,
      (identity, moment) => {
        const row = answers.get(identity) ?? defaults.get(identity) ?? '?'
        return (row.length === 1 ? row : row[moments.indexOf(moment)]) ?? '?'
      },
    ]),
  )
}
