import type { BrowserContext, Page } from '@playwright/test'
import { startDaysAgo } from '../days-ago.ts'
import { lookAt } from '../look.ts'
import { expect, test } from '../people.ts'
import { type ProgramSeat, type ProgramSession, ask, give, viewOf } from '../program.ts'
import type { Server } from '../server.ts'

const PHONE = {
  locale: 'fa-IR',
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  reducedMotion: 'reduce',
} as const

/** What stands in quotes of the interface may carry marks that keep its direction. */
const named = (words: string, text: string): RegExp => new RegExp(`${words}\\P{L}*${text}`, 'u')

const order = async (seat: ProgramSeat, command: Record<string, unknown>): Promise<void> => {
  const reply = await give(seat, command)
  expect(reply.status, reply.text).toBe(200)
}

/** A session of the workspace that has come to its decision, led by a program. */
const meet = async (server: Server, workspace: string, key: string, title: string): Promise<ProgramSession> => {
  const agenda = [{ kind: 'brainstorm', settings: { variant: 'free' } }, { kind: 'decide' }]
  const body = { title, workspace, agenda, language: 'fa', facilitatorName: 'آمنه', credential: 'token' }
  const made = await ask(`${server.origin}/api/sessions`, { body, token: key })
  expect(made.status, made.text).toBe(201)
  const { session, seat, links, code } = made.json as {
    readonly session: string
    readonly seat: { readonly id: string; readonly token: string }
    readonly links: ProgramSession['links']
    readonly code: string
  }
  const facilitator = { origin: server.origin, session, seat: seat.id, token: seat.token }
  await order(facilitator, { type: 'start' })
  await order(facilitator, { type: 'add-item', kind: 'idea', text: 'تابلوی زمان انتظار' })
  await order(facilitator, { type: 'skip' })
  return { facilitator, code, links }
}

/** The actions of the only step of a session that decides. */
const actionsOf = async (seat: ProgramSeat): Promise<readonly { readonly id: string; readonly text: string }[]> => {
  interface Work {
    readonly work: Readonly<
      Record<string, { readonly data: { readonly actions: readonly { id: string; text: string }[] } }>
    >
  }
  return Object.values((await viewOf<Work>(seat)).work).flatMap(({ data }) => data.actions ?? [])
}

