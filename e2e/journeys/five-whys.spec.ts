import type { Locator } from '@playwright/test'
import { joinByLink, turnTo } from '../acts.ts'
import { useHands } from '../hands.ts'
import { type Person, expect, test } from '../people.ts'
import { createSession, viewOf } from '../program.ts'
import { WORDS } from '../words.ts'

/** What only this journey looks for, in the words of each language. */
const SAYS = {
  en: {
    since: 'Since when?',
    say: 'Say it',
    accept: 'Accept as a fact',
    tree: 'Tree of causes',
    here: 'Turn everyone here',
    check: 'Nobody knows: somebody goes and sees',
    aside: 'Put the run aside',
  },
  ru: {
    where: 'Где?',
    accepted: 'Принято как факт',
    tree: 'Дерево причин',
    because: 'Потому что…',
    aside: /Разбор отложен/,
    found: 'Сказать, что выяснилось',
    whatFound: 'Что выяснилось',
    close: 'Закрыть проверку',
    idea: 'Ваша идея',
  },
  fa: {
    what: 'چه رخ می‌دهد؟',
    say: 'ثبت',
    because: 'چون…',
    add: 'افزودن علت',
    know: 'بگویید از کجا می‌دانید',
    known: 'چه دانسته است',
    addKnown: 'افزودن شواهد',
    sameWords: /همان را می‌گوید که باید توضیح دهد/,
    root: 'به نظرم این ریشه است',
    isRoot: /شما این را ریشه می‌دانید/,
    tree: 'درخت علت‌ها',
  },
} as const

const TEXTS = {
  what: 'مراجعان ۲۵ دقیقه منتظر می‌مانند',
  where: 'У стойки',
  since: 'Since March',
  forms: 'فرم‌ها پای میز پر می‌شوند',
  late: 'Никто не шлет анкету заранее',
  tally: 'چهل نفر را شمردم',
  question: 'Is it so on Mondays?',
  found: 'Да, проверено',
  idea: 'Присылать форму с приглашением',
} as const

interface View {
  readonly step?: { readonly id: string; readonly phase: string }
  readonly work?: Readonly<
    Record<
      string,
      {
        readonly data: {
          readonly problem: { readonly accepted: boolean }
          readonly causes: readonly { readonly root?: { readonly state: string; readonly support: number } }[]
          readonly countermeasures: readonly { readonly addresses: readonly string[] }[]
        }
      }
    >
  >
}

const barOf = ({ page }: Person): Locator => page.getByRole('toolbar')
const goOn = (person: Person, label: string) => barOf(person).getByRole('button', { name: label }).click()

