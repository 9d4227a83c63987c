import { setTimeout as pause } from 'node:timers/promises'
import type { View } from '@roundel/shared/session'
import * as Y from 'yjs'
import { connectDocument } from '../../src/sync/document-link.ts'
import { proveByToken } from '../../src/sync/tab-credential.ts'
import { ACTS, type Stage } from './acts.ts'
import { type SeededChance, seedChance } from './chance.ts'
import { type Device, draftOf, openDevice } from './device.ts'
import { type Written, openLedger } from './ledger.ts'
import { layNetwork } from './network.ts'
import { type Answer, type Seat, openProgram } from './program.ts'
import type { Report } from './report.ts'
import type { DrivenServer } from './server.ts'
import { compare, contentOf } from './truth.ts'

const SETTLED_WITHIN_MS = 60_000
/** How often somebody thinks of something else when there is nothing to be done. */
const TRIES = 5
/** Past the grace that follows a lock or a move. */
const PAST_GRACE_MS = 2_500

const AGENDAS = [
  [{ kind: 'brainstorm', names: 'shown' }, { kind: 'group' }],
  [{ kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } }, { kind: 'group' }],
  [{ kind: 'brainstorm', names: 'hidden' }, { kind: 'group' }],
]

// No page, no history: each device's network says who it is.
proveByToken('of the device')

const until = async (isSo: () => boolean, withinMs = SETTLED_WITHIN_MS): Promise<boolean> => {
  const end = performance.now() + withinMs
  while (!isSo()) {
    if (performance.now() > end) return false
    await pause(10)
  }
  return true
}

/** A document as somebody who has nothing yet reads it. */
const readFresh = (origin: () => string, seat: Seat, document: string): Promise<Y.Doc> =>
  new Promise((resolve, reject) => {
    const doc = new Y.Doc()
    const way = { isPolling: () => false, subscribe: () => () => undefined }
    const { Socket } = layNetwork(origin, seat.token)
    const link = connectDocument(`ws://roundel.test/api/sessions/${seat.session}/docs`, document, way, { Socket })(
      doc,
      {
        onSynced: () => {
          resolve(doc)
          link.close()
        },
        onDurable: () => undefined,
        onLost: (code) => reject(new Error(`${document} could not be read: ${code}`)),
      },
    )
  })

const stageOf = ({ step }: View): Stage | undefined =>
  step && {
    step: step.id,
    add: step.policies.add,
    edits: step.policies.edit !== 'none',
    places: step.policies.place === 'all',
    groups: step.policies.group === 'all',
    namesShown: step.names === 'shown',
  }

/** How a run goes. */
export interface Wish {
  readonly seed: number
  readonly operations: number
  /** How often the server is killed on the way; once more at the end, to read what is on its disk. */
  readonly kills: number
}

/**
 * Lets 5 to 12 devices work in one session on a server in trouble, and says what is not as it must be at the end: that
 * all who may see a document and the server hold the same, that nothing acknowledged or seen is lost, and that what was
 * refused is kept where it was written.
 */
