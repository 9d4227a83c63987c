// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { usePreferences } from '../state/preferences.ts'
import { OPEN, aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { Panel } from '../ui/panel.tsx'
import { Calls, Signals, SpotlightButton, SpotlitItem } from './calls.tsx'
import { PageTitle } from '../session/page-title.tsx'

const amina = { id: anId('amina'), name: 'Amina', colour: 'sky', role: 'facilitator', here: true } as never
const people = [amina]
const said = () => screen.getByRole('status').textContent?.replaceAll(/[\u2066-\u2069]/g, '')
const alerted = () => screen.getByRole('alert').textContent?.replaceAll(/[\u2066-\u2069]/g, '')

describe('calling everyone back', () => {
  test('C62 a call closes every panel and says who calls, once', () => {
    const onClose = vi.fn<() => void>()
    const { show, render } = playRoom(aView({ people, step: {}, session: { gatheredAt: 1 } }))
    render(
      <>
        <Calls />
        <Panel title="Help" onClose={onClose}>
          inside
        </Panel>
      </>,
    )
    expect(onClose).not.toHaveBeenCalled()
    show(aView({ people, step: {}, session: { gatheredAt: 2 } }))
    expect(onClose).toHaveBeenCalledOnce()
    expect(alerted()).toBe('Amina calls everyone back.')
    show(aView({ people, step: { epoch: 4 }, session: { gatheredAt: 2 } }))
    expect(onClose).toHaveBeenCalledOnce()
  })

  test.for(['facilitator', 'co-facilitator'] as const)(
    'C62 a %s keeps what is open there, and what is being typed in it',
    (role) => {
      const onClose = vi.fn<() => void>()
      const { show, render } = playRoom(aView({ people, me: { role }, step: {}, session: { gatheredAt: 1 } }))
      render(
        <>
          <Calls />
          <Panel title="Message to all" onClose={onClose}>
            inside
          </Panel>
        </>,
      )
      show(aView({ people, me: { role }, step: {}, session: { gatheredAt: 2 } }))
      expect(screen.getAllByRole('alert')[0]?.textContent).toContain('calls everyone back')
      expect(onClose).not.toHaveBeenCalled()
    },
  )

  test('C62 where several people lead nobody is named', () => {
    const ben = { id: anId('ben'), name: 'Ben', colour: 'sky', role: 'co-facilitator', here: true } as never
    const { show, render } = playRoom(aView({ people: [amina, ben], step: {} }))
    render(<Calls />)
    show(aView({ people: [amina, ben], step: {}, session: { gatheredAt: 2 } }))
    expect(alerted()).toBe('Everyone is called back to now.')
  })
})

test('C62 the line that says who calls is there also on the screen that one is called back to', () => {
  const view = aView({ people, step: {}, session: { gatheredAt: Date.now() } })
  const { unmount } = playRoom(view).render(<Calls />)
  unmount()
  playRoom(view).render(<Calls />)
  expect(screen.getByText(/Amina.* calls everyone back/)).toBeDefined()
})

describe('a line to everybody', () => {
  const message = { text: 'two minutes more', by: anId('amina') as never, until: 0 }

  test('C62 it is shown until its time is over, also to who comes meanwhile, and is read out once', async () => {
    const until = Date.now() + 2_500
    const session = { message: { ...message, until } }
    const { show, render } = playRoom(aView({ people, step: {} }))
    render(<Calls />)
    show(aView({ people, step: {}, session }))
    expect(screen.getByText('two minutes more', { selector: 'bdi' })).toBeDefined()
    expect(said()).toBe('Amina: two minutes more')
    await vi.waitFor(() => expect(screen.queryByText('two minutes more', { selector: 'bdi' })).toBeNull(), {
      timeout: 5_000,
    })
    show(aView({ people, step: {}, session: { message: { ...message, until } } }))
    expect(screen.queryByText('two minutes more', { selector: 'bdi' })).toBeNull()
  })

  test('C62 another screen reads it out no more, and does not show it to whoever put it away', async () => {
    const session = { message: { ...message, text: 'only once', until: Date.now() + 9_000 } }
    const { show, render } = playRoom(aView({ people, step: {} }))
    const Screens = () => {
      const [key, setKey] = useState(0)
      return (
        <>
          <Calls key={key} />
          <button type="button" onClick={() => setKey(key + 1)}>
            On
          </button>
        </>
      )
    }
    render(<Screens />)
    show(aView({ people, step: {}, session }))
    expect(said()).toBe('Amina: only once')
    await vi.waitFor(() => expect(said()).toBe(''), { timeout: 5_000 })
    await userEvent.click(screen.getByRole('button', { name: 'On' }))
    expect(screen.getByText('only once', { selector: 'bdi' })).toBeDefined()
    expect(said()).toBe('')
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    await userEvent.click(screen.getByRole('button', { name: 'On' }))
    expect(screen.queryByText('only once', { selector: 'bdi' })).toBeNull()
  })

  test('C62 it can be put away, and the next one comes all the same', async () => {
    const until = Date.now() + 9_000
    const { show, render } = playRoom(aView({ people, step: {}, session: { message: { ...message, until } } }))
    render(<Calls />)
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByText('two minutes more', { selector: 'bdi' })).toBeNull()
    show(aView({ people, step: {}, session: { message: { ...message, text: 'one more', until: until + 1 } } }))
    expect(screen.getByText('one more')).toBeDefined()
  })
})

