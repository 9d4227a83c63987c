import type { SessionPart } from '@roundel/shared/session'
import { expect, test } from 'vitest'
import { aView, anId } from '../testing/a-view.ts'
import { findNextPress } from './next-press.ts'

const methods = {
  brainstorm: { phases: { group: { go: 'brainstorm.go-group' }, build: { go: 'brainstorm.go-build' } } },
} as unknown as Parameters<typeof findNextPress>[1]
const nameOf = ({ title }: SessionPart['agenda'][number]): string => title ?? 'Brainstorming'
const press = (change: Parameters<typeof aView>[0]) => findNextPress(aView(change), methods, nameOf)
const entry = (name: string, state: SessionPart['agenda'][number]['state']) =>
  ({ id: anId<'step'>(name), kind: 'brainstorm', title: name, minutes: 5, state }) as const

test('C13 in the lobby the button starts the first step by its name', () => {
  const session = { state: 'lobby', agenda: [entry('Warm-up', 'planned')] } as const
  expect(press({ session })).toEqual({ command: { type: 'start' }, label: 'bar.start', values: { step: 'Warm-up' } })
})

test('C13 before a reveal the button says how many ideas will open, and announces it first', () => {
  const counts = { ready: 16, writers: 5, finished: 2, here: 6, published: 0 }
  expect(press({ step: { counts } })).toMatchObject({
    command: { type: 'arm', expected: { epoch: 3 } },
    label: 'bar.reveal',
    values: { count: 16 },
  })
})

test('C13 while a release is announced the button makes it happen now', () => {
  const armed = { press: 'reveal', at: 1, by: anId<'seat'>('amina') } as const
  expect(press({ step: { armed } })).toMatchObject({ command: { type: 'advance' }, label: 'armed.now' })
})

test('C13 where nothing is released the button moves on at once, and says where to', () => {
  expect(press({ step: { phase: 'build' } })).toMatchObject({
    command: { type: 'advance' },
    label: 'brainstorm.go-group',
  })
})

test('C13 after the last phase comes the next planned step behind this one, or the end', () => {
  const step = { phase: 'group' }
  expect(press({ step })).toMatchObject({ command: { type: 'end' }, label: 'bar.finish' })
  const agenda = [
    entry('Earlier', 'planned'),
    entry('Now', 'live'),
    entry('Skipped', 'skipped'),
    entry('Score', 'planned'),
  ]
  expect(press({ step, session: { agenda } })).toMatchObject({
    command: { type: 'advance' },
    label: 'bar.next-step',
    values: { step: 'Score' },
  })
})

test('C13 after the end there is nothing to press', () => {
  expect(press({ session: { state: 'ended' } })).toBeUndefined()
})
