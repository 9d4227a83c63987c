import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder } from '../testing/running-server.ts'
import { printWith } from './installed-browser.ts'

/** A program that stands for a browser: what it was told stands in a file beside it. */
const browserThat = (does: string) => {
  const folder = emptyFolder()
  const [program, told] = [join(folder, 'browser'), join(folder, 'told')]
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$PWD" "$@" > '${told}'\nenv > '${told}.env'\n${does}\n`)
  chmodSync(program, 0o755)
  return {
    program,
    told: () => readFileSync(told, 'utf8').trim().split('\n'),
    env: () => readFileSync(`${told}.env`, 'utf8'),
  }
}

test('X130 a page is printed in a folder of its own, which is gone afterwards; the browser keeps its sandbox and learns nothing', async () => {
  const { program, told, env } = browserThat('cp page.html page.pdf')
  expect(Buffer.from(await printWith(program)('<p>A page</p>')).toString()).toBe('<p>A page</p>')
  const [folder = '', ...words] = told()
  expect(existsSync(folder)).toBe(false)
  expect(words).toContain('--headless')
  expect(words).toContain('--host-resolver-rules=MAP * ~NOTFOUND')
  expect(words.at(-1)).toBe(`file://${folder}/page.html`)
  for (const word of words) {
    expect(word).not.toMatch(/sandbox|allow-|debugging/)
    expect(word).not.toContain('A page')
  }
  // The shell adds what it needs itself.
  const known = env().match(/^\w+(?==)/gm) ?? []
  const own = known.filter((name) => !['PWD', 'OLDPWD', 'SHLVL', '_', 'PATH'].includes(name))
  expect(new Set(own)).toEqual(new Set(['HOME', 'TMPDIR']))
})

test('X129 a browser that fails, or is none, rejects with what it said', async () => {
  await expect(printWith(browserThat('echo no display >&2; exit 3').program)('')).rejects.toThrow(
    /ended with 3: no display/,
  )
  await expect(printWith('/nowhere/browser')('')).rejects.toThrow(/ENOENT/)
  // One that says that all is well and has printed nothing.
  await expect(printWith(browserThat('exit 0').program)('')).rejects.toThrow(/ENOENT/)
})
