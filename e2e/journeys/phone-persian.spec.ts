import type { Locator, Page } from '@playwright/test'
import WebSocket from 'ws'
import { composerOf, expectSaved } from '../acts.ts'
import { writeDrafts } from '../company.ts'
import { findOutside } from '../outside.ts'
import { type Person, expect, test } from '../people.ts'
import { type ProgramSeat, createSession, give, takeSeat, viewOf } from '../program.ts'
import { WORDS } from '../words.ts'

const IDEA = 'نوبت‌دهی با پیامک، ۱۰ دقیقه پیش'
const CORRECTED = 'نوبت‌دهی با پیامک، ۱۵ دقیقه پیش از نوبت'
const IN_RUSSIAN = 'Запись по SMS'
const IN_THE_TUNNEL = 'چای و آب کنار پنجره'
const HALF = 'صندلی راحت بر'
const REST = 'ای همراهان بیمار'
const OTHERS = ['یک تابلوی راهنما', 'موسیقی آرام']

const FA = WORDS.fa

interface View {
  readonly step: { readonly id: string; readonly epoch: number }
}

const move = async (seat: ProgramSeat, type: string, more: Record<string, unknown> = {}): Promise<void> => {
  const { step } = await viewOf<View>(seat)
  const reply = await give(seat, { type, ...more, expected: { step: step.id, epoch: step.epoch } })
  expect(reply.status, reply.text).toBe(200)
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true })
const tab = (page: Page, name: string): Locator =>
  page.getByRole('navigation').getByRole('button', { name, exact: true })

/** Latin digits in what the interface itself says; what people wrote, codes and names of formats are left out. */
const latinDigits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element?.checkVisibility() || element.closest('[translate=yes], [dir=ltr], bdi, script, style')) continue
      if (/[0-9]/.test(node.textContent ?? '')) found.push(node.textContent ?? '')
    }
    return found
  })

const expectAtHome = async ({ page }: Person): Promise<void> => {
  expect(await latinDigits(page)).toEqual([])
  expect(await findOutside(page)).toEqual([])
}

