import { openDraft } from '@roundel/shared/board'
import { VIEW_PARTS } from '@roundel/shared/session'
import { expect, onTestFinished, test } from 'vitest'
import { createMeeting, order, secretOf, sitDown, viewOf } from '../testing/program.ts'
import { startServer } from '../testing/running-server.ts'
import { openDocument, readDrafts, until, writeDraft } from '../testing/sockets.ts'
import { type Wiretap, openWiretap } from '../testing/wiretap.ts'

/** What counts of what lies face down are refreshed at most every 5 s of the server's clock. */
const REFRESH_MS = 5_000
const GRAIN_MS = 10_000
/** Within so much real time all that is written in one refresh must have arrived, or two runs cannot be compared. */
const COMPARABLE_MS = 4_000
const ATTEMPTS = 5
const ROUNDS = 2

/** One thing that a watcher heard: of what kind, and how many bytes. */
type Heard = readonly [kind: string, bytes: number]

const KEEP_ALIVE = 3

/** The parts of the view that a live socket brought, one after the other. Which of them came together is left to chance. */
const listParts = ({ live }: Wiretap): readonly Heard[] => {
  const views = live?.views() ?? []
  return VIEW_PARTS.flatMap((part) => {
    const said = views.flatMap((view) => (view[part] === undefined ? [] : [JSON.stringify(view[part])]))
    return said.filter((text, nth) => text !== said[nth - 1]).map((text) => [part, text.length] as const)
  })
}

const listFrames = ({ documents }: Wiretap): readonly Heard[] =>
  documents.flatMap(({ name, frames }) => {
    const news = frames.filter(({ length }) => length > KEEP_ALIVE)
    return news.map((bytes) => [name.replace(/\..*/, ''), bytes.length] as const)
  })

/** When, by the server's clock, a watcher was told another count. */
const listTimes = ({ live }: Wiretap): readonly number[] => {
  const told = (live?.views() ?? []).flatMap(({ step, now }) => (step ? [{ now, ready: step.counts.ready }] : []))
  return told.filter(({ ready }, nth) => ready !== told[nth - 1]?.ready).map(({ now }) => now)
}

interface Lengths {
  readonly pasted: number
  readonly typed: number
}

/**
 * Two people write in private, one pastes and one types, all texts of a given length; the same is ready at the same
 * moments whatever the length. Answers what everybody else heard from the first text on, or nothing when the machine was
 * too slow to say.
 */
const listen = async ({ pasted, typed }: Lengths) => {
  const server = await startServer()
  onTestFinished(() => server.stop())
  const meeting = await createMeeting(server)
  const [ann, bob] = [await sitDown(meeting, 'Ann'), await sitDown(meeting, 'Bob')]
  const people = {
    facilitator: meeting,
    participant: await sitDown(meeting, 'Eve'),
    observer: await sitDown(meeting, 'Otto', secretOf(meeting.links.observer)),
    screen: await sitDown(meeting, 'Wall', secretOf(meeting.links.screen)),
  }
  await order(meeting, { type: 'start' })
  const step = (await viewOf(meeting)).step?.id ?? ''
  const whereabouts = async () => ({ code: meeting.code, step, seats: [] })
  const drafts = [ann, bob].map((person) => openDocument(person, `draft.${person.seat}`))
  await until(() => drafts.every((draft) => draft.isSynced()))
  const [one, other] = drafts as [(typeof drafts)[number], (typeof drafts)[number]]
  const entries = Object.entries(people)
  const taps = await Promise.all(
    entries.map(async ([role, person]) => [role, await openWiretap(server, person, whereabouts)] as const),
  )
  onTestFinished(() => {
    for (const each of [...taps.map(([, tap]) => tap), ...drafts]) each.close()
  })
  const areWriting = (): boolean =>
    taps[0]?.[1].live?.view().people?.filter(({ status }) => status === 'writing').length === 2
  const isTold = (ready: number) => () => taps.every(([, { live }]) => live?.view().step?.counts.ready === ready)

  const toNextGrain = (): void => {
    server.chance.jump(GRAIN_MS - (server.chance.now() % GRAIN_MS) + 10)
    // What falls due only just after the jump.
    server.chance.jump(100)
  }
  let before: readonly (readonly [parts: readonly Heard[], frames: number])[] = []
  for (let round = 1; round <= 1 + ROUNDS; round++) {
    toNextGrain()
    // Whoever writes first after a pause is counted at once; what follows is counted in its own time.
    const began = performance.now()
    writeDraft(one.doc, step, 'First')
    await until(isTold(round * 6 - 5))
    for (let nth = 0; nth < 4; nth++) writeDraft(one.doc, step, 'p'.repeat(pasted))
    const id = writeDraft(other.doc, step, 't', 'composing')
    const { items } = openDraft(other.doc)
    for (let count = 2; count <= typed; count++) items.rewrite(id, 'text', 't'.repeat(count))
    items.patch(id, { state: 'ready' })
    const devices = [ann, bob].map((person) => openDocument(person, `draft.${person.seat}`))
    const isThere = (): boolean =>
      readDrafts((devices[0] as (typeof devices)[0]).doc).length === round * 5 &&
      readDrafts((devices[1] as (typeof devices)[0]).doc).filter((text) => text.length === typed).length === round
    await until(isThere, 10_000)
    for (const device of devices) device.close()
    if (performance.now() - began > COMPARABLE_MS) return undefined
    server.chance.jump(REFRESH_MS)
    await until(isTold(round * 6))
    toNextGrain()
    await until(() => isTold(round * 6)() && areWriting())
    // What is said only at the beginning of a phase is over after the first round.
    if (round === 1) before = taps.map(([, tap]) => [listParts(tap), listFrames(tap).length])
  }
  return Object.fromEntries(
    taps.map(([role, tap], nth) => {
      const [parts = [], frames = 0] = before[nth] ?? []
      const heard = VIEW_PARTS.flatMap((part) => {
        const isOfPart = ([name]: Heard): boolean => name === part
        return listParts(tap).filter(isOfPart).slice(parts.filter(isOfPart).length)
      })
      return [role, { heard: [...heard, ...listFrames(tap).slice(frames)], times: listTimes(tap) }]
    }),
  )
}

const measure = async (lengths: Lengths) => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const heard = await listen(lengths)
    if (heard) return heard
  }
  throw new Error('this machine is too busy for a comparison')
}

test('W44 texts of 3 and of 1,900 characters, typed by 2 keys and by 60, sound the same to everyone else', async () => {
  const short = await measure({ pasted: 3, typed: 2 })
  const long = await measure({ pasted: 1_900, typed: 60 })
  for (const role of ['facilitator', 'participant', 'observer', 'screen']) {
    const [few, many] = [short[role], long[role]]
    expect(few?.heard.length, role).toBeGreaterThan(0)
    // Number, order and size of everything of one kind.
    expect(many?.heard, role).toEqual(few?.heard)
    // And times: what is counted is told in one rhythm, whatever happens in between.
    for (const times of [few?.times ?? [], many?.times ?? []]) {
      expect(times.length, role).toBe(1 + (1 + ROUNDS) * 2)
      const gaps = times.slice(1).map((time, nth) => time - (times[nth] ?? 0))
      for (const gap of gaps.slice(1)) expect(gap, role).toBeGreaterThanOrEqual(REFRESH_MS - 100)
    }
  }
}, 90_000)
