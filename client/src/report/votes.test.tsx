// @vitest-environment jsdom
import { asId } from '@roundel/shared/kernel'
import type { ReportVote } from '@roundel/shared/report'
import { type ScoringId, type ScoringResult, scoringOf } from '@roundel/shared/scoring'
import { screen, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { LATER } from '../i18n/catalogue.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { anId } from '../testing/a-view.ts'
import { renderSpeaking } from '../testing/speak.tsx'
import { REPORT_TEXTS } from './texts.ts'
import { Disputes, Votes } from './votes.tsx'

const IDEAS = ['Tea', 'Chairs'] as const
const items = IDEAS.map((text) => anId<'item'>(text))
const [TEA, CHAIRS] = items

const aVote = (place: number, scoring: ScoringId, bodies: readonly unknown[], asked: unknown = {}): ReportVote => {
  const rules = scoringOf(scoring)
  const settings = rules.settings(asked)
  const ballots = bodies.map((body, at) => ({ scoring, voter: asId<'voter'>(`v${at}`.padEnd(16, '0')), seq: 1, body }))
  const result = rules.tally(ballots, items, settings, { eligible: bodies.length }) as ScoringResult
  const subjects = Object.fromEntries(items.map((id, at) => [id, { text: IDEAS[at] ?? '', lang: 'en' }]))
  return { step: anId<'step'>(`step-${place}`), place, scoring, settings, subject: 'ideas', result, subjects }
}

const VOTES = [
  aVote(
    2,
    'fan',
    [1, 1, 5, 5].map((novel) => Object.fromEntries(items.map((id) => [id, { feasible: 4, attractive: 4, novel }]))),
  ),
  aVote(3, 'ranking', [{ levels: [[TEA], [CHAIRS]] }, { levels: [[TEA], [CHAIRS]] }], { criterion: 'Impact' }),
]

const read = (what: React.ReactNode) =>
  renderSpeaking(
    <MoreTexts from={LATER}>
      <MoreTexts from={REPORT_TEXTS}>{what}</MoreTexts>
    </MoreTexts>,
  )

beforeAll(async () => {
  await Promise.all([loadCatalogue(LATER, 'en'), loadCatalogue(REPORT_TEXTS, 'en')])
})

test('C225 what each vote says in words is found by the name of the vote', async () => {
  read(<Votes votes={VOTES} />)
  const plain = (await screen.findAllByRole('region')).flatMap(({ ariaLabel }) => ariaLabel ?? [])
  expect(plain.map((label) => label.replaceAll(/\p{Cf}/gu, ''))).toEqual([
    'In words: FAN, step 2',
    'In words: Ranking, step 3',
  ])
})

test('C225 a table of few figures is marked to stay one on paper', async () => {
  read(<Votes votes={VOTES} />)
  const tables = await screen.findAllByRole('table')
  expect(tables.map((table) => 'few' in table.dataset)).toEqual([false, true])
})

test('C225 a question that people were divided over has the colour that it has in the figures', async () => {
  read(
    <Disputes
      disputes={[
        {
          text: 'Tea',
          lang: 'en',
          vote: 0,
          item: anId<'item'>('Tea'),
          agreement: 'polarised',
          about: [{ criterion: 'novel', counts: [2, 0, 0, 0, 2] }],
        },
      ]}
      votes={VOTES}
    />,
  )
  const dispute = (await screen.findByText('Tea')).closest('li')
  expect(
    dispute &&
      within(dispute)
        .getByText(/^Novel/)
        .querySelector('[data-place]')
        ?.getAttribute('data-place'),
  ).toBe('2')
})
