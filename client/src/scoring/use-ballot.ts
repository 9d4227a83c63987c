import type { PollView } from '@roundel/shared/methods'
import type { StepId } from '@roundel/shared/kernel'
import { scoringOf } from '@roundel/shared/scoring'
import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchBallot, putBallot } from '../sync/api.ts'
import type { Problem } from '../sync/problem.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { ballotName, useBallots } from '../state/ballots.ts'

/** How long after the last change what was begun is sent: so a sheet that is filled in quickly is sent a few times only. */
const DRAFT_MS = 1_500

/** What somebody does with one ballot. */
export interface BallotDesk {
  /** What is filled in by now. */
  readonly body: unknown
  /** What counts by now; undefined before anything was cast. */
  readonly cast: unknown
  readonly isBusy: boolean
  readonly problem: Problem | undefined
  readonly fill: (body: unknown) => void
  /** Casts what is filled in. Resolves with whether the server has it. */
  readonly send: () => Promise<boolean>
}

/** What an empty ballot is, by what a ballot does. */
const emptyBody = (poll: PollView): unknown => (scoringOf(poll.scoring).kind === 'ordering' ? { levels: [] } : {})

/** Which ballot it is, and what is known of it. */
export interface BallotPlace {
  readonly step: StepId
  readonly poll: PollView
  readonly person: number
  readonly hasCast: boolean
  /** Several people vote on this device: whoever is next does not see what was cast before. */
  readonly isShared: boolean
}

/**
 * One ballot: kept on this device with every change, begun on the server a moment later, cast by a press. A network that
 * is away loses nothing.
 */
export const useBallot = ({ step, poll, person, hasCast, isShared }: BallotPlace): BallotDesk => {
  const { id } = useRoom()
  const { me } = useView()
  const name = ballotName(poll.id, me.seat, person)
  const local = useBallots(({ ballots }) => ballots[name])
  const { fill: keep, noteCast } = useBallots.getState()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const empty = emptyBody(poll)
  const forget = useCallback(() => useBallots.getState().drop([name]), [name])

  // Begun on another device of the same person, or before this one forgot.
  useEffect(() => {
    if (useBallots.getState().ballots[name]) return
    let wanted = true
    void fetchBallot(id, step, person).then((reply) => {
      if (!wanted || !reply.ok || reply.value.body === undefined || useBallots.getState().ballots[name]) return
      if (reply.value.state === 'cast') {
        if (!isShared) noteCast(name, reply.value.body)
      } else keep(name, reply.value.body)
    })
    return () => {
      wanted = false
    }
  }, [id, step, person, name, isShared, keep, noteCast])

  useEffect(() => () => clearTimeout(timer.current), [name])

  // Once it is known to be cast, or somebody else takes the device, nothing of it stays there.
  useEffect(() => {
    if (!isShared) return
    const forgetCast = (): void => {
      if (useBallots.getState().ballots[name]?.cast !== undefined) forget()
    }
    if (hasCast) forgetCast()
    return forgetCast
  }, [isShared, hasCast, name, forget])

  const fill = useCallback(
    (body: unknown): void => {
      keep(name, body)
      setProblem(undefined)
      clearTimeout(timer.current)
      // What was cast counts until it is cast anew, so a change of it stays on the device until then.
      if (hasCast) return
      timer.current = setTimeout(() => {
        // Whatever becomes of it, the device has it.
        void putBallot(id, step, person, { poll: poll.id, ballot: body, cast: false })
      }, DRAFT_MS)
    },
    [keep, name, hasCast, id, step, person, poll.id],
  )

  const send = async (): Promise<boolean> => {
    clearTimeout(timer.current)
    setIsBusy(true)
    const ballot = useBallots.getState().ballots[name]?.body ?? empty
    const reply = await putBallot(id, step, person, { poll: poll.id, ballot, cast: true })
    setIsBusy(false)
    setProblem(reply.ok ? undefined : reply.error)
    if (reply.ok) noteCast(name, ballot)
    return reply.ok
  }

  return { body: local?.body ?? empty, cast: local?.cast, isBusy, problem, fill, send }
}
