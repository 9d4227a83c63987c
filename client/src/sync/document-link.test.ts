// @vitest-environment jsdom
import { openDraft } from '@roundel/shared/board'
import { CLOSE } from '@roundel/shared/protocol'
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { addTo, idOf, openDevice, textsIn, textsOf } from './testing/played-device.ts'
import type { RequestsMode, SocketsMode } from './testing/played-server.ts'

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.unstubAllGlobals()
})

describe('a document without a socket', () => {
  const openPolled = async () => {
    const device = openDevice('refused')
    await vi.advanceTimersByTimeAsync(6_000)
    device.way.poll(true)
    await vi.advanceTimersByTimeAsync(200)
    return device
  }

  test('C31 nothing is exchanged, and its code not even loaded, where a socket works', async () => {
    const { replica, server, loadExchange, told } = openDevice()
    addTo(replica.content(), 1, 'over the socket')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(textsIn(server.doc)).toEqual(['over the socket'])
    expect(told.isSaved).toBe(true)
    expect(loadExchange).not.toHaveBeenCalled()
    expect(server.requests()).toBe(0)
  })

  test('C31 what is written goes within half a second, and what others wrote comes every three', async () => {
    const { replica, server, told } = await openPolled()
    expect(replica.isSynced()).toBe(true)
    await vi.advanceTimersByTimeAsync(1_000)
    addTo(replica.content(), 1, 'mine')
    await vi.advanceTimersByTimeAsync(500)
    expect(textsIn(server.doc)).toEqual(['mine'])
    expect(told.isSaved).toBe(true)
    addTo(openDraft(server.doc), 2, 'theirs')
    await vi.advanceTimersByTimeAsync(3_400)
    expect(replica.content().items.get(idOf(2))?.text).toBe('theirs')
  })

  test('C31 one request at a time, half a second apart, and without content where nothing was written', async () => {
    const { replica, server } = await openPolled()
    const before = server.requests()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(server.requests() - before).toBeLessThanOrEqual(10)
    const quiet = server.exchangesWithContent()
    for (let nth = 0; nth < 100; nth++) {
      addTo(replica.content(), nth, `idea ${nth}`)
      await vi.advanceTimersByTimeAsync(100)
    }
    await vi.advanceTimersByTimeAsync(1_000)
    // Ten seconds of writing, each request and the pause behind it 560 ms.
    expect(server.exchangesWithContent() - quiet).toBeLessThanOrEqual(20)
    expect(textsIn(server.doc)).toHaveLength(100)
    const after = server.exchangesWithContent()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(server.exchangesWithContent()).toBe(after)
  })

  test('C31 the socket is left in peace while the session is polled, and takes over when it is not', async () => {
    const { replica, server, way, told } = await openPolled()
    const attempts = server.attempts()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.attempts()).toBe(attempts)
    addTo(replica.content(), 1, 'by an exchange')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(told).toMatchObject({ isSaved: true, isLost: false })
    const losses = told.losses
    server.network.sockets = 'work'
    way.poll(false)
    for (let passed = 0; passed < 2_000; passed += 20) {
      await vi.advanceTimersByTimeAsync(20)
      // What the exchange delivered is never told as unsaved again.
      expect(told.isSaved).toBe(true)
    }
    expect(server.openSockets()).toBe(1)
    const requests = server.requests()
    addTo(replica.content(), 2, 'by the socket')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(server.requests()).toBe(requests)
    expect(textsIn(server.doc).toSorted()).toEqual(['by an exchange', 'by the socket'])
    expect(told).toEqual({ isSaved: true, isLost: false, losses })
    expect(server.overlaps()).toBe(0)
  })

  test('C32 who never had a socket is not told of a loss', async () => {
    const { way, told } = openDevice('refused')
    await vi.advanceTimersByTimeAsync(6_000)
    way.poll(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told.losses).toBe(0)
  })

  test('C32 exchanges that fail are told as a loss, and those that succeed again as the return', async () => {
    const { replica, server, told } = await openPolled()
    server.network.requests = 'lost'
    addTo(replica.content(), 1, 'into the tunnel')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(told).toMatchObject({ isLost: true, isSaved: false })
    server.network.requests = 'work'
    await vi.advanceTimersByTimeAsync(10_000)
    expect(told).toMatchObject({ isLost: false, isSaved: true })
    expect(textsIn(server.doc)).toEqual(['into the tunnel'])
  })

  test.each(['log-in page', 'gateway error', 'cut'] as const)(
    'C31 a %s in place of an answer saves nothing',
    async (mode) => {
      const { replica, server, told } = await openPolled()
      server.network.requests = mode
      addTo(replica.content(), 1, 'mine')
      await vi.advanceTimersByTimeAsync(10_000)
      expect(told).toMatchObject({ isLost: true, isSaved: false })
      server.network.requests = 'work'
      await vi.advanceTimersByTimeAsync(10_000)
      expect(told).toMatchObject({ isLost: false, isSaved: true })
      expect(textsIn(server.doc)).toEqual(['mine'])
    },
  )

  test('C31 a refusal resets the replica as a socket that is closed would', async () => {
    const { replica, server, kept, docs } = await openPolled()
    server.refuseNext(CLOSE.locked)
    addTo(replica.content(), 1, 'too late')
    await vi.advanceTimersByTimeAsync(2_000)
    expect([...kept.values()]).toEqual([['too late']])
    expect(docs).toHaveLength(2)
    addTo(replica.content(), 2, 'after it')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(textsIn(server.doc)).toEqual(['after it'])
  })

  test('C31 who is too fast waits as long as the server says, without being told of a loss', async () => {
    const { replica, server, told, docs } = await openPolled()
    server.refuseNext(CLOSE.slowDown)
    addTo(replica.content(), 1, 'fast')
    await vi.advanceTimersByTimeAsync(1_000)
    const requests = server.requests()
    await vi.advanceTimersByTimeAsync(7_000)
    expect(server.requests()).toBe(requests)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(textsIn(server.doc)).toEqual(['fast'])
    expect(told).toMatchObject({ isSaved: true, isLost: false })
    expect(docs).toHaveLength(1)
  })

  test('C31 a code that is final ends it, and is said', async () => {
    const { replica, server, told } = await openPolled()
    server.refuseNext(CLOSE.sessionGone)
    addTo(replica.content(), 1, 'gone')
    await vi.advanceTimersByTimeAsync(1_000)
    const requests = server.requests()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.requests()).toBe(requests)
    expect(told).toMatchObject({ isLost: true, isSaved: false })
  })

  test('C31 what this device had kept under an older id, and a socket lost on its way, goes by exchange', async () => {
    const { replica, server, way, doc } = openDevice()
    await vi.advanceTimersByTimeAsync(1_000)
    const cached = new Y.Doc()
    addTo(openDraft(cached), 1, 'written before the reload')
    Y.applyUpdate(doc(), Y.encodeStateAsUpdate(cached), 'cache')
    server.network.sockets = 'refused'
    server.dropSockets()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(textsIn(server.doc)).toEqual([])
    way.poll(true)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(textsIn(server.doc)).toEqual(['written before the reload'])
    replica.close()
  })

  test('C34 a page that goes out of sight sends at once what is unsaved', async () => {
    const { replica, server } = await openPolled()
    await vi.advanceTimersByTimeAsync(700)
    addTo(replica.content(), 1, 'before the phone is put away')
    const requests = server.requests()
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(server.requests()).toBe(requests + 1)
    await vi.advanceTimersByTimeAsync(100)
    expect(textsIn(server.doc)).toHaveLength(1)
  })
})

