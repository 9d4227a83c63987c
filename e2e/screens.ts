import { type Person, type Wish, expect } from './people.ts'
import { type ProgramSeat, type ProgramSession, createSession, give, newId, takeSeat } from './program.ts'
import { WORDS } from './words.ts'

/** Where a state is reached: a server, people to bring, and a session of its own for each. */
export interface Scene {
  readonly origin: string
  /** The person of this scene, who goes from one state to the next as people do. */
  readonly bring: () => Promise<Person>
  /** Somebody else with the language and device of the scene, for what would stay with the page or the browser. */
  readonly bringAnother: (wish?: Wish) => Promise<Person>
}

interface Screen {
  /** Names the picture. */
  readonly name: string
  /** Leads a person to it, and waits until it is there. */
  readonly reach: (scene: Scene) => Promise<Person>
}

const TITLE = 'Q4: приёмная'
const TELEGRAM =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.0.0 Mobile Safari/537.36 Telegram-Android/10.9'

const open = (scene: Scene, settings: Record<string, unknown> = {}): Promise<ProgramSession> =>
  createSession(scene.origin, { title: TITLE, facilitatorName: 'Amina', settings })

const must = async (seat: ProgramSeat, command: Record<string, unknown>): Promise<void> => {
  const reply = await give(seat, command)
  expect(reply.status, reply.text).toBe(200)
}

const heading = ({ page }: Person) => page.getByRole('heading', { level: 1 })

/** Waits for the one page there is about a state: the picture above, a title that has the focus, and something to do. */
const arrive = async (person: Person): Promise<Person> => {
  await expect(heading(person)).toBeFocused()
  return person
}

