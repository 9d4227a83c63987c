import { LIMITS, cleanLine } from '@roundel/shared/kernel'
import type { Language } from '@roundel/shared/session'
import { isIP } from 'node:net'
import { isAbsolute } from 'node:path'
import * as v from 'valibot'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal']

const whole = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, 'must be a whole number'),
    v.transform(Number),
    v.minValue(min, `must be at least ${min}`),
    v.maxValue(max, `must be at most ${max}`),
  )

const secret = v.pipe(
  v.string(),
  v.minLength(8, 'must have at least 8 characters'),
  v.regex(/^[\x21-\x7E]+$/, 'must be printable ASCII without spaces'),
)

const isRange = (text: string): boolean => {
  if (PROXY_NAMES.includes(text)) return true
  const [address = '', prefix, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
}

const consent = v.pipe(
  v.string(),
  v.transform(cleanLine),
  v.maxLength(LIMITS.consentCharacters, `must have at most ${LIMITS.consentCharacters} characters`),
)

const parseUrl = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)

const publicUrl = v.pipe(
  v.string(),
  v.check((text) => {
    const url = parseUrl(text)
    return (
      (url?.protocol === 'http:' || url?.protocol === 'https:') &&
      url.pathname === '/' &&
      url.search === '' &&
      url.hash === '' &&
      url.username === ''
    )
  }, 'must be an address such as https://board.example.org, without a path'),
  v.transform((text) => new URL(text)),
)

/** One variable of the environment: what it says when absent, how it is read, and what `--help` tells about it. */
interface Setting<Value> {
  readonly standard?: string
  readonly schema: v.GenericSchema<string, Value>
  readonly help: string
}

const setting = <Value>(definition: Setting<Value>): Setting<Value> => definition