type Act =
  | { readonly act: 'write' | 'append' | 'erase' | 'elsewhere' | 'drop' | 'refuse' }
  | { readonly act: 'sockets'; readonly mode: SocketsMode }
  | { readonly act: 'requests'; readonly mode: RequestsMode }
  | { readonly act: 'poll'; readonly isPolling: boolean }
  | { readonly act: 'wait'; readonly ms: number }

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ act: fc.constantFrom('write', 'append', 'erase', 'elsewhere', 'drop', 'refuse') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('sockets'),
      mode: fc.constantFrom('work', 'refused', 'swallowed', 'mute'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('requests'),
      mode: fc.constantFrom('work', 'lost', 'cut', 'log-in page', 'gateway error'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('poll'), isPolling: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({ act: fc.constant('wait'), ms: fc.constantFrom(10, 60, 150, 250, 700, 4_000, 12_000) }),
  },
) as fc.Arbitrary<Act>

const count = (texts: readonly string[], mark: string): number => texts.join('\n').split(mark).length - 1

test('C31 everything typed arrives exactly once, in whatever order sockets and exchanges work and fail', async () => {
  vi.useRealTimers()
  const run = async (acts: readonly Act[], startsBySocket: boolean, bySocket: boolean, name: string) => {
    vi.useFakeTimers()
    const device = openDevice(startsBySocket ? 'work' : 'refused', name)
    if (!startsBySocket) device.way.poll(true)
    const { server, way, replica, kept, told } = device
    const marks = new Set<string>()
    let nth = 0
    let last = 0
    const mark = (): string => {
      const made = `<${nth++}>`
      marks.add(made)
      return made
    }
    const textHere = (): Y.Text | undefined =>
      (device.doc().getMap('items').get(idOf(last)) as Y.Map<unknown> | undefined)?.get('text') as Y.Text | undefined

    for (const each of acts) {
      switch (each.act) {
        case 'write':
          last = nth
          addTo(replica.content(), nth, mark())
          break
        case 'append': {
          const text = textHere()
          if (text) text.insert(text.length, mark())
          break
        }
        case 'erase': {
          const text = textHere()
          const erased = /<\d+>$/.exec(text?.toJSON() ?? '')?.[0]
          if (text && erased) {
            text.delete(text.length - erased.length, erased.length)
            marks.delete(erased)
          }
          break
        }
        case 'elsewhere':
          addTo(openDraft(server.doc), nth, mark())
          break
        case 'drop':
          server.dropSockets()
          break
        case 'refuse':
          server.refuseNext(CLOSE.replicaOutOfDate)
          break
        case 'sockets':
          server.network.sockets = each.mode
          if (each.mode !== 'work') server.dropSockets()
          break
        case 'requests':
          server.network.requests = each.mode
          break
        case 'poll':
          way.poll(each.isPolling)
          break
        case 'wait':
          await vi.advanceTimersByTimeAsync(each.ms)
          break
      }
      // What is told as saved is on the server, whatever comes next.
      if (told.isSaved) {
        const here = textsOf(replica.content()).join('\n')
        const there = textsIn(server.doc).join('\n')
        for (const written of here.match(/<\d+>/g) ?? []) expect(there).toContain(written)
      }
    }

    server.network.sockets = bySocket ? 'work' : 'refused'
    if (!bySocket) server.dropSockets()
    server.network.requests = 'work'
    server.refuseNext(undefined)
    for (let passed = 0; passed < 90_000; passed += 3_000) {
      way.poll(!bySocket)
      await vi.advanceTimersByTimeAsync(3_000)
    }
    const there = textsIn(server.doc)
    expect(textsOf(replica.content()).toSorted()).toEqual(there.toSorted())
    expect(told).toMatchObject({ isSaved: true, isLost: false })
    for (const each of marks) {
      const arrived = count(there, each)
      expect(arrived, each).toBeLessThanOrEqual(1)
      if (arrived === 0) expect([...kept.values()].flat().join('\n'), each).toContain(each)
    }
    if (device.docs.length === 1) for (const each of marks) expect(count(there, each), each).toBe(1)
    expect(server.overlaps()).toBe(0)
    replica.close()
    vi.clearAllTimers()
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyAct, { maxLength: 40 }),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('draft.me', 'board'),
      run,
    ),
    { numRuns: 150 },
  )
}, 120_000)
