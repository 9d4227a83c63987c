// @vitest-environment jsdom
import type { ReportAction, ReportDecision, ReportIdea, ReportWay } from '@roundel/shared/report'
import { act, render, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeAll, expect, test } from 'vitest'
import { EVERYONE, LATER } from '../i18n/catalogue.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { SpeechProvider } from '../i18n/speech.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { anId } from '../testing/a-view.ts'
import { Actions, Decisions } from './decisions.tsx'
import { IdeaList } from './idea-list.tsx'
import { REPORT_TEXTS } from './texts.ts'

const NOVEMBER = Date.UTC(2026, 10, 22, 12)
const AUGUST = Date.UTC(2026, 7, 12, 12)

const WAY: ReportWay = {
  origins: [
    { type: 'contact', kind: 'client', at: AUGUST, text: 'We wait' },
    { type: 'session', title: 'Q3', at: AUGUST, method: 'random', passage: [{ type: 'voted', place: 1, of: 14 }] },
  ],
  passage: [
    { type: 'chosen' },
    { type: 'action', text: 'Print the sign', state: 'done', outcome: 'better', what: '25 questions a day' },
  ],
  later: [{ type: 'session', title: 'Q1', at: NOVEMBER, passage: [] }],
}

const anIdea = (text: string, way: ReportWay = {}): ReportIdea => ({
  id: anId<'item'>(text),
  kind: 'idea',
  step: anId<'step'>('step-1'),
  text,
  lang: 'en',
  same: [],
  turned: [],
  ...way,
})

beforeAll(async () => {
  const groups = [EVERYONE, LATER, REPORT_TEXTS]
  await Promise.all((['en', 'fa'] as const).flatMap((each) => groups.map((group) => loadCatalogue(group, each))))
})

const show = async (content: ReactNode, language: 'en' | 'fa' = 'en') => {
  await act(async () =>
    render(
      <SpeechProvider value={{ language, catalogue: {} }}>
        <MoreTexts from={EVERYONE}>
          <MoreTexts from={LATER}>
            <MoreTexts from={REPORT_TEXTS}>{content}</MoreTexts>
          </MoreTexts>
        </MoreTexts>
      </SpeechProvider>,
    ),
  )
  await screen.findAllByRole('list')
}
const TITLE = 'Where it comes from and what became of it'
const plain = (text: string | null | undefined) => text?.replaceAll(/[\u2066-\u2069]/g, '')

test('C185 an idea has its way in one line beneath it, in order, and one without a way has none', async () => {
  await show(
    <IdeaList ideas={[anIdea('A sign', WAY), anIdea('Tea'), anIdea('Chairs', { origins: [{ type: 'gone' }] })]} />,
  )
  const [sign, chairs, ...others] = screen.getAllByRole('list', { name: TITLE })
  expect(others).toEqual([])
  expect([...(sign?.children ?? [])].map(({ textContent }) => plain(textContent))).toEqual([
    'A talk with a client',
    'Q3',
    'place 1 of 14',
    'chosen',
    'action done: better',
    'later: Q1',
  ])
  expect(chairs?.textContent).toBe('no longer there')
})

test('Z87 an idea that stands for merged ones tells once for each place where these came from', async () => {
  const q2 = { type: 'session', title: 'Q2', at: AUGUST, method: 'random', text: 'Signs', passage: [] } as const
  const way: ReportWay = { together: [q2, q2, { type: 'contact', kind: 'client', at: AUGUST }], passage: [] }
  await show(<IdeaList ideas={[anIdea('A sign', way)]} />)
  const [line] = screen.getAllByRole('list', { name: TITLE })
  expect([...(line?.children ?? [])].map(({ textContent }) => plain(textContent))).toEqual([
    'brought together from: Q2',
    'brought together from: A talk with a client',
  ])
  const chosen = [{ id: 'sign', text: 'A sign', lang: 'en', together: [q2] }]
  await show(<Decisions decisions={[{ step: anId<'step'>('step-1'), text: 'It stands', chosen, concerns: [] }]} />)
  expect(plain(screen.getAllByRole('list', { name: TITLE }).at(-1)?.textContent)).toBe(
    'brought together from: Random associations, in “Q2”Aug 12, 2026Signs',
  )
})

test('C185 a way is told in words of the reader’s language, results too', async () => {
  await show(<IdeaList ideas={[anIdea('A sign', WAY)]} />, 'fa')
  const [way] = screen.getAllByRole('list', { name: 'از کجا آمده و چه از آن درآمد' })
  expect([...(way?.children ?? [])].map(({ textContent }) => plain(textContent))).toEqual([
    'گفت‌وگو با مشتری',
    'Q3',
    'جایگاه ۱ از ۱۴',
    'برگزیده',
    'اقدام انجام شد: بهتر',
    'بعدتر: Q1',
  ])
})

test('C186 what was chosen tells its way in full: where, when, in what words, and what came of it', async () => {
  const decision: ReportDecision = {
    step: anId<'step'>('step-1'),
    text: 'We hang up a sign',
    chosen: [
      { id: 'sign', text: 'A sign', lang: 'en', ...WAY },
      { id: 'tea', text: 'Tea', lang: 'en', passage: [{ type: 'chosen' }] },
    ],
    concerns: [],
  }
  await show(<Decisions decisions={[decision]} />)
  const [way, ...others] = screen.getAllByRole('list', { name: TITLE })
  // That it was chosen is what it stands under.
  expect(others).toEqual([])
  const told = plain(way?.textContent) ?? ''
  for (const words of [
    'A talk with a clientAug 12, 2026We wait',
    'Random associations, in “Q3”Aug 12, 2026Place 1 of 14 in the vote',
    'In this sessionDone: Print the sign – better than before (25 questions a day)',
    'later: Q1Nov 22, 2026',
  ]) {
    expect(told).toContain(words)
  }
  expect(told).not.toContain('Chosen')
})

test('C187 an action says how it stands after all, where that was said, and that it is overdue', async () => {
  const anAction = (id: string, more: Partial<ReportAction>): ReportAction => ({
    id,
    text: id,
    lang: 'en',
    state: 'open',
    ...more,
  })
  await show(
    <Actions
      actions={[
        anAction('sign', { later: { state: 'done', outcome: { result: 'better', what: 'Fewer calls' }, in: 'Q4' } }),
        anAction('tea', { later: { state: 'carried', in: 'Q4' } }),
        anAction('late', { due: '2026-10-01', overdue: true }),
      ]}
    />,
  )
  const lines = screen.getAllByRole('listitem').map(({ textContent }) => plain(textContent))
  expect(lines).toEqual([
    'signno date · done · result: better · said in “Q4”Fewer calls',
    'teano date · carried over · goes on in “Q4”',
    'lateby Oct 1, 2026 · open · overdue',
  ])
  expect(within(screen.getAllByRole('listitem')[0] as HTMLElement).getByText('Fewer calls').dir).toBe('auto')
})

test('C186 in Persian a result is told as it was', async () => {
  const chosen = [{ id: 'sign', text: 'A sign', lang: 'en', ...WAY }]
  const decision: ReportDecision = { step: anId<'step'>('step-1'), text: '', chosen, concerns: [] }
  await show(<Decisions decisions={[decision]} />, 'fa')
  expect(plain(screen.getAllByRole('list')[1]?.textContent)).toContain(
    'انجام شد: Print the sign – بهتر شد (25 questions a day)',
  )
})
