import { type Browser, type BrowserContext, type Page, expect, test as base } from '@playwright/test'
import { type Server, startServer } from './server.ts'
import { type Tunnel, type Websockets, openTunnel } from './tunnel.ts'

export type Language = 'en' | 'ru' | 'fa'
export type Device = 'desktop' | 'phone'

/** Somebody with a browser, a language, a device, and a connection that can break. */
export interface Person {
  readonly page: Page
  readonly context: BrowserContext
  readonly tunnel: Tunnel
  readonly language: Language
  /** Goes to a path of the product, or to a link that names another way to the same server. */
  readonly open: (path: string) => Promise<void>
  /** What went wrong in the page so far: errors, and breaches of its content policy. */
  readonly troubles: readonly string[]
  /** Forgets what went wrong so far, where a test broke the page itself. */
  readonly forgive: () => void
}

export interface Wish {
  readonly language?: Language
  readonly device?: Device
  readonly theme?: 'light' | 'dark'
  /** A large screen that is touched. */
  readonly touch?: boolean
  /** What this person's network does with websockets. */
  readonly websockets?: Websockets
  /** What the browser calls itself. */
  readonly userAgent?: string
  readonly runsScript?: boolean
  /** A window of another size than the device's, and how many dots draw one pixel of it. */
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly deviceScaleFactor?: number
}

const LOCALES = { en: 'en-GB', ru: 'ru-RU', fa: 'fa-IR' } as const
const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const

/** How long the lines of those who are brought take each way, in milliseconds, in turn; nothing for as fast as it goes. */
const LINES_MS = (process.env['LINES_MS'] ?? '').split(',').filter(Boolean).map(Number)

/** Said by the browser itself whenever a connection breaks, which is no fault of the page. */
const NETWORK_NOISE = /Failed to load resource|WebSocket connection to .* failed|net::ERR_/

const arrive = async (browser: Browser, server: Server, wish: Wish, nth: number): Promise<Person> => {
  const { language = 'en', device = 'desktop', theme = 'light', touch = false } = wish
  const { websockets = 'pass', userAgent, runsScript = true } = wish
  const tunnel = await openTunnel(server.port)
  tunnel.setWebsockets(websockets)
  if (LINES_MS.length > 0) {
    tunnel.setWeather({ latencyMs: LINES_MS[nth % LINES_MS.length] ?? 0, bytesPerSecond: Infinity })
  }
  const context = await browser.newContext({
    ...DEVICES[device],
    ...(touch && { hasTouch: true }),
    ...(userAgent && { userAgent }),
    javaScriptEnabled: runsScript,
    ...(wish.viewport && { viewport: wish.viewport }),
    ...(wish.deviceScaleFactor && { deviceScaleFactor: wish.deviceScaleFactor }),
    baseURL: tunnel.origin,
    locale: LOCALES[language],
    colorScheme: theme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`error: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !NETWORK_NOISE.test(message.text())) troubles.push(`console: ${message.text()}`)
  })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`content policy: ${event.violatedDirective} forbids ${event.blockedURI}`)
    })
  })
  return {
    page,
    context,
    tunnel,
    language,
    troubles,
    forgive: () => void troubles.splice(0),
    open: async (path) => {
      const { pathname, search, hash } = new URL(path, tunnel.origin)
      await page.goto(`${pathname}${search}${hash}`)
    },
  }
}

interface Fixtures {
  /** A server of this test's own. */
  readonly server: Server
  /** Brings a person. When the test is over, nobody's page may have had an error. */
  readonly bring: (wish?: Wish) => Promise<Person>
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern
  server: async ({}, use, info) => {
    const server = await startServer()
    await use(server)
    if (info.status !== info.expectedStatus) await info.attach('server', { body: server.log() })
    await server.stop()
  },
  bring: async ({ browser, server }, use) => {
    const people: Person[] = []
    await use(async (wish = {}) => {
      const person = await arrive(browser, server, wish, people.length)
      people.push(person)
      return person
    })
    const troubles = people.flatMap((person) => person.troubles)
    for (const { context, tunnel } of people) {
      await context.close()
      await tunnel.close()
    }
    expect(troubles).toEqual([])
  },
})

export { expect }
