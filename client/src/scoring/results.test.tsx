// @vitest-environment jsdom
import { asId } from '@roundel/shared/kernel'
import type { PollView } from '@roundel/shared/methods'
import { type ScoringId, type ScoringResult, scoringOf } from '@roundel/shared/scoring'
import type { View } from '@roundel/shared/session'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test } from 'vitest'
import { LATER } from '../i18n/catalogue.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { SCORE_TEXTS } from '../methods/score/texts.ts'
import { aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { Results } from './results.tsx'

const [BEFORE, NOW] = [anId<'step'>('step-0'), anId<'step'>('step-1')]
const IDEAS = ['Tea', 'Chairs', 'Sign'] as const
const idOf = (text: string) => anId<'item'>(text)

const tally = (scoring: ScoringId, bodies: readonly unknown[], settings: unknown = {}): ScoringResult => {
  const rules = scoringOf(scoring)
  const ballots = bodies.map((body, at) => ({ scoring, voter: asId<'voter'>(`v${at}`.padEnd(16, '0')), seq: 1, body }))
  return rules.tally(ballots, IDEAS.map(idOf), rules.settings(settings), { eligible: bodies.length }) as ScoringResult
}

const pollOf = (scoring: ScoringId, settings: unknown = {}): PollView =>
  ({
    id: anId('poll'),
    state: 'shown',
    scoring,
    settings: scoringOf(scoring).settings(settings),
    subject: 'ideas',
    items: IDEAS.map(idOf),
    electors: 4,
    cast: 4,
    seed: 1,
  }) as unknown as PollView

type Values = readonly [number, number, number]
const fan = (...rows: readonly Values[]): unknown =>
  Object.fromEntries(
    rows.map(([feasible, attractive, novel], at) => [idOf(IDEAS[at] ?? ''), { feasible, attractive, novel }]),
  )

const play = (result: ScoringResult, poll: PollView, earlier?: ScoringResult) => {
  const base = aView({ step: { kind: 'score', phase: 'shown', phases: [] } })
  const agenda = [
    { id: BEFORE, kind: 'score', minutes: 15, state: 'done' },
    { id: NOW, kind: 'score', minutes: 15, state: 'live' },
  ] as unknown as View['session']['agenda']
  const view: View = {
    ...base,
    session: { ...base.session, agenda },
    work: { ...(earlier && { [BEFORE]: { data: { sheet: {}, poll, result: earlier } } }) },
  }
  const room = playRoom(view)
  for (const text of IDEAS) {
    room.board.items.add({ id: idOf(text), kind: 'idea', step: NOW, text, lang: 'en', rank: '', state: 'published' })
  }
  room.render(
    <MoreTexts from={SCORE_TEXTS}>
      <Results result={result} poll={poll} />
    </MoreTexts>,
  )
  return userEvent.setup()
}

const DIVIDED = tally('fan', [
  fan([5, 5, 4], [4, 5, 3], [2, 2, 2]),
  fan([5, 5, 4], [4, 5, 3], [2, 2, 2]),
  fan([5, 5, 4], [4, 1, 3], [2, 2, 2]),
  fan([5, 5, 4], [4, 1, 3], [2, 2, 2]),
])

beforeAll(async () => {
  await Promise.all([loadCatalogue(LATER, 'en'), loadCatalogue(SCORE_TEXTS, 'en')])
})

describe('a result', () => {
  test('C101 says in words what came first, and what people are divided over is named to be talked about', () => {
    play(DIVIDED, pollOf('fan'))
    expect(screen.getByText('First place: Tea.')).toBeDefined()
    const talk = screen.getByRole('region', { name: 'Talk about this one' })
    expect(within(talk).getByText('Chairs')).toBeDefined()
    expect(within(talk).queryByText('Tea')).toBeNull()
  })

  test('C102 has every figure of its charts as a table, with the criteria by their names', async () => {
    const user = play(DIVIDED, pollOf('fan'))
    await user.click(screen.getByRole('button', { name: 'Show as table' }))
    const table = screen.getByRole('table')
    expect(within(table).getByRole('columnheader', { name: 'Feasible: mean' })).toBeDefined()
    const cells = within(within(table).getByRole('row', { name: /^Chairs/ })).getAllByRole('cell')
    expect(cells.slice(0, 9).map((cell) => cell.textContent)).toEqual(['2', '58.33', '4', '4', '4', '4', '0', '0', '0'])
    expect(within(table).getByRole('columnheader', { name: 'Novel: interquartile range' })).toBeDefined()
  })

  test('C102 criteria of one’s own are called what they were called', async () => {
    const settings = { criteria: [{ key: 'own-1', label: 'Kindness' }] }
    const bodies = Array.from({ length: 4 }, () =>
      Object.fromEntries(IDEAS.map((text) => [idOf(text), { 'own-1': 4 }])),
    )
    const user = play(tally('criteria', bodies, settings), pollOf('criteria', settings))
    await user.click(screen.getByRole('button', { name: 'Show as table' }))
    expect(screen.getByRole('columnheader', { name: 'Kindness: mean' })).toBeDefined()
  })

  test('C103 with other weights the answer stands beside the result, which stays as it was', async () => {
    const user = play(DIVIDED, pollOf('fan'))
    await user.click(screen.getByText('What if: the result stays as it was'))
    const field = screen.getByRole('spinbutton', { name: 'Novel' })
    await user.clear(field)
    await user.type(field, '9')
    expect(screen.getByRole('button', { name: 'As it was' })).toBeDefined()
    expect(screen.getByText('First place: Tea.')).toBeDefined()
  })

  test('C103 without one idea the others stand as they would, and the result stays as it was', async () => {
    const tiers = [
      [['Tea'], ['Chairs'], ['Sign']],
      [['Tea'], ['Sign'], ['Chairs']],
      [['Sign'], ['Chairs'], ['Tea']],
    ]
    const bodies = tiers.map((order) => ({ levels: order.map((tier) => tier.map(idOf)) }))
    const user = play(tally('ranking', bodies, { criterion: 'Impact' }), pollOf('ranking', { criterion: 'Impact' }))
    await user.click(screen.getByText('What if: the result stays as it was'))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Without' }), 'Tea')
    const order = screen.getByRole('list', { name: 'What if: the result stays as it was' })
    expect(
      within(order)
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toEqual(['1 Sign', '2 Chairs'])
    await user.click(screen.getByRole('button', { name: 'As it was' }))
    expect(screen.queryByRole('list', { name: 'What if: the result stays as it was' })).toBeNull()
  })

  test('C104 after a second vote what moved is said with its places, up or down', () => {
    const second = tally(
      'fan',
      Array.from({ length: 4 }, () => fan([3, 3, 3], [5, 5, 5], [2, 2, 2])),
    )
    play(second, pollOf('fan'), DIVIDED)
    const flow = screen.getByRole('region', { name: 'What changed since the vote before' })
    const rows = within(flow).getAllByRole('listitem')
    expect(rows.map((row) => row.textContent)).toEqual(['21Chairsup 1 place', '12Teadown 1 place', '33Signas before'])
  })

  test('C104 without an earlier vote nothing is compared', () => {
    play(DIVIDED, pollOf('fan'))
    expect(screen.queryByRole('region', { name: 'What changed since the vote before' })).toBeNull()
  })
})