test('Z82 two quarters on Persian phones: an owner outside says how it went, the next quarter begins with that, learns from it and counts it', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  let server = await startDaysAgo(100)
  const contexts: BrowserContext[] = []
  const troubles: string[] = []
  const bring = async (theme: 'light' | 'dark'): Promise<Page> => {
    const context = await browser.newContext({ ...PHONE, colorScheme: theme, acceptDownloads: true })
    contexts.push(context)
    const page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(error.message))
    return page
  }
  const look = (page: Page, name: string): Promise<void> => lookAt({ page, language: 'fa' } as never, name)
  try {
    // A quarter ago: two things are to be done, one of them by somebody who has no seat.
    const made = await ask(`${server.origin}/api/workspaces`, { body: { title: 'پذیرش', language: 'fa' } })
    const { id, link } = made.json as { readonly id: string; readonly link: string }
    const key = link.slice(link.indexOf('#') + 1)
    const { facilitator } = await meet(server, id, key, 'نشست نخست')
    await order(facilitator, { type: 'draft-decision', text: 'تابلو می‌گذاریم', revision: 0 })
    await order(facilitator, { type: 'decide', revision: 1 })
    const sign = { text: 'چاپ تابلو', metric: 'پرسش در روز', baseline: '۴۰', owner: { outside: 'امید' } }
    await order(facilitator, { type: 'add-action', ...sign })
    await order(facilitator, { type: 'add-action', text: 'چای در سالن', owner: { outside: 'سارا' } })
    const [print] = await actionsOf(facilitator)
    await order(facilitator, { type: 'end' })
    const linked = await ask(`${server.origin}/api/sessions/${facilitator.session}/actions/${print?.id}/link`, {
      method: 'POST',
      token: facilitator.token,
    })
    const { link: secret } = linked.json as { readonly link: string }

    // Ten days later its owner opens the link on a phone, takes the day along and says how it went.
    await server.kill()
    server = await startDaysAgo(90, server.port, server.folder)
    const owner = await bring('light')
    await owner.goto(secret)
    await expect(owner.getByRole('heading', { level: 1, name: 'چاپ تابلو' })).toBeVisible()
    expect(new URL(owner.url()).hash).toBe('')
    const download = owner.waitForEvent('download')
    await owner.getByRole('button', { name: 'افزودن به تقویم من' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.ics$/)
    await owner.getByRole('radio', { name: 'انجام شد' }).check()
    await expect(owner.getByRole('button', { name: 'ثبت' })).toBeDisabled()
    await owner.getByRole('radio', { name: 'بهتر' }).check()
    await owner.getByRole('textbox', { name: 'در یک خط' }).fill('۲۵ پرسش در روز')
    await look(owner, 'action-told-phone-light-fa')
    await owner.getByRole('button', { name: 'ثبت' }).click()
    await expect(owner.getByText('سپاس. همهٔ کسانی که در نشست بودند آن را می‌بینند.')).toBeVisible()

    // The next quarter, led from a phone: what is open and what was told come first.
    await server.kill()
    server = await startDaysAgo(0, server.port, server.folder)
    const second = await meet(server, id, key, 'نشست دوم')
    const page = await bring('dark')
    await page.goto(second.links.facilitator)
    await page.getByRole('button', { name: 'تسهیلگری با این دستگاه' }).click()
    const before = page.getByRole('region', { name: 'آنچه پیش‌تر قرار بود انجام دهیم' })
    await expect(before.getByText('۲۵ پرسش در روز')).toBeVisible()
    await before.getByRole('button', { name: named('نگه‌داشتن چون بینش:', 'چاپ تابلو') }).click()
    await expect(before.getByText('بینش، در عمل دیده شد')).toBeVisible()
    await before.getByRole('button', { name: named('انتقال:', 'چای در سالن') }).click()
    await page.getByRole('dialog').getByRole('radio', { name: 'آزموده نشد' }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'انتقال' }).click()
    await expect(page.getByRole('region', { name: 'اقدام‌ها' }).getByText('چای در سالن')).toBeVisible()
    await look(page, 'decide-second-quarter-phone-dark-fa')
    const decision = page.getByRole('region', { name: 'تصمیم ما' })
    await decision.getByRole('textbox', { name: 'تصمیم ما' }).fill('تابلو می‌ماند')
    await decision.getByRole('button', { name: 'تصمیم ما این است' }).click()
    await expect(decision.getByText(/تصمیم گرفته شد/)).toBeVisible()
    await order(second.facilitator, { type: 'end' })
    await expect(page.getByRole('article').filter({ hasText: '۲۵ پرسش در روز (چاپ تابلو)' })).toBeVisible()

    // The quarters say by which days they are counted, and what came of the one before.
    await page.goto(link)
    await page.getByRole('button', { name: 'باز کردن فضای کار' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'پذیرش' })).toBeFocused()
    await expect(page.getByText(/به وقت جهانی \(UTC\)$/).first()).toBeVisible()
    const former = page.getByRole('group').filter({ hasText: 'نشست نخست' })
    await expect(former.getByText('۱ از ۲ اقدام به‌موقع انجام شد')).toBeVisible()
    await expect(former.getByText('۱ از ۱ اقدام آزموده سنجیده شد')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'تصمیم سه‌ماههٔ پیش بازبینی شد' }).first()).toContainText(
      '۲ از ۲',
    )
    // What was carried over is open as an action of the second session, once.
    const open = page.getByRole('region', { name: /اقدام‌های باز/ }).getByRole('listitem')
    await expect(open).toHaveCount(1)
    await expect(open).toContainText('چای در سالن')
    await expect(open).toContainText('نشست دوم')
    await look(page, 'workspace-second-quarter-phone-dark-fa')
    expect(troubles).toEqual([])
  } finally {
    for (const context of contexts) await context.close()
    await server.stop()
  }
})
