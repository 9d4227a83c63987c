import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const HERE = import.meta.dirname
const CACHE = join(HERE, '.cache')

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The Chromium to test with: BROWSER_PATH, the one inside a package, an installed one, or undefined for the one that
 * `playwright install` brings.
 *
 * The packaged one comes first: its version is in the lockfile, and being without windows it takes a third less time.
 * The answer is left in BROWSER_PATH, so that worker processes need not look again.
 */
export const findBrowser = async (): Promise<string | undefined> => {
  const found = process.env['BROWSER_PATH'] ?? (await unpackBrowser()) ?? INSTALLED.find((path) => existsSync(path))
  if (found) process.env['BROWSER_PATH'] = found
  return found
}

/** Unpacks the packaged Chromium beside us, once for each version of the package. There is one for Linux on x64 only. */
const unpackBrowser = async (): Promise<string | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const home = join(CACHE, `chromium-${packageVersion()}`)
  if (!existsSync(join(home, 'chromium'))) await unpackInto(home)
  process.env['LD_LIBRARY_PATH'] = [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
    .filter(Boolean)
    .join(delimiter)
  process.env['FONTCONFIG_PATH'] = join(home, 'fonts')
  return join(home, 'chromium')
}

/** The package unpacks to fixed names in the temporary folder, so it gets one of its own, which is then put in place. */
const unpackInto = async (home: string): Promise<void> => {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(join(CACHE, 'unpacking-'))
  const { TMPDIR: before, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts } = process.env
  // Makes the package unpack the libraries that a bare system lacks.
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' })
  const { default: chromium } = await import('@sparticuz/chromium')
  await chromium.executablePath()
  restore({ TMPDIR: before, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts, AWS_LAMBDA_JS_RUNTIME: undefined })
  writeFileSync(join(folder, 'fonts', 'fonts.conf'), fontsConfiguration(join(home, 'fonts')))
  try {
    renameSync(folder, home)
  } catch (error) {
    // Another process was quicker; its copy is as good.
    rmSync(folder, { recursive: true, force: true })
    if (!existsSync(join(home, 'chromium'))) throw error
  }
}

const restore = (variables: Record<string, string | undefined>): void => {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${folder}-cache</cachedir>
</fontconfig>
`

const packageVersion = (): string => {
  const manifest = readFileSync(join(HERE, 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}