test('C56 C57 C58 a whole session on a Persian phone: by touch, through a tunnel and a reveal, to the end', async ({
  bring,
  server,
}) => {
  test.setTimeout(300_000)
  const leila = await bring({ language: 'fa', device: 'phone' })
  const { page } = leila
  const session = await createSession(server.origin, {
    title: 'میز پذیرش',
    challenge: { text: 'چگونه می‌توانیم انتظار را کوتاه‌تر کنیم؟' },
    language: 'fa',
    facilitatorName: 'امینه',
    agenda: [{ kind: 'brainstorm', names: 'hidden' }],
  })
  const { facilitator } = session
  const live = `${server.origin.replace('http', 'ws')}/api/sessions/${facilitator.session}/live`
  const socket = new WebSocket(live, ['roundel.v1', `token.${facilitator.token}`])
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))

  // In by the code, with a name and a colour.
  await leila.open('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await page.getByRole('textbox', { name: FA.code }).fill(session.code)
  await button(page, FA.join).tap()
  await page.getByRole('textbox', { name: FA.name }).fill('لیلا')
  await page.getByRole('radio').nth(4).locator('xpath=..').tap()
  await expect(page.getByRole('radio').nth(4)).toBeChecked()
  await expectAtHome(leila)
  await button(page, FA.joinAs).tap()
  await expect(page.getByRole('list').getByText('۱۵ دقیقه')).toBeVisible()
  await expectAtHome(leila)

  // Writing: a clock in Persian digits that runs from left to right, and the composer in reach of a thumb.
  expect((await give(facilitator, { type: 'start' })).status).toBe(200)
  const clock = page.getByRole('timer').locator('bdi').first()
  await expect(clock).toHaveText(/^[۰-۹]{2}:[۰-۹]{2}$/)
  await expect(clock).toHaveAttribute('dir', 'ltr')
  const composer = composerOf(leila)
  await composer.tap()
  await page.keyboard.insertText(IDEA)
  await button(page, FA.addIdea).tap()
  await expect(page.getByText('۱ ایدهٔ شما')).toBeVisible()

  // Correcting it, and saying it in Russian too.
  await button(page, new RegExp(`^ویرایش: .*${IDEA}`)).tap()
  await page.getByRole('textbox', { name: 'ویرایش متن' }).fill(CORRECTED)
  await button(page, 'ذخیره').tap()
  await button(page, new RegExp(`^به زبان دیگری هم بگویید: .*${CORRECTED}`)).tap()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(IN_RUSSIAN)
  await expect(dialog.getByRole('combobox')).toHaveValue('ru')
  await expectAtHome(leila)
  await dialog.getByRole('button', { name: 'ذخیره' }).tap()
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('p[lang=ru][dir=auto]')).toHaveText(IN_RUSSIAN)
  await expectSaved(leila)

  // A tunnel: one idea is added in it, and half a sentence survives the browser's own reload.
  leila.tunnel.cut()
  await expectSaved(leila, 'onDevice')
  await composer.fill(IN_THE_TUNNEL)
  await button(page, FA.addIdea).tap()
  await expect(page.getByText('۲ ایدهٔ شما')).toBeVisible()
  await expectAtHome(leila)
  leila.tunnel.mend()
  await expect(page.getByText('وصل شدید. ۱ ایده فرستاده شد.').first()).toBeVisible({ timeout: 45_000 })
  await expectSaved(leila)
  leila.tunnel.cut()
  await expectSaved(leila, 'onDevice')
  await composer.fill(HALF)
  const address = page.url()
  await expect(page.reload()).rejects.toThrow()
  leila.tunnel.mend()
  // The browser's own page for errors may still be on its way.
  await expect(() => leila.open(address)).toPass()
  await expect(composer).toHaveValue(HALF)
  await expectSaved(leila)

  // "I'm finished", and taken back.
  await button(page, 'تمام کردم').tap()
  await button(page, 'تمام کردید. پس می‌گیرید؟').tap()

  // The reveal comes over her while she types: the sentence stays under the hand, in the same field.
  const { step } = await viewOf<View>(facilitator)
  await writeDrafts(await takeSeat(session, session.code, 'رضا'), step.id, OTHERS)
  await composer.tap()
  await page.keyboard.press('End')
  await move(facilitator, 'arm', { press: 'reveal' })
  await expect(page.getByText(FA.countdown).first()).toBeVisible()
  await move(facilitator, 'advance')
  await expect(button(page, 'جمله‌ام بماند')).toBeVisible()
  await expect(composer).toBeFocused()
  await page.keyboard.insertText(REST)
  await button(page, 'جمله‌ام بماند').tap()
  await expect(composer).toBeFocused()
  await expect(composer).toHaveValue(`${HALF}${REST}`)
  await expectAtHome(leila)
  await button(page, 'افزودن با نشان دیر').tap()
  await expect(composer).toHaveValue('')

  // Everyone's ideas on the other tab: hers with both of its languages.
  const all = [CORRECTED, IN_THE_TUNNEL, `${HALF}${REST}`, ...OTHERS].toSorted()
  const texts = async (): Promise<string[]> =>
    (await page.getByRole('article').locator('p[dir=auto]:not([lang=ru])').allTextContents()).toSorted()
  await tab(page, FA.room).tap()
  await expect.poll(texts).toEqual(all)
  await expect(page.getByRole('article').filter({ hasText: CORRECTED }).locator('p')).toHaveText([
    CORRECTED,
    IN_RUSSIAN,
  ])
  await expectAtHome(leila)
  await tab(page, FA.help).tap()
  await expect(page.getByRole('heading', { name: FA.help, level: 1 })).toBeVisible()
  await expectAtHome(leila)

  // Grouping with big buttons, one idea at a time, and the platform's list.
  await move(facilitator, 'advance')
  await tab(page, FA.room).tap()
  const place = page.locator('[aria-labelledby="place-one"]')
  await place.getByRole('button', { name: 'خوشهٔ تازه' }).tap()
  for (let left = all.length - 1; left > 1; left--) {
    await expect(place.getByRole('heading')).toHaveText(new RegExp(left.toLocaleString('fa')))
    // Her finger rests elsewhere before: two quick taps in one place are a double one, which is meant for one idea only.
    await page.locator('#question').tap()
    await place.getByRole('button').first().tap()
  }
  await place.getByRole('button', { name: 'خوشهٔ تازه' }).tap()
  await expect(place).toHaveCount(0)
  await page.getByRole('article').getByRole('combobox').first().selectOption({ label: 'خوشهٔ ۲' })
  await expect(page.getByRole('region', { name: 'خوشهٔ ۲', exact: true }).getByRole('article')).toHaveCount(2)
  await expectSaved(leila)
  await expectAtHome(leila)

  // The end, and the first page, which counts days as she does.
  await move(facilitator, 'end')
  await expect(page.getByRole('heading', { name: FA.ended })).toBeVisible()
  await expect.poll(texts).toEqual(all)
  await expectAtHome(leila)
  await leila.open('/')
  const day = new Date().toLocaleDateString('fa', { day: 'numeric', month: 'long' })
  await expect(page.getByText(day, { exact: true })).toBeVisible()
  await expectAtHome(leila)
  socket.terminate()
})