export const converge = async (server: DrivenServer, { seed, operations, kills }: Wish): Promise<Report> => {
  const chance = seedChance(seed)
  const ledger = openLedger()
  const program = openProgram(server.origin)
  const faults: string[] = []
  const fault = (what: string): void => void faults.push(`seed ${seed}: ${what}`)
  const tally = { operations: 0, kills: 0, compactions: 0, refusedCommands: 0 }

  const { seat: lead, code } = await program.found({ agenda: chance.pick(AGENDAS) })
  const devices: Device[] = []
  const equip = (seat: Seat, nth: number): void =>
    void devices.push(openDevice(`${seat.name} ${nth}`, seat, server.origin, ledger, chance.random))
  const seats = [lead]
  equip(lead, 1)
  const size = 5 + chance.below(8)
  while (devices.length < size) {
    const known = chance.pick(seats)
    if (known && chance.happens(0.25)) equip(known, devices.filter(({ seat }) => seat === known).length + 1)
    else {
      const seat = await program.sit(lead.session, code, `Person ${seats.length}`)
      seats.push(seat)
      equip(seat, 1)
    }
  }
  const documents = ['board', ...seats.map(draftOf)]
  const removed = new Set<Seat>()
  let locked = false

  const give = async (seat: Seat, command: Record<string, unknown>): Promise<Answer<{ item?: string }>> => {
    const answer = await program.give(seat, command)
    if (answer.status >= 300) tally.refusedCommands++
    return answer
  }

  await give(lead, { type: 'start' })
  let stage = stageOf(await program.view(lead))
  /** What a device without a connection still believes. */
  const believed = new Map<Device, Stage | undefined>()

  const moveOn = async (): Promise<void> => {
    await give(lead, { type: 'arm' })
    await give(lead, { type: 'advance' })
  }

  const removeOne = async (): Promise<void> => {
    const seat = chance.pick(seats.slice(1))
    if (!seat || removed.has(seat) || removed.size >= seats.length - 2) return
    removed.add(seat)
    await give(lead, { type: 'remove', seat: seat.seat })
    // The page hears of it and puts the documents away, with whatever is unsent.
    await pause(chance.below(40))
    for (const device of devices) if (device.seat === seat) device.close()
  }

  const letBackIn = async (seat: Seat | undefined): Promise<void> => {
    if (!seat) return
    await give(lead, { type: 'restore', seat: seat.seat })
    removed.delete(seat)
    for (const device of devices) if (device.seat === seat) device.open()
  }

  const leadOn: Readonly<Record<string, () => Promise<unknown>>> = {
    moveOn,
    moveBack: () => give(lead, { type: 'back' }),
    lock: () => give(lead, { type: 'lock', locked: (locked = !locked) }),
    remove: removeOne,
    restore: () => letBackIn(chance.pick([...removed])),
  }

  const contentsOf = (docs: ReadonlyMap<string, Y.Doc>): ReadonlyMap<string, string> =>
    new Map([...docs].map(([name, doc]) => [name, contentOf(doc)]))

  const seenByOthers = (): Written[] => {
    const open = devices.filter((device) => device.isOpen())
    const contents = open.map((device) => contentsOf(device.page().docs))
    return ledger
      .all()
      .filter(({ mark, by, document }) =>
        open.some(({ name }, nth) => name !== by && contents[nth]?.get(document)?.includes(mark)),
      )
  }

  /** What is on the disk, read by everybody who may before anybody brings anything back. */
  const readDisk = async (): Promise<ReadonlyMap<string, Y.Doc>> => {
    const readers = [['board', lead] as const, ...seats.map((seat) => [draftOf(seat), seat] as const)]
    const present = readers.filter(([, seat]) => !removed.has(seat))
    const read = async ([name, seat]: readonly [string, Seat]) =>
      [name, await readFresh(server.origin, seat, name)] as const
    return new Map(await Promise.all(present.map(read)))
  }

  const expectKept = (promised: Iterable<Written>, disk: ReadonlyMap<string, Y.Doc>, when: string): void => {
    const contents = contentsOf(disk)
    for (const each of new Set(promised)) {
      const content = contents.get(each.document)
      if (content === undefined || each.isTaken || content.includes(each.mark)) continue
      fault(
        `${when}: lost ${each.isAcknowledged ? 'acknowledged' : 'seen'} ${each.mark} of ${each.by} in ${each.document}`,
      )
    }
  }

  const cut = (device: Device): void => {
    believed.set(device, stage)
    device.network.cut()
  }

  const killAndRead = async (when: string): Promise<ReadonlyMap<string, Y.Doc>> => {
    const wereUp = devices.filter(({ network }) => network.isUp())
    tally.kills++
    await server.kill()
    for (const device of wereUp) cut(device)
    const promised = [...ledger.all().filter(({ isAcknowledged }) => isAcknowledged), ...seenByOthers()]
    await server.restart()
    const disk = await readDisk()
    expectKept(promised, disk, when)
    for (const { network } of wereUp) network.mend()
    return disk
  }

  const trouble: Readonly<Record<string, (device: Device) => Promise<unknown> | void>> = {
    cut,
    mend: ({ network }) => network.mend(),
    mendAnother: () => chance.pick(devices.filter(({ network }) => !network.isUp()))?.network.mend(),
    reload: (device) => {
      if (device.isOpen()) device.reload()
    },
    jump: () => server.jump(PAST_GRACE_MS),
    compact: async () => {
      tally.compactions++
      await server.compact(lead.session, documents)
    },
  }

  const act = async (device: Device): Promise<void> => {
    if (!device.isOpen()) return
    const on = device.network.isUp() ? stage : believed.get(device)
    if (!on) return
    const moment = {
      device,
      stage: on,
      chance,
      ledger,
      give: async (command: Record<string, unknown>): Promise<Answer<{ item?: string }>> =>
        device.network.isUp() ? give(device.seat, command) : { status: 0, body: {} },
    }
    for (let tries = 0; tries < TRIES; tries++) {
      if (!(await chooseAct(chance)(moment))) continue
      tally.operations++
      return
    }
  }

  const killAt = new Set(Array.from({ length: kills }, () => 20 + chance.below(operations - 20)))
  for (let turn = 0; turn < operations; turn++) {
    const device = chance.pick(devices)
    if (!device) break
    if (killAt.has(turn)) await killAndRead(`kill at ${turn}`)
    const fate = chance.random()
    if (fate < 0.05) {
      await leadOn[chance.pick(Object.keys(leadOn)) ?? '']?.()
      stage = stageOf(await program.view(lead))
    } else if (fate < 0.15) await trouble[chance.pick(Object.keys(trouble)) ?? '']?.(device)
    else await act(device)
    if (chance.happens(0.5)) await pause(chance.below(8))
  }

  // The storm is over.
  await give(lead, { type: 'lock', locked: false })
  for (const seat of removed) await letBackIn(seat)
  for (const { network } of devices) network.mend()
  const isSettled = (device: Device): boolean => {
    const { board, draft, saved } = device.page()
    const isIn = (name: string): boolean => saved.isConnected(name)
    return board.isSynced() && draft?.isSynced() !== false && isIn('board') && isIn(draftOf(device.seat))
  }
  for (const device of devices) {
    if (!(await until(() => isSettled(device)))) fault(`${device.name} does not come back; ${device.tell()}`)
    else if (!(await device.page().saved.whenSaved(SETTLED_WITHIN_MS)))
      fault(`${device.name} does not save; ${device.tell()}`)
  }
  const replicasOf = (document: string): Device[] => devices.filter((device) => device.page().docs.has(document))
  const replicaOf = (device: Device, document: string): Y.Doc => device.page().docs.get(document) as Y.Doc
  for (const document of documents) {
    const [first, ...others] = replicasOf(document)
    if (!first) continue
    const isOne = () =>
      others.every((other) => compare(replicaOf(first, document), replicaOf(other, document)) === undefined)
    await until(isOne)
  }

  const disk = await killAndRead('at the end')
  for (const document of documents) {
    const truth = disk.get(document)
    if (!truth) {
      fault(`${document} cannot be read`)
      continue
    }
    for (const device of replicasOf(document)) {
      const difference = compare(replicaOf(device, document), truth)
      if (difference) fault(`${document} at ${device.name}: ${difference}`)
    }
  }
  const contents = contentsOf(disk)
  for (const each of ledger.all()) {
    if (each.isTaken || contents.get(each.document)?.includes(each.mark)) continue
    const writer = devices.find(({ name }) => name === each.by)
    const isKept = writer?.kept().some(({ text }) => text.includes(each.mark))
    if (!isKept) fault(`${each.mark} of ${each.by} in ${each.document} was neither stored nor kept`)
  }
  const [, other] = seats
  if (other && (await program.ask(lead, draftOf(other))) !== 403) fault('a draft was opened by somebody else')

  for (const device of devices) device.close()
  return {
    seed,
    devices: devices.length,
    ...tally,
    written: ledger.all().length,
    acknowledged: ledger.all().filter(({ isAcknowledged }) => isAcknowledged).length,
    refusals: devices.reduce((before, { refusals }) => before + refusals.length, 0),
    kept: devices.reduce((before, device) => before + device.kept().length, 0),
    faults,
  }
}

const TOTAL = ACTS.reduce((before, [weight]) => before + weight, 0)

const chooseAct = ({ below }: SeededChance): (typeof ACTS)[number][2] => {
  let left = below(TOTAL)
  for (const [weight, , act] of ACTS) {
    left -= weight
    if (left < 0) return act
  }
  return () => false
}
