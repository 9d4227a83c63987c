import { type Locator, type Page } from '@playwright/test'
import { expectSaved } from '../acts.ts'
import { type Hands, type Layout, useHands } from '../hands.ts'
import { type Language, type Person, expect, test } from '../people.ts'
import { WORDS } from '../words.ts'

/** What the page says beyond `WORDS`, and what people write, in two languages. */
const SPEECH = {
  en: {
    layout: 'english',
    ideas: ['Tea and water', 'A quiet room', 'A sign at the door'],
    better: ' for all',
    late: 'Music',
    led: 'Shorter forms',
    group: 'Comfort',
    other: 'Words',
    correct: 'Correct: ',
    remove: 'Remove: ',
    undo: 'Undo',
    finishing: 'finished',
    finished: 'You are finished. Take it back?',
    newGroup: 'New group',
    adding: 'add id',
    locking: 'lock the',
    locked: 'Locked',
    unlocking: 'again',
    pausing: 'pause',
    resuming: 'clock go',
    paused: 'Clock paused',
    back: 'phase back',
    goQuestion: 'to question',
    begin: /^Start: /,
    reveal: /^(Reveal|Open) /,
    now: /^Now/,
    grouping: /^Start clustering/,
    end: /^Finish and make the report/,
    ownIdeas: /^Your \d ideas?$/,
  },
  ru: {
    layout: 'russian',
    ideas: ['Чай и вода', 'Тихая комната', 'Табличка у двери'],
    better: ' для всех',
    late: 'Музыка',
    led: 'Короткие бланки',
    group: 'Удобство',
    other: 'Слова',
    correct: 'Исправить: ',
    remove: 'Удалить: ',
    undo: 'Отменить',
    finishing: 'больше',
    finished: 'Вы закончили. Вернуться?',
    newGroup: 'Новая группа',
    adding: 'добавить ид',
    locking: 'закрыть доску',
    locked: 'Закрыто',
    unlocking: 'снова открыть',
    pausing: 'остановить',
    resuming: 'запустить',
    paused: 'Часы стоят',
    back: 'этап назад',
    goQuestion: 'перейти вопрос',
    begin: /^Начать: /,
    reveal: /^Открыть /,
    now: /^Сейчас/,
    grouping: /^К группировке/,
    end: /^Завершить и составить отчёт/,
    ownIdeas: /^Ваши идеи: \d$/,
  },
} as const satisfies Partial<Record<Language, { readonly layout: Layout } & Record<string, unknown>>>

const noteOf = (page: Page, text: string): Locator => page.getByRole('listitem').filter({ hasText: text })
const gripOf = (page: Page, text: string): Locator => noteOf(page, text).locator('> button').first()
const groupWith = (page: Page, text: string): Locator =>
  page.locator('section[data-cluster]').filter({ has: page.getByRole('listitem').filter({ hasText: text }) })
const textsWith = (page: Page, text: string): Promise<string[]> =>
  groupWith(page, text).getByRole('article').locator('p').allInnerTexts()

