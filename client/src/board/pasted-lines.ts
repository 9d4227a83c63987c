import { LIMITS, cleanText } from '@roundel/shared/kernel'

/** What a pasted text is as a list of ideas. */
export interface PastedLines {
  readonly ideas: readonly string[]
  /** Lines that no note can hold. */
  readonly tooLong: readonly string[]
}

/** Every way in which systems end a line. */
const NEWLINES = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
/** A cell of a spreadsheet that holds lines or tabs itself: in quotation marks, those inside it doubled. */
const QUOTED_CELL = /(^|[\t\n])"((?:[^"]|"")*?[\n\t](?:[^"]|"")*?)"(?=[\t\n]|$)/g
const INNER_NEWLINE = '\u0000'
const INNER_TAB = '\u0001'

const BULLET = /^(?:[-–—*+•‣◦∙·●○▪▫■□➢✓✔☐☑]|\[[ xX]?\])\s+/u
/** A number or a letter with what sets it off, in the digits of any of our scripts. */
const NUMBER = /^[([]?(?:[\d۰-۹٠-٩]{1,3}(?:\.[\d۰-۹٠-٩]{1,3})*|[A-Za-zА-Яа-яЁё])(?:[.)\]]|[-–ـ](?=\s))[.)]?\s+/u

/** Between the cells of one row. */
const CELLS = ' – '

const isSpread = (count: number, lines: readonly string[]): boolean => count >= 2 && count * 2 >= lines.length

const readRow = (row: string): string =>
  row
    .split('\t')
    .map((cell) => cleanText(cell.replaceAll(INNER_NEWLINE, '\n').replaceAll(INNER_TAB, ' ')))
    .filter(Boolean)
    .join(CELLS)

const stripBullet = (line: string): string => {
  const once = line.replace(BULLET, '')
  // A list of things to tick off has a bullet and a box.
  return once.replace(/^\[[ xX]?\]\s+/, '')
}

/**
 * Reads a pasted text as a list: a line is an idea, and so is a row of a spreadsheet. Empty lines are left out, bullets
 * taken off, and numbers where most lines have one.
 */
export const readPastedLines = (pasted: string): PastedLines => {
  const text = pasted.replaceAll(NEWLINES, '\n').replaceAll(QUOTED_CELL, (_all, before: string, cell: string) => {
    const inner = cell.replaceAll('""', '"').replaceAll('\n', INNER_NEWLINE).replaceAll('\t', INNER_TAB)
    return `${before}${inner}`
  })
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const hasBullets = isSpread(lines.filter((line) => BULLET.test(line)).length, lines)
  const hasNumbers = isSpread(lines.filter((line) => NUMBER.test(line)).length, lines)
  const all = lines
    .map((line) => (hasBullets ? stripBullet(line) : line))
    .map((line) => (hasNumbers ? line.replace(NUMBER, '') : line))
    .map(readRow)
    .filter(Boolean)
  return {
    ideas: all.filter(({ length }) => length <= LIMITS.ideaCharacters),
    tooLong: all.filter(({ length }) => length > LIMITS.ideaCharacters),
  }
}
