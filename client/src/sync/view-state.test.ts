import type { ViewMessage } from '@roundel/shared/protocol'
import type { View } from '@roundel/shared/session'
import { describe, expect, test } from 'vitest'
import { aView } from '../testing/a-view.ts'
import { NO_VIEW, type ViewState, mergeView, messageOf } from './view-state.ts'

const view = aView({ step: {} })
const whole = mergeView(NO_VIEW, messageOf(view), true)
const message = (parts: Partial<ViewMessage>): ViewMessage => ({ type: 'view', v: 9, versions: {}, now: 1, ...parts })
const merged = (state: ViewState): View => {
  if (!state.view) throw new Error('no view')
  return state.view
}

describe('the view', () => {
  test('C7 a part that comes takes the place of the one before, others stay as they are', () => {
    const people: View['people'] = []
    const next = merged(mergeView(whole, message({ people, versions: { people: 40 } }), false))
    expect(next.people).toBe(people)
    expect(next.session).toBe(view.session)
    expect(next.step).toBe(view.step)
  })

  test('C7 an older part does not replace a newer one', () => {
    const newer = mergeView(whole, message({ me: { ...view.me, name: 'newer' }, versions: { me: 50 } }), false)
    const older = mergeView(newer, message({ me: { ...view.me, name: 'older' }, versions: { me: 49 } }), false)
    expect(merged(older).me.name).toBe('newer')
  })

  test('C7 a part that is gone disappears', () => {
    expect(merged(whole).step).toBeDefined()
    expect(merged(mergeView(whole, message({ gone: ['step'] }), false)).step).toBeUndefined()
  })

  test('C7 the first message of a connection begins anew, whatever its versions', () => {
    const late = mergeView(whole, message({ me: view.me, versions: { me: 900 } }), false)
    const { step: _gone, ...rest } = messageOf({ ...view, v: 1 })
    const fresh = merged(mergeView(late, { ...rest, versions: { session: 1, me: 1, people: 1 } }, true))
    expect(fresh.step).toBeUndefined()
    expect(fresh.v).toBe(1)
  })

  test('C7 without its necessary parts there is no view', () => {
    expect(mergeView(NO_VIEW, message({ me: view.me }), true).view).toBeUndefined()
  })
})