test('M69 three people, with a mouse, a finger and keys, find a root of a problem and an idea against it', async ({
  bring,
  server,
}) => {
  const made = await createSession(server.origin, {
    title: 'The front desk',
    challenge: { text: 'Why do people wait?' },
    facilitatorName: 'Amina',
    agenda: [{ kind: 'five-whys' }, { kind: 'talk' }],
  })
  const { facilitator, links } = made
  const amina = await bring()
  const leila = await bring({ language: 'fa', device: 'phone' })
  const dmitry = await bring({ language: 'ru' })
  const hands = await useHands(dmitry.page, 'russian')
  const [en, ru, fa] = [SAYS.en, SAYS.ru, SAYS.fa]

  await amina.open(links.facilitator)
  await amina.page.getByRole('button', { name: 'Lead from this device' }).click()
  await joinByLink(leila, links.participant, 'لیلا')
  await dmitry.open(links.participant)
  await hands.tabTo(dmitry.page.getByRole('textbox', { name: WORDS.ru.name }))
  await hands.type('Дмитрий')
  await hands.press('Enter')
  await expect(dmitry.page).toHaveURL(/\/s\//)
  await goOn(amina, 'Start: 5 Whys')

  // Each says a part of what the problem is. Nobody goes on before it is accepted.
  const what = leila.page.getByRole('textbox', { name: fa.what })
  await what.fill(TEXTS.what)
  await leila.page.getByRole('button', { name: fa.say, exact: true }).click()
  await expect(leila.page.getByRole('button', { name: fa.say, exact: true })).toBeHidden()
  const where = dmitry.page.getByRole('textbox', { name: ru.where })
  await hands.tabTo(where)
  await hands.type(TEXTS.where)
  await hands.press('Control+Enter')
  await expect(amina.page.getByRole('textbox', { name: 'Where?' })).toHaveValue(TEXTS.where)
  await expect(barOf(amina).getByRole('button', { name: 'Ask why' })).toBeDisabled()
  await amina.page.getByRole('textbox', { name: en.since }).fill(TEXTS.since)
  await amina.page.getByRole('button', { name: en.say, exact: true }).click()
  await amina.page.getByRole('button', { name: en.accept }).click()
  await expect(dmitry.page.getByText(ru.accepted)).toBeVisible()
  await goOn(amina, 'Ask why')

  // Leila answers on her phone; the same words once more are refused, and stay where they are.
  const because = leila.page.getByRole('textbox', { name: fa.because })
  await because.fill(TEXTS.what)
  await leila.page.getByRole('button', { name: fa.add }).click()
  await expect(leila.page.getByText(fa.sameWords)).toBeVisible()
  await expect(because).toHaveValue(TEXTS.what)
  await because.fill(TEXTS.forms)
  await leila.page.getByRole('button', { name: fa.add }).click()
  await expect(because).toHaveValue('')

  // Dmitry finds the cause in the tree by arrows, and answers it.
  const tree = dmitry.page.getByRole('tree', { name: ru.tree })
  const formsRow = tree.getByRole('treeitem', { name: TEXTS.forms })
  await expect(formsRow).toHaveAttribute('aria-level', '2')
  await hands.tabTo(tree.getByRole('treeitem').first())
  await hands.press('ArrowDown')
  await expect(formsRow).toBeFocused()
  await hands.press('Enter')
  await expect(dmitry.page.getByRole('textbox', { name: ru.because })).toBeFocused()
  await hands.type(TEXTS.late)
  await hands.press('Control+Enter')
  await expect(tree.getByRole('treeitem', { name: TEXTS.late })).toHaveAttribute('aria-level', '3')

  // Amina turns everyone to it; Leila says how she knows; Amina judges it.
  const aminaTree = amina.page.getByRole('tree', { name: en.tree })
  await aminaTree.getByRole('treeitem', { name: TEXTS.late }).click()
  await amina.page.getByRole('button', { name: en.here }).click()
  await expect(leila.page.getByRole('heading', { level: 1 })).toHaveText(TEXTS.late)
  await leila.page.getByRole('button', { name: fa.know }).click()
  const panel = leila.page.getByRole('dialog')
  await panel.getByRole('textbox', { name: fa.known }).fill(TEXTS.tally)
  await panel.getByRole('button', { name: fa.addKnown }).click()
  await expect(panel).toBeHidden()
  const side = amina.page.getByRole('complementary')
  await expect(side.getByText(TEXTS.tally)).toBeVisible()
  await side.getByRole('radio', { name: 'Verified' }).click()
  await expect(aminaTree.getByRole('treeitem', { name: /Никто не шлет анкету заранее.*Verified/ })).toBeVisible()
  await side.getByRole('radio', { name: 'In our hands' }).click()
  await expect(aminaTree.getByRole('treeitem', { name: /In our hands/ })).toBeVisible()

  // Something is left to find out. The run is put aside, and Dmitry closes his check by keys.
  await side.getByRole('button', { name: en.check }).click()
  const form = amina.page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'What is to be found out?' }).fill(TEXTS.question)
  await form.getByRole('combobox').selectOption({ label: 'Дмитрий' })
  await form.getByRole('button', { name: 'Add the check' }).click()
  await expect(form).toBeHidden()
  await amina.page.getByRole('button', { name: en.aside }).click()
  await form.getByRole('button', { name: 'Put aside' }).click()
  const aside = dmitry.page.getByRole('region', { name: ru.aside })
  await expect(aside).toBeVisible()
  await hands.tabTo(aside.getByRole('button', { name: ru.found }))
  await hands.press('Enter')
  const found = dmitry.page.getByRole('dialog').getByRole('textbox', { name: ru.whatFound })
  await expect(found).toBeFocused()
  await hands.type(TEXTS.found)
  await hands.press('Enter')
  await expect(dmitry.page.getByRole('dialog')).toBeHidden()
  await expect(amina.page.getByText('Nothing is left to find out.')).toBeVisible()
  await amina.page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(aside).toBeHidden()

  // The branch is read upwards; Leila sees a root, and Amina confirms it.
  await goOn(amina, 'Find the roots')
  for (const [from, to] of [
    [TEXTS.late, TEXTS.forms],
    [TEXTS.forms, TEXTS.what],
  ]) {
    const sentence = side
      .getByRole('group')
      .filter({ hasText: `${from}` })
      .filter({ hasText: `${to}` })
    await sentence.getByRole('radio', { name: 'Holds' }).click()
    await expect(sentence.getByRole('radio', { name: 'Holds' })).toBeChecked()
  }
  await leila.page.getByRole('button', { name: fa.root }).click()
  await expect(leila.page.getByRole('button', { name: fa.isRoot })).toBeVisible()
  await expect(side.getByText('1 sees a root here').first()).toBeVisible()
  await side.getByRole('button', { name: 'Confirm as root' }).click()
  await turnTo(leila, 'room')
  await expect(leila.page.getByRole('treeitem', { name: /علت ریشه‌ای/ })).toBeVisible()

  // Dmitry writes an idea against it.
  await goOn(amina, 'Ask how')
  const idea = dmitry.page.getByRole('textbox', { name: ru.idea })
  await hands.tabTo(idea)
  await hands.type(TEXTS.idea)
  await hands.press('Control+Enter')
  await expect(idea).toHaveValue('')
  await expect(amina.page.getByRole('region', { name: TEXTS.late }).getByText(TEXTS.idea)).toBeVisible()
  await expect(leila.page.getByText(TEXTS.idea)).toBeVisible()

  const { step, work } = await viewOf<View>(facilitator)
  const data = work?.[step?.id ?? '']?.data
  expect(data?.causes.map(({ root }) => root?.state)).toEqual([undefined, 'confirmed'])
  expect(data?.countermeasures).toHaveLength(1)
})