/** Does something by its name out of the list of all actions. */
const choose = async (page: Page, hands: Hands, typed: string): Promise<void> => {
  await hands.press('Control+k')
  const field = page.getByRole('combobox', { expanded: true })
  await expect(field).toBeFocused()
  await hands.type(typed)
  await expect(page.getByRole('dialog').getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await hands.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Where F6 leads, by the names of the regions, until it comes round. */
const regionsOf = async (page: Page, hands: Hands, keys: 'F6' | 'Shift+F6'): Promise<readonly string[]> => {
  const names: string[] = []
  for (;;) {
    await hands.press(keys)
    const name = await page.evaluate(() => {
      const region = document.activeElement?.closest<HTMLElement>('[data-region]')
      return region && document.activeElement?.checkVisibility() ? (region.ariaLabel ?? '') : 'nowhere'
    })
    if (name === names[0] || names.length > 8) return names
    names.push(name)
  }
}

/** Goes by arrows from the note that has the focus to another: along the longer way first, else along the other. */
const goToNote = async (page: Page, hands: Hands, to: Locator): Promise<void> => {
  await hands.press('Home')
  for (let presses = 0; presses < 20; presses++) {
    const way = await to.evaluate((grip) => {
      if (grip === document.activeElement || !document.activeElement) return undefined
      const from = document.activeElement.getBoundingClientRect()
      const box = grip.getBoundingClientRect()
      return [box.x - from.x, box.y - from.y] as const
    })
    if (!way) return
    const keys = [way[0] < 0 ? 'ArrowLeft' : 'ArrowRight', way[1] < 0 ? 'ArrowUp' : 'ArrowDown']
    const before = await page.evaluate(() => document.activeElement?.parentElement?.dataset['note'])
    for (const key of Math.abs(way[0]) > Math.abs(way[1]) ? keys : keys.toReversed()) {
      await hands.press(key)
      if ((await page.evaluate(() => document.activeElement?.parentElement?.dataset['note'])) !== before) break
    }
  }
  throw new Error('arrows do not lead there')
}

/** Leads on by the one key, once the bar offers what is meant: a press on the way holds back the next one. */
const goOn = async ({ page, hands }: { readonly page: Page; readonly hands: Hands }, to: RegExp): Promise<void> => {
  const button = page.getByRole('toolbar').getByRole('button', { name: to })
  await expect(button).toBeVisible()
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
  await hands.press('Control+Shift+Enter')
}

for (const language of ['en', 'ru'] as const) {
  const words = WORDS[language]
  const speech = SPEECH[language]

  test(`C37 a whole session by keys alone, ${speech.layout} layout`, async ({ bring }) => {
    test.setTimeout(180_000)
    const sit = async (): Promise<{ person: Person; page: Page; hands: Hands }> => {
      const person = await bring({ language })
      return { person, page: person.page, hands: await useHands(person.page, speech.layout) }
    }
    const amina = await sit()
    const leila = await sit()

    // Amina makes a session.
    await amina.person.open('/')
    await amina.hands.tabTo(amina.page.getByRole('link', { name: words.start }))
    await amina.hands.press('Enter')
    await amina.hands.tabTo(amina.page.getByRole('textbox', { name: words.title, exact: true }))
    await amina.hands.type('Front desk')
    await amina.hands.tabTo(amina.page.getByRole('textbox', { name: words.question }))
    await amina.hands.type(speech.ideas[1])
    await amina.hands.tabTo(amina.page.locator('[data-step] [data-open]').last())
    await amina.hands.press('Enter')
    await amina.hands.tabTo(amina.page.getByRole('dialog').getByRole('button', { name: words.removeStep, exact: true }))
    await amina.hands.press('Enter')
    await expect(amina.page.locator('[data-step]')).toHaveCount(1)
    await amina.hands.tabTo(amina.page.getByRole('textbox', { name: words.name }))
    await amina.hands.type('Amina')
    await amina.hands.tabTo(amina.page.getByRole('button', { name: words.create }))
    await amina.hands.press('Enter')
    const open = amina.page.getByRole('link', { name: words.openRoom })
    await expect(open).toBeVisible()
    const link = await amina.page.locator('input[readonly]').first().inputValue()
    const code = link.split('/').at(-1) ?? ''
    await amina.hands.tabTo(open)
    await amina.hands.press('Enter')
    await expect(amina.page).toHaveURL(/\/s\//)

    // Leila types the code: it is the first thing after the skip link.
    await leila.person.open('/')
    await expect(leila.page.getByRole('textbox', { name: words.code })).toBeVisible()
    await leila.hands.press('Tab')
    await leila.hands.press('Tab')
    await expect(leila.page.getByRole('textbox', { name: words.code })).toBeFocused()
    await leila.hands.type(code)
    await leila.hands.press('Enter')
    await leila.hands.tabTo(leila.page.getByRole('textbox', { name: words.name }))
    await leila.hands.type('Leila')
    await leila.hands.press('Enter')
    await expect(leila.page).toHaveURL(/\/s\//)
    await expect(leila.page.locator('#question')).toBeFocused()

    // The key that leads on works from anywhere. Whoever was on what is gone is on the question.
    await expect(amina.page.getByText('Leila').first()).toBeVisible()
    await goOn(amina, speech.begin)
    const composer = leila.page.getByRole('textbox', { name: words.idea, exact: true })
    await expect(composer).toBeVisible()
    await expect(leila.page.locator('#question')).toBeFocused()

    // Regions, there and back.
    await expect(amina.page.getByRole('textbox', { name: words.idea, exact: true })).toBeVisible()
    const forth = await regionsOf(leila.page, leila.hands, 'F6')
    expect(forth).toHaveLength(3)
    expect(forth[0]).toBe(words.mySide)
    expect(await regionsOf(leila.page, leila.hands, 'Shift+F6')).toEqual([forth[2], forth[1], forth[0]])
    expect(await regionsOf(amina.page, amina.hands, 'F6')).toHaveLength(4)

    // Writing.
    await leila.hands.tabTo(composer)
    for (const idea of speech.ideas) {
      await leila.hands.type(idea)
      await leila.hands.press('Control+Enter')
      await expect(composer).toHaveValue('')
      await expect(composer).toBeFocused()
    }
    const [tea, quiet, sign] = speech.ideas
    const button = (name: string): Locator => leila.page.getByRole('button', { name, exact: true })
    await leila.hands.tabTo(button(speech.correct + tea))
    await leila.hands.press('Enter')
    await leila.hands.type(speech.better)
    await leila.hands.press('Control+Enter')
    const better = tea + speech.better
    await expect(button(speech.correct + better)).toBeFocused()

    // Deleting leads to the next one, taking it back to the heading.
    await leila.hands.tabTo(button(speech.remove + quiet))
    await leila.hands.press('Enter')
    await expect(button(speech.correct + sign)).toBeFocused()
    await leila.hands.tabTo(button(speech.undo))
    await leila.hands.press('Enter')
    await expect(leila.page.getByRole('heading', { name: speech.ownIdeas })).toBeFocused()
    await expect(button(speech.correct + quiet)).toBeVisible()

    // By name: finished; and to the question and back to where the focus was.
    await choose(leila.page, leila.hands, speech.finishing)
    await expect(button(speech.finished)).toHaveAttribute('aria-pressed', 'true')
    await choose(leila.page, leila.hands, speech.goQuestion)
    await expect(leila.page.locator('#question')).toBeFocused()
    await leila.hands.tabTo(composer)
    await leila.hands.press('Control+k')
    await expect(leila.page.getByRole('combobox', { expanded: true })).toBeFocused()
    await leila.hands.press('Escape')
    await expect(composer).toBeFocused()

    // Amina writes too, and leads by names and by the one key.
    await choose(amina.page, amina.hands, speech.adding)
    const aminas = amina.page.getByRole('textbox', { name: words.idea, exact: true })
    await expect(aminas).toBeFocused()
    await amina.hands.type(speech.led)
    await amina.hands.press('Control+Enter')
    await expect(aminas).toHaveValue('')
    await expect(amina.page.getByText(speech.led, { exact: true })).toBeVisible()
    await choose(amina.page, amina.hands, speech.locking)
    await expect(leila.page.getByText(speech.locked, { exact: true })).toBeVisible()
    await choose(amina.page, amina.hands, speech.unlocking)
    await expect(leila.page.getByText(speech.locked, { exact: true })).toBeHidden()
    await choose(amina.page, amina.hands, speech.pausing)
    await expect(leila.page.getByRole('timer', { name: speech.paused })).toBeVisible()
    await choose(amina.page, amina.hands, speech.resuming)
    await expect(leila.page.getByRole('timer', { name: speech.paused })).toBeHidden()
    await expect(aminas).toBeFocused()

    // The reveal takes nobody's sentence or caret.
    await leila.hands.type(speech.late)
    await expect(composer).toHaveValue(speech.late)
    await expectSaved(amina.person)
    await goOn(amina, speech.reveal)
    await expect(leila.page.getByText(words.countdown).first()).toBeVisible()
    await goOn(amina, speech.now)
    await expect(leila.page.getByText(words.countdown)).toHaveCount(0)
    await expect(gripOf(leila.page, speech.led)).toBeVisible()
    await expect(composer).toBeFocused()
    await expect(composer).toHaveValue(speech.late)
    await leila.hands.press('Tab')
    await leila.hands.press('Enter')
    await expect(gripOf(leila.page, speech.late)).toBeVisible()

    // Back, and on again.
    await choose(amina.page, amina.hands, speech.back)
    await expect(leila.page.getByText(words.countdown)).toHaveCount(0)
    await expect(aminas).toBeVisible()
    // What is open stays open.
    await expect(gripOf(leila.page, speech.led)).toBeVisible()
    await goOn(amina, speech.reveal)
    await expect(leila.page.getByText(words.countdown).first()).toBeVisible()
    await goOn(amina, speech.now)
    await expect(leila.page.getByText(words.countdown)).toHaveCount(0)
    await expect(gripOf(leila.page, speech.led)).toBeVisible()
    await leila.hands.tabTo(composer)
    await goOn(amina, speech.grouping)

    // Grouping. The composer is gone, so the focus is on the question.
    await expect(composer).toHaveCount(0)
    await expect(leila.page.locator('#question')).toBeFocused()
    await leila.hands.tabTo(leila.page.locator('[data-note] > button[tabindex="0"]'))
    const alert = leila.page.getByRole('alert')
    const reach = (text: string): Promise<void> => goToNote(leila.page, leila.hands, gripOf(leila.page, text))
    await reach(better)
    await leila.hands.press('Space')
    await expect(alert).not.toBeEmpty()
    for (let presses = 0; presses < 3; presses++) await leila.hands.press('ArrowRight')
    await leila.hands.press('Space')
    await expect(groupWith(leila.page, better)).toHaveCount(1)
    await expect(groupWith(leila.page, better).getByRole('textbox')).toBeFocused()
    await leila.hands.type(speech.group)
    await leila.hands.press('Enter')
    await expect(gripOf(leila.page, better)).toBeFocused()
    await expect(amina.page.getByRole('region', { name: speech.group })).toBeVisible()

    // By the list of groups.
    await reach(quiet)
    await leila.hands.press('m')
    await expect(noteOf(leila.page, quiet).getByRole('combobox')).toBeFocused()
    await leila.hands.press('ArrowDown')
    await leila.hands.press('Enter')
    await expect.poll(() => textsWith(leila.page, better)).toEqual([better, quiet])
    await expect(gripOf(leila.page, quiet)).toBeFocused()
    await leila.hands.press('Control+z')
    await expect.poll(() => textsWith(leila.page, better)).toEqual([better])
    await leila.hands.press('Control+Shift+z')
    await expect.poll(() => textsWith(leila.page, better)).toEqual([better, quiet])

    // A new group by its name, named at once.
    await choose(leila.page, leila.hands, speech.newGroup)
    await expect(leila.page.locator('[data-cluster] input:focus')).toHaveCount(1)
    await leila.hands.type(speech.other)
    await leila.hands.press('Escape')
    await expect(amina.page.getByRole('region', { name: speech.other })).toBeVisible()

    // The end.
    await goOn(amina, speech.end)
    for (const { page } of [amina, leila]) {
      await expect(page.getByRole('heading', { name: words.ended })).toBeFocused()
    }
  })
}