describe('the spotlight', () => {
  const item = anId<'item'>('tea') as never
  const lit = { ...OPEN, spotlight: item }

  const begin = (view: Parameters<typeof aView>[0]) => {
    const room = playRoom(aView(view))
    room.board.items.add({
      id: item,
      kind: 'idea',
      step: anId<'step'>('step-1') as never,
      text: 'چای برای همه',
      lang: 'fa',
      rank: 'a0',
      state: 'published',
    } as never)
    room.render(<SpotlitItem />)
    return room
  }

  test('C63 everybody sees the item in its own language and direction, and hears it once', () => {
    const { show } = begin({ step: OPEN })
    show(aView({ step: lit }))
    const text = screen.getByText('چای برای همه', { selector: 'p' })
    expect(text.getAttribute('lang')).toBe('fa')
    expect(text.getAttribute('dir')).toBe('auto')
    expect(said()).toBe('In the spotlight: چای برای همه')
    expect(screen.queryByRole('button')).toBeNull()
    show(aView({ step: OPEN }))
    expect(screen.queryByRole('region')).toBeNull()
  })

  test('C63 those who lead put a note into it from its foot row, others have no such button', async () => {
    const { give, show, render } = playRoom(
      aView({ step: OPEN, me: { role: 'facilitator', can: { spotlight: true } } }),
    )
    render(<SpotlightButton item={{ id: item, text: 'tea' } as never} />)
    await userEvent.click(screen.getByRole('button', { name: 'Put in the spotlight: tea' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'spotlight', item })
    show(aView({ step: lit, me: { role: 'facilitator', can: { spotlight: true } } }))
    await userEvent.click(screen.getByRole('button', { pressed: true }))
    expect(give).toHaveBeenLastCalledWith({ type: 'spotlight' })
    show(aView({ step: lit }))
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('C63 those who lead put it out', async () => {
    const { give } = begin({ step: lit, me: { role: 'facilitator', can: { spotlight: true } } })
    await userEvent.click(screen.getByRole('button', { name: 'Put out' }))
    expect(give).toHaveBeenCalledExactlyOnceWith({ type: 'spotlight' })
  })
})

describe('signals', () => {
  test('C64 a hand is raised and lowered, and who raised it is reminded', async () => {
    const { give, show, render } = playRoom(aView({ people, step: {} }))
    render(
      <>
        <Calls />
        <Signals />
      </>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Raise hand' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'mark', mark: 'hand' })
    show(aView({ people, step: {}, me: { marks: [{ type: 'hand', seat: anId('leila') as never }] } }))
    expect(screen.getByText('Your hand is raised.')).toBeDefined()
    await userEvent.click(screen.getAllByRole('button', { name: 'Lower hand' })[0] as HTMLElement)
    expect(give).toHaveBeenLastCalledWith({ type: 'unmark', mark: 'hand' })
  })

  test('C64 more time is asked for, and those who lead or watch have no such buttons', async () => {
    const { give, show, render } = playRoom(aView({ people, step: {} }))
    render(<Signals />)
    await userEvent.click(screen.getByRole('button', { name: 'I need more time' }))
    expect(give).toHaveBeenLastCalledWith({ type: 'mark', mark: 'need-time' })
    show(aView({ people, step: {}, me: { role: 'observer', can: {} } }))
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('a device at a new phase', () => {
  const release = vi.fn<() => Promise<void>>(async () => undefined)
  const request = vi.fn<() => Promise<unknown>>(async () => ({ released: false, release }))
  const vibrate = vi.fn<() => boolean>(() => true)
  beforeEach(() => {
    Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true })
    Object.defineProperty(navigator, 'vibrate', { value: vibrate, configurable: true })
  })
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'wakeLock')
    Reflect.deleteProperty(navigator, 'vibrate')
    Reflect.deleteProperty(document, 'hidden')
    usePreferences.setState({ signals: true })
    vi.clearAllMocks()
  })
  const hide = (isHidden: boolean) => Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true })

  test('C65 it stays awake while the session is live, and buzzes once per phase', async () => {
    const { show, render } = playRoom(aView({ people, step: {} }))
    render(<Calls />)
    expect(request).toHaveBeenCalledExactlyOnceWith('screen')
    expect(vibrate).not.toHaveBeenCalled()
    show(aView({ people, step: OPEN }))
    show(aView({ people, step: { ...OPEN, locked: true } }))
    expect(vibrate).toHaveBeenCalledOnce()
    show(aView({ people, session: { state: 'ended' } }))
    await vi.waitFor(() => expect(release).toHaveBeenCalledOnce())
  })

  test('C65 the title says what goes on, and is marked when that changed unseen', () => {
    const view = { people, step: {} }
    const { show, render } = playRoom(aView(view))
    render(<PageTitle moment="Write" />)
    expect(document.title).toBe('Write · The front desk')
    hide(true)
    show(aView({ people, step: OPEN }))
    expect(document.title).toBe('● Write · The front desk')
    hide(false)
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    expect(document.title).toBe('Write · The front desk')
  })

  test('C65 it does none of it when told so', () => {
    usePreferences.setState({ signals: false })
    const { show, render } = playRoom(aView({ people, step: {} }))
    render(
      <>
        <Calls />
        <PageTitle moment="Write" />
      </>,
    )
    hide(true)
    show(aView({ people, step: OPEN }))
    expect(request).not.toHaveBeenCalled()
    expect(vibrate).not.toHaveBeenCalled()
    expect(document.title).toBe('Write · The front desk')
  })
})
