import { expect, test } from 'vitest'
import { BadSetting, describeSettings, readConfig } from './config.ts'

test('W1 without variables the server has sound defaults', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '0.0.0.0',
    dataDir: './data',
    publicUrl: undefined,
    createKey: undefined,
    trustProxy: [],
    logLevel: 'info',
    durability: 'full',
    retentionDays: 90,
    upgradesPerSecond: 100,
    maxSockets: 5_000,
    sessionsPerHour: 30,
    drainSeconds: 20,
  })
})

test('W1 variables are read into typed values, empty ones count as absent', () => {
  const config = readConfig({
    PORT: '0',
    PUBLIC_URL: 'https://board.example.org/',
    TRUST_PROXY: 'loopback, 10.0.0.0/8,::1/128',
    RETENTION_DAYS: '7',
    CREATE_KEY: '',
  })
  expect(config).toMatchObject({ port: 0, trustProxy: ['loopback', '10.0.0.0/8', '::1/128'], retentionDays: 7 })
  expect(config.publicUrl?.origin).toBe('https://board.example.org')
  expect(config.createKey).toBeUndefined()
})

test.each([
  ['PORT', '70000'],
  ['PORT', '30x'],
  ['PUBLIC_URL', 'board.test'],
  ['PUBLIC_URL', 'https://board.example.org/path'],
  ['PUBLIC_URL', 'ftp://board.example.org'],
  ['TRUST_PROXY', 'everyone'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['LOG_LEVEL', 'loud'],
  ['DURABILITY', 'maybe'],
  ['CREATE_KEY', 'short'],
  ['METRICS_TOKEN', 'with spaces inside it'],
  ['RETENTION_DAYS', '0'],
  ['UPGRADES_PER_SECOND', '0'],
  ['MAX_SOCKETS', '1000001'],
  ['SESSIONS_PER_HOUR', '-1'],
  ['DRAIN_SECONDS', '301'],
  ['REPORT_BROWSER', 'bin/a-browser'],
  ['CONSENT', 'y'.repeat(281)],
  ['CONSENT_FA', 'ی'.repeat(281)],
])('W2 a bad %s is refused by name, without repeating a value', (name, value) => {
  const reading = () => readConfig({ [name]: value })
  expect(reading).toThrow(BadSetting)
  expect(reading).toThrow(new RegExp(`^${name} `))
  expect(reading).not.toThrow(value)
})

test('W1 the help lists every variable that is read', () => {
  const asked: string[] = []
  readConfig(new Proxy({}, { get: (_, name) => void asked.push(String(name)) }))
  for (const name of asked) expect(describeSettings()).toContain(`  ${name} `)
})

test('W1 a line of consent is one for all, one for each language, or both', () => {
  expect(readConfig({}).consent).toBeUndefined()
  expect(readConfig({ CONSENT: '  You\u202E agree \n to this. ' }).consent).toEqual({ other: 'You agree to this.' })
  expect(readConfig({ CONSENT_RU: 'Вы соглашаетесь.', CONSENT: 'x'.repeat(280) }).consent).toEqual({
    other: 'x'.repeat(280),
    ru: 'Вы соглашаетесь.',
  })
})
