import { type Refusal, type Result, type SeatId, fail, ok, refusal } from '@roundel/shared/kernel'
import {
  type Names,
  type StepBody,
  type Surroundings,
  type SwitchPreview,
  type View,
  factsOf,
  leads,
  previewSwitch,
  viewAsScreen,
  viewFor,
} from '@roundel/shared/session'
import type { FileSource } from '../export/file-source.ts'
import type { Admission } from './admission.ts'
import { type Appointment, appointmentFor } from './appointment.ts'
import type { Attendance } from './attendance.ts'
import type { Counting } from './counting.ts'
import { type SeenBoard, readBoard } from './items.ts'
import { type ReportAround, gatherFor } from './report-source.ts'
import type { SessionCore } from './session-core.ts'

/** All that one seat may read of a session, as it is on disk. */
export interface Readings {
  readonly view: (seat: SeatId) => Result<View, Refusal>
  /** What a screen shows, for screens and for those who lead. Nobody is here because of it. */
  readonly screen: (seat: SeatId) => Result<View, Refusal>
  readonly items: (seat: SeatId) => Promise<Result<SeenBoard, Refusal>>
  /** All that this seat may take along as a file. */
  readonly export: (seat: SeatId, names: Names) => Promise<Result<FileSource, Refusal>>
  /** What the report of the session is made from, for everybody who is seated. */
  readonly report: (seat: SeatId, names: Names) => Promise<Result<FileSource, Refusal>>
  /** What a switch to another method would do, for those who lead. Refuses as the command would. */
  readonly previewSwitch: (seat: SeatId, to: StepBody) => Promise<Result<SwitchPreview, Refusal>>
  /** When the session is to take place. Refuses with `unknown` where that was not agreed. */
  readonly calendar: (seat: SeatId) => Result<Appointment & { readonly version: number; readonly now: number }, Refusal>
}

/** What readings are made from. */
export interface ReadingsOptions {
  readonly core: SessionCore
  readonly admission: Admission
  readonly attendance: Pick<Attendance, 'notice'>
  readonly counting: Pick<Counting, 'tally'>
  readonly surroundings: () => Surroundings
  readonly now: () => number
  readonly around: ReportAround
}

export const openReadings = (options: ReadingsOptions): Readings => {
  const { core, admission, attendance, counting, surroundings, now, around } = options

  const mayExport = (seat: SeatId): Result<void, Refusal> => {
    const found = admission.seated(seat)
    if (!found.ok) return found
    const { participantsExport } = core.durable().settings
    const allowed = leads(found.value) || (participantsExport && found.value.role === 'participant')
    return allowed ? admission.afford('export', seat) : fail(refusal('not-allowed'))
  }

  return {
    view: (seat) => {
      const found = admission.looking(seat)
      if (!found.ok) return found
      attendance.notice(seat)
      return ok(viewFor(core.durable(), seat, surroundings()))
    },
    screen: (seat) => {
      const found = admission.showing(seat)
      return found.ok ? ok(viewAsScreen(core.durable(), seat, surroundings())) : found
    },
    items: async (seat) => {
      const found = admission.seated(seat)
      return found.ok ? ok(await readBoard(core, seat)) : found
    },
    export: async (seat, names) => {
      const allowed = mayExport(seat)
      return allowed.ok ? ok(await gatherFor(core, seat, names, now(), around)) : allowed
    },
    report: async (seat, names) => {
      const found = admission.seated(seat)
      const affordable = found.ok ? admission.afford('report', seat) : found
      return affordable.ok ? ok(await gatherFor(core, seat, names, now(), around)) : affordable
    },
    previewSwitch: async (seat, to) => {
      const found = admission.leading(seat)
      if (!found.ok) return found
      const { items, clusters, links } = await readBoard(core, seat)
      // As rarely counted as everyone sees it: a preview that is asked for again and again tells no more.
      const { ready } = counting.tally()
      const board = factsOf(core.circumstances())
      return previewSwitch(core.durable(), to, { items, board, clusters: clusters.length, links: links.length, ready })
    },
    calendar: (seat) => {
      const found = admission.seated(seat)
      const appointment = found.ok ? appointmentFor(core.durable(), seat) : found
      return appointment.ok ? ok({ ...appointment.value, version: core.durableVersion(), now: now() }) : appointment
    },
  }
}
