import { addComposed, addIdea, composerOf, createByForm, expectSaved, ideasShown, joinByLink } from '../acts.ts'
import { expect, test } from '../people.ts'
import { WORDS } from '../words.ts'

const TRAIN = { latencyMs: 250, bytesPerSecond: 16_000 }
const IDEAS = {
  amina: 'A sign at the door',
  dropped: 'Windows that can be opened',
  stalled: 'A map of who sits where',
  inTheTunnel: 'Tea from a real cup',
  late: 'A bell that says it is your turn',
} as const
const WRITTEN: readonly string[] = [IDEAS.amina, IDEAS.dropped, IDEAS.stalled, IDEAS.inTheTunnel].toSorted()

test('C19 C33 a slow train with holes: nothing is lost, nothing is doubled, and the page tells the truth', async ({
  bring,
}) => {
  test.setTimeout(240_000)
  const amina = await bring({ language: 'en' })
  const leila = await bring({ language: 'en' })
  const strip = leila.page.getByText('You are offline. Keep writing').first()

  await amina.open('/new')
  const { link } = await createByForm(amina, {
    title: 'On the way',
    question: 'How might waiting feel shorter?',
    name: 'Amina',
  })
  await amina.page.getByRole('link', { name: WORDS.en.openRoom }).click()
  await joinByLink(leila, link, 'Leila')
  await amina.page.getByRole('button', { name: /^Start:/ }).click()
  await expect(composerOf(leila)).toBeVisible()
  await addIdea(amina, IDEAS.amina)
  leila.tunnel.setWeather(TRAIN)

  // Every connection breaks in the middle of a word, again and again. Short breaks are not worth a word.
  for (let at = 0; at < IDEAS.dropped.length; at += 6) {
    await composerOf(leila).pressSequentially(IDEAS.dropped.slice(at, at + 6), { delay: 40 })
    leila.tunnel.drop()
  }
  await addComposed(leila, IDEAS.dropped)
  await expect(amina.page.getByRole('button', { name: 'Reveal 2 ideas' })).toBeVisible()
  await expectSaved(leila)
  await expect(strip).toBeHidden()
  await expect.poll(() => leila.tunnel.openWebsockets()).toBe(3)

  // The network dies without telling anybody. What she writes is not shown as saved until it is.
  leila.tunnel.stall()
  await addIdea(leila, IDEAS.stalled)
  await expect(leila.page.getByTitle('Slow connection, still saving')).toBeVisible()
  await expect(amina.page.getByRole('button', { name: 'Reveal 2 ideas' })).toBeVisible()
  await expect(amina.page.getByRole('button', { name: 'Reveal 3 ideas' })).toBeVisible({ timeout: 60_000 })
  await expectSaved(leila)
  await expect(leila.page.getByText('3 ideas from 2 people').first()).toBeVisible({ timeout: 60_000 })

  // A long tunnel: the page says so, and that it is over.
  leila.tunnel.cut()
  await addIdea(leila, IDEAS.inTheTunnel)
  await expectSaved(leila, 'onDevice')
  await expect(strip).toBeVisible()
  leila.tunnel.mend()
  await expect(leila.page.getByText('Back. 1 idea sent.').first()).toBeVisible({ timeout: 30_000 })
  await expectSaved(leila)
  await expect(strip).toBeHidden()

  // The reveal happens while she is in the next one, and while she writes.
  const reveal = amina.page.getByRole('button', { name: `Reveal ${WRITTEN.length} ideas` })
  await expect(reveal).toBeVisible()
  await reveal.click()
  await expect(leila.page.getByText(WORDS.en.countdown).first()).toBeVisible()
  leila.tunnel.cut()
  await addIdea(leila, IDEAS.late)
  await expect.poll(() => ideasShown(amina)).toEqual(WRITTEN)
  expect(await ideasShown(leila)).toEqual([])
  leila.tunnel.mend()
  await expect.poll(() => ideasShown(leila), { timeout: 45_000 }).toEqual(WRITTEN)

  // What came too late is asked about, once.
  leila.tunnel.drop()
  await leila.page.getByRole('button', { name: 'Add as late' }).click()
  const all = [...WRITTEN, IDEAS.late].toSorted()
  for (const person of [leila, amina]) await expect.poll(() => ideasShown(person), { timeout: 45_000 }).toEqual(all)
  await expect(leila.page.getByRole('button', { name: 'Add as late' })).toHaveCount(0)
  await expectSaved(leila)
})