/** Sits somebody down through the page. Answers the seat as the page's own cookie has it. */
const sitDown = async (person: Person, { code, facilitator }: ProgramSession, name: string): Promise<string> => {
  const words = WORDS[person.language]
  await person.open(`/j/${code}`)
  await person.page.getByRole('textbox', { name: words.name }).fill(name)
  await person.page.getByRole('main').locator('button[type=submit]').click()
  await expect(person.page).toHaveURL(/\/s\//)
  const reply = await person.page.request.get(`/api/sessions/${facilitator.session}`)
  return ((await reply.json()) as { me: { seat: string } }).me.seat
}

/** Resolves when a page that is about to connect has heard from the server. */
const untilConnected = async ({ page }: Person): Promise<void> => {
  const socket = await page.waitForEvent('websocket', (opened) => opened.url().endsWith('/live'))
  await socket.waitForEvent('framereceived')
}

const cookieOf = async (person: Person): Promise<Record<string, string>> => {
  const [cookie] = await person.context.cookies()
  return { cookie: `${cookie?.name}=${cookie?.value}` }
}

/** Somebody who comes second to a name, while the first is away. */
const comeAgain = async (
  scene: Scene,
): Promise<{ person: Person; seat: string; before: string; of: ProgramSession }> => {
  const of = await open(scene)
  await must(of.facilitator, { type: 'start' })
  const before = await takeSeat(of, of.code, 'Leila')
  const person = await scene.bring()
  const seat = await sitDown(person, of, 'Leila')
  return { person, seat, before: before.seat, of }
}

const strips = ({ page, language }: Person) => page.getByRole('region', { name: WORDS[language].news })

/** Every state in which a person cannot just go on. */
export const STATES: readonly Screen[] = [
  {
    name: 'unknown-code',
    reach: async ({ bring }) => {
      const person = await bring()
      await person.open('/j/AAAA-AAAA')
      return arrive(person)
    },
  },
  {
    name: 'closed',
    reach: async (scene) => {
      const { code, facilitator } = await open(scene)
      await must(facilitator, { type: 'start' })
      await must(facilitator, { type: 'end' })
      const person = await scene.bring()
      await person.open(`/j/${code}`)
      return arrive(person)
    },
  },
  {
    name: 'full',
    reach: async (scene) => {
      const of = await open(scene, { participants: 1 })
      await takeSeat(of, of.code, 'Kofi')
      const person = await scene.bring()
      await person.open(`/j/${of.code}`)
      await person.page.getByRole('textbox', { name: WORDS[person.language].name }).fill('Leila')
      await person.page.getByRole('main').locator('button[type=submit]').click()
      await expect(person.page.getByRole('status').filter({ hasText: WORDS[person.language].waiting })).toBeVisible()
      return arrive(person)
    },
  },
  {
    name: 'welcome-back',
    reach: async (scene) => {
      const of = await open(scene)
      const person = await scene.bring()
      await sitDown(person, of, 'Leila')
      await person.open(`/j/${of.code}`)
      await expect(person.page.getByRole('button', { name: WORDS[person.language].takeSeat })).toBeVisible()
      return arrive(person)
    },
  },
  {
    name: 'asking',
    reach: async (scene) => {
      const of = await open(scene, { door: 'ask' })
      const person = await scene.bring()
      await sitDown(person, of, 'Leila')
      return arrive(person)
    },
  },
  {
    name: 'refused',
    reach: async (scene) => {
      const of = await open(scene, { door: 'ask' })
      const person = await scene.bring()
      const seat = await sitDown(person, of, 'Leila')
      const asking = await heading(person).innerText()
      await must(of.facilitator, { type: 'refuse', seat })
      await expect(heading(person)).not.toHaveText(asking)
      return arrive(person)
    },
  },
  {
    name: 'removed',
    reach: async (scene) => {
      const of = await open(scene)
      const person = await scene.bring()
      const seat = await sitDown(person, of, 'Leila')
      await must(of.facilitator, { type: 'remove', seat })
      await expect(person.page.getByRole('button', { name: WORDS[person.language].askBack })).toBeVisible()
      return arrive(person)
    },
  },
  {
    name: 'removed-asked',
    reach: async (scene) => {
      const of = await open(scene)
      const person = await scene.bring()
      const seat = await sitDown(person, of, 'Leila')
      await must(of.facilitator, { type: 'remove', seat })
      await person.page.getByRole('button', { name: WORDS[person.language].askBack }).click()
      await expect(person.page.getByRole('button', { name: WORDS[person.language].askBack })).toHaveCount(0)
      await must(of.facilitator, { type: 'refuse', seat })
      await expect(heading(person)).toBeVisible()
      return arrive(person)
    },
  },
  {
    name: 'not-seated',
    reach: async (scene) => {
      const { facilitator } = await open(scene)
      const person = await scene.bring()
      await person.open(`/s/${facilitator.session}`)
      return arrive(person)
    },
  },
  {
    name: 'sat-elsewhere',
    reach: async (scene) => {
      const of = await open(scene)
      const person = await scene.bring()
      const connected = untilConnected(person)
      await sitDown(person, of, 'Leila')
      await connected
      const { session } = of.facilitator
      const reply = await person.page.request.post(`/api/sessions/${session}/seats`, {
        data: { invite: of.code, name: 'Kofi' },
      })
      expect(reply.status()).toBe(201)
      await expect(person.page.getByRole('button', { name: WORDS[person.language].goOn })).toBeVisible()
      return arrive(person)
    },
  },
  {
    name: 'gone',
    reach: async (scene) => {
      const of = await open(scene)
      const person = await scene.bring()
      const connected = untilConnected(person)
      await sitDown(person, of, 'Leila')
      await connected
      const { session, token } = of.facilitator
      await fetch(`${scene.origin}/api/sessions/${session}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${token}` },
      })
      await expect(person.page.getByRole('link', { name: WORDS[person.language].home })).toBeVisible()
      return arrive(person)
    },
  },
  {
    name: 'no-connection',
    reach: async ({ bringAnother }) => {
      const person = await bringAnother()
      await person.page.route('**/api/join/**', (route) => route.abort())
      await person.open('/j/K7QM-4TDX')
      return arrive(person)
    },
  },
  {
    name: 'still-loading',
    reach: async ({ bringAnother }) => {
      const person = await bringAnother()
      await person.page.clock.install()
      await person.page.route('**/api/join/**', () => new Promise(() => undefined))
      const asked = person.page.waitForRequest('**/api/join/**')
      await person.open('/j/K7QM-4TDX')
      await asked
      await person.page.clock.fastForward(9_000)
      await expect(person.page.getByRole('status').getByRole('button')).toBeVisible()
      return person
    },
  },
  {
    name: 'broken',
    reach: async ({ bringAnother }) => {
      const person = await bringAnother()
      await person.page.route('**/assets/create-page-*.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken on purpose")' }),
      )
      await person.open('/new')
      await arrive(person)
      person.forgive()
      return person
    },
  },
  {
    name: 'claim-question',
    reach: async (scene) => {
      const { person } = await comeAgain(scene)
      await expect(person.page.getByRole('button', { name: WORDS[person.language].askHost })).toBeVisible()
      return person
    },
  },
  {
    name: 'claim-asked',
    reach: async (scene) => {
      const { person } = await comeAgain(scene)
      await person.page.getByRole('button', { name: WORDS[person.language].askHost }).click()
      await expect(strips(person).getByText('Leila (2)')).toBeVisible()
      // Nobody who leads is here: that is said too, after some seconds.
      await expect(strips(person).getByText(WORDS[person.language].away)).toBeVisible()
      return person
    },
  },
  {
    name: 'claim-granted',
    reach: async (scene) => {
      const { person, seat, before, of } = await comeAgain(scene)
      const headers = await cookieOf(person)
      const reply = await fetch(`${scene.origin}/api/sessions/${of.facilitator.session}/commands`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'claim-seat', seat: before, commandId: newId() }),
      })
      expect(reply.status).toBe(200)
      await must(of.facilitator, { type: 'grant-claim', seat })
      await expect(person.page.getByRole('button', { name: WORDS[person.language].sitAs })).toBeVisible()
      return person
    },
  },
  {
    name: 'leading-claim-and-return',
    reach: async (scene) => {
      const of = await open(scene)
      const person = await scene.bringAnother()
      await person.open(of.links.facilitator)
      await person.page.getByRole('main').getByRole('button').first().click()
      await expect(person.page).toHaveURL(/\/s\//)
      const before = await takeSeat(of, of.code, 'Leila')
      const again = await takeSeat(of, of.code, 'Leila')
      const kofi = await takeSeat(of, of.code, 'Kofi')
      await must(again, { type: 'claim-seat', seat: before.seat })
      await must(of.facilitator, { type: 'remove', seat: kofi.seat })
      await must(kofi, { type: 'ask-back' })
      await expect(person.page.getByRole('button', { name: WORDS[person.language].samePerson })).toBeVisible()
      return person
    },
  },
  {
    name: 'in-app-join',
    reach: async (scene) => {
      const of = await open(scene)
      const person = await scene.bringAnother({ userAgent: TELEGRAM })
      await person.open(`/j/${of.code}`)
      await person.page.getByRole('button', { name: WORDS[person.language].openOutside }).click()
      await expect(person.page.locator('a[href^="intent:"]')).toBeVisible()
      return person
    },
  },
  {
    name: 'in-app-stage',
    reach: async (scene) => {
      const of = await open(scene)
      await must(of.facilitator, { type: 'start' })
      const person = await scene.bringAnother({ userAgent: TELEGRAM })
      await sitDown(person, of, 'Leila')
      await person.page.getByRole('button', { name: WORDS[person.language].openOutside }).click()
      await expect(person.page.locator('a[href^="intent:"]')).toBeVisible()
      return person
    },
  },
  {
    name: 'private-join',
    reach: async (scene) => {
      const of = await open(scene)
      const person = await scene.bringAnother()
      await person.page.addInitScript(() => Object.defineProperty(navigator, 'cookieEnabled', { get: () => false }))
      await person.open(`/j/${of.code}`)
      await expect(person.page.getByText(WORDS[person.language].privateMode)).toBeVisible()
      return person
    },
  },
  {
    name: 'private-stage',
    reach: async (scene) => {
      const of = await open(scene)
      await must(of.facilitator, { type: 'start' })
      const person = await scene.bringAnother()
      await person.page.addInitScript(() => Object.defineProperty(navigator, 'cookieEnabled', { get: () => false }))
      await person.open(`/j/${of.code}`)
      await person.page.getByRole('textbox', { name: WORDS[person.language].name }).fill('Leila')
      await person.page.getByRole('main').locator('button[type=submit]').click()
      await person.page.getByRole('button', { name: WORDS[person.language].personalLink }).click()
      await expect(person.page.locator('input[readonly]')).toHaveValue(/\/me\//)
      return person
    },
  },
  {
    name: 'new-version',
    reach: async (scene) => {
      const of = await open(scene)
      await must(of.facilitator, { type: 'start' })
      const person = await scene.bringAnother()
      // As after an update of the server: the page is of another build than the one that the server names.
      await person.page.addInitScript(() =>
        document.addEventListener('DOMContentLoaded', () =>
          document.querySelector('script[type=module]')?.setAttribute('src', '/assets/index-old.js'),
        ),
      )
      await sitDown(person, of, 'Leila')
      await expect(strips(person)).toBeAttached()
      // The strip loads when the page has nothing better to do; every connection that comes back is told the build.
      await person.page.waitForLoadState('networkidle')
      await expect(async () => {
        person.tunnel.cut()
        person.tunnel.mend()
        const reload = person.page.getByRole('button', { name: WORDS[person.language].reload })
        await expect(reload).toBeVisible({ timeout: 10_000 })
      }).toPass({ timeout: 60_000 })
      return person
    },
  },
]