const SETTINGS = {
  PORT: setting({ standard: '3000', schema: whole(0, 65_535), help: 'Port to listen on; 0 takes any free one.' }),
  HOST: setting({ standard: '0.0.0.0', schema: v.pipe(v.string(), v.nonEmpty()), help: 'Address to listen on.' }),
  DATA_DIR: setting({
    standard: './data',
    schema: v.pipe(v.string(), v.nonEmpty()),
    help: 'Folder for everything that is kept.',
  }),
  PUBLIC_URL: setting({
    schema: publicUrl,
    help: 'Address under which people reach the server; links and QR codes use it.',
  }),
  CREATE_KEY: setting({ schema: secret, help: 'When set, only holders of this key may create sessions.' }),
  TRUST_PROXY: setting({
    standard: '',
    schema: v.pipe(
      v.string(),
      v.transform((text) =>
        text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      ),
      v.check((parts) => parts.every(isRange), 'must be a comma-separated list of addresses or CIDR ranges'),
    ),
    help: `Proxies whose X-Forwarded-* headers are believed: addresses, CIDR ranges, or ${PROXY_NAMES.join(', ')}.`,
  }),
  LOG_LEVEL: setting({
    standard: 'info',
    schema: v.picklist(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`) as v.GenericSchema<
      string,
      (typeof LOG_LEVELS)[number]
    >,
    help: `How much is logged: ${LOG_LEVELS.join(', ')}.`,
  }),
  DURABILITY: setting({
    standard: 'full',
    schema: v.picklist(['full', 'relaxed'], 'must be full or relaxed') as v.GenericSchema<string, 'full' | 'relaxed'>,
    help: 'full survives power loss; relaxed survives only a crash of the process.',
  }),
  METRICS_TOKEN: setting({
    schema: secret,
    help: 'Bearer token for /metrics from other machines; without it only this machine may read them.',
  }),
  RETENTION_DAYS: setting({
    standard: '90',
    schema: whole(1, 3_650),
    help: 'Days after which a session of no workspace is deleted.',
  }),
  WORKSPACE_RETENTION_DAYS: setting({
    standard: '400',
    schema: whole(LIMITS.retentionDaysLeast, 3_650),
    help: 'Days after which a session of a workspace is deleted; a workspace may choose fewer.',
  }),
  UPGRADES_PER_SECOND: setting({
    standard: '100',
    schema: whole(1, 100_000),
    help: 'Sockets opened per second, of all people; three times as many at once. Others are told to come back.',
  }),
  MAX_SOCKETS: setting({ standard: '5000', schema: whole(1, 1_000_000), help: 'Sockets open at one time.' }),
  SESSIONS_PER_HOUR: setting({
    standard: String(LIMITS.sessionsPerHour),
    schema: whole(0, 1_000_000),
    help: 'Sessions created per hour from one address without CREATE_KEY; 0 for any number.',
  }),
  DRAIN_SECONDS: setting({
    standard: '20',
    schema: whole(0, 300),
    help: 'Time over which people are sent away, session by session, when many are here and the server stops.',
  }),
  CONSENT: setting({
    schema: consent,
    help: 'A line that people agree to by joining, shown where they do, at most 280 characters.',
  }),
  CONSENT_EN: setting({ schema: consent, help: 'The same for those who read English, instead of CONSENT.' }),
  CONSENT_RU: setting({ schema: consent, help: 'The same in Russian.' }),
  CONSENT_FA: setting({ schema: consent, help: 'The same in Persian.' }),
  REPORT_BROWSER: setting({
    schema: v.pipe(
      v.string(),
      v.check((path) => isAbsolute(path), 'must be the whole path of a program, such as /usr/bin/chromium'),
    ),
    help: 'An installed browser of the Chromium family. When set, reports are also offered as PDF.',
  }),
  IMPRINT: setting({
    schema: v.pipe(v.string(), v.nonEmpty(), v.maxLength(500, 'must have at most 500 characters')),
    help: 'A line about who runs this server, shown where people join.',
  }),
} as const

type Variable = keyof typeof SETTINGS
type ValueOf<Name extends Variable> = (typeof SETTINGS)[Name] extends Setting<infer Value> ? Value : never

/** What people agree to by joining: by language, and `other` where there is none in theirs. */
export type Consent = Readonly<Partial<Record<Language | 'other', string>>>

/** Everything the operator may set, validated. */
export interface Config {
  readonly port: ValueOf<'PORT'>
  readonly host: ValueOf<'HOST'>
  readonly dataDir: ValueOf<'DATA_DIR'>
  readonly publicUrl: ValueOf<'PUBLIC_URL'> | undefined
  readonly createKey: ValueOf<'CREATE_KEY'> | undefined
  readonly trustProxy: ValueOf<'TRUST_PROXY'>
  readonly logLevel: ValueOf<'LOG_LEVEL'>
  readonly durability: ValueOf<'DURABILITY'>
  readonly metricsToken: ValueOf<'METRICS_TOKEN'> | undefined
  readonly retentionDays: ValueOf<'RETENTION_DAYS'>
  readonly workspaceRetentionDays: ValueOf<'WORKSPACE_RETENTION_DAYS'>
  readonly upgradesPerSecond: ValueOf<'UPGRADES_PER_SECOND'>
  readonly maxSockets: ValueOf<'MAX_SOCKETS'>
  readonly sessionsPerHour: ValueOf<'SESSIONS_PER_HOUR'>
  readonly drainSeconds: ValueOf<'DRAIN_SECONDS'>
  /** Undefined when people are asked for nothing. */
  readonly consent: Consent | undefined
  readonly imprint: ValueOf<'IMPRINT'> | undefined
  readonly reportBrowser: ValueOf<'REPORT_BROWSER'> | undefined
}

/** A variable of the environment that cannot be used. The message names it and never repeats a secret. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting'
}

const readOptional = <Name extends Variable>(environment: Environment, name: Name): ValueOf<Name> | undefined => {
  const given = environment[name]?.trim()
  const text = given === undefined || given === '' ? (SETTINGS[name] as Setting<unknown>).standard : given
  if (text === undefined) return undefined
  const parsed = v.safeParse(SETTINGS[name].schema, text)
  if (!parsed.success) throw new BadSetting(`${name} ${parsed.issues[0].message}`)
  return parsed.output as ValueOf<Name>
}

const read = <Name extends Variable>(environment: Environment, name: Name): ValueOf<Name> =>
  readOptional(environment, name) as ValueOf<Name>

/** Variables as the operating system hands them over. */
export type Environment = Readonly<Record<string, string | undefined>>

const readConsent = (environment: Environment): Consent | undefined => {
  const texts = {
    other: readOptional(environment, 'CONSENT'),
    en: readOptional(environment, 'CONSENT_EN'),
    ru: readOptional(environment, 'CONSENT_RU'),
    fa: readOptional(environment, 'CONSENT_FA'),
  }
  const given = Object.entries(texts).filter(([, text]) => text !== undefined)
  return given.length > 0 ? Object.fromEntries(given) : undefined
}

/** The configuration that an environment describes. An empty variable counts as absent. Throws `BadSetting`. */
export const readConfig = (environment: Environment): Config => ({
  port: read(environment, 'PORT'),
  host: read(environment, 'HOST'),
  dataDir: read(environment, 'DATA_DIR'),
  publicUrl: readOptional(environment, 'PUBLIC_URL'),
  createKey: readOptional(environment, 'CREATE_KEY'),
  trustProxy: read(environment, 'TRUST_PROXY'),
  logLevel: read(environment, 'LOG_LEVEL'),
  durability: read(environment, 'DURABILITY'),
  metricsToken: readOptional(environment, 'METRICS_TOKEN'),
  retentionDays: read(environment, 'RETENTION_DAYS'),
  workspaceRetentionDays: read(environment, 'WORKSPACE_RETENTION_DAYS'),
  upgradesPerSecond: read(environment, 'UPGRADES_PER_SECOND'),
  maxSockets: read(environment, 'MAX_SOCKETS'),
  sessionsPerHour: read(environment, 'SESSIONS_PER_HOUR'),
  drainSeconds: read(environment, 'DRAIN_SECONDS'),
  consent: readConsent(environment),
  imprint: readOptional(environment, 'IMPRINT'),
  reportBrowser: readOptional(environment, 'REPORT_BROWSER'),
})

/** The variables with their defaults, one per line, for `--help`. */
export const describeSettings = (): string =>
  Object.entries<Setting<unknown>>(SETTINGS)
    .map(([name, { standard, help }]) => `  ${name.padEnd(24)} ${help}${standard ? ` [${standard}]` : ''}`)
    .join('\n')
