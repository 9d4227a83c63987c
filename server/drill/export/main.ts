import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FORMATS, type Format, makeFile } from '../../src/export/make-file.ts'
import { HOSTILE } from '../../src/export/testing/hostile-texts.ts'
import { sourceOf } from '../../src/export/testing/made-source.ts'

/** Writes every file with every hostile text in it, and has a real spreadsheet program open them where there is one. */
const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } })

const folder = mkdtempSync(join(tmpdir(), 'roundel-export-'))
const source = sourceOf(HOSTILE, { title: '=1+1', stepTitle: '@SUM(1+1)', names: 'shown' })
for (const format of Object.keys(FORMATS) as Format[]) {
  const file = await makeFile(source, { format, language: 'fa', sheet: 'items' })
  writeFileSync(join(folder, `hostile.${format}`), file)
}
console.log(`${HOSTILE.length} hostile texts in ${readdirSync(folder).length} files`)

const findOffice = (): string | undefined =>
  ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0)

/** Converts a file to a flat document, in which a formula stands as an attribute of its cell. */
const countFormulas = (office: string, name: string): number => {
  const arguments_ = ['--headless', '--convert-to', 'fods', '--outdir', folder, join(folder, name)]
  const { status, stderr } = spawnSync(office, arguments_, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} could not be opened: ${stderr}`)
  return (readFileSync(join(folder, name.replace(/\.[a-z]+$/, '.fods')), 'utf8').match(/table:formula=/g) ?? []).length
}

const office = findOffice()
if (office === undefined) {
  console.log('LibreOffice is not installed here: no spreadsheet program has opened them.')
} else {
  for (const name of ['hostile.xlsx', 'hostile.csv']) {
    const formulas = countFormulas(office, name)
    console.log(`${name}: ${formulas} formulas`)
    if (formulas > 0) process.exitCode = 1
  }
}
if (values.keep) console.log(folder)
else rmSync(folder, { recursive: true })
