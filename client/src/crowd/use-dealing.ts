import type { Item } from '@roundel/shared/board'
import { type ItemId, LIMITS } from '@roundel/shared/kernel'
import { useEffect, useState } from 'react'
import type { Problem } from '../sync/problem.ts'
import { useNow, useRoom, useViewPart } from '../sync/room-context.ts'
import { useLatest } from '../ui/stable.ts'

/** What somebody who places sees of what they are dealt. */
export type Dealing =
  | { readonly state: 'asking'; readonly item?: Item | undefined }
  /** Theirs for a minute, or, once that is over, still here until somebody else takes it. */
  | { readonly state: 'held'; readonly item: Item; readonly isLapsed: boolean; readonly isOnly: boolean }
  /** Placed or taken off the board meanwhile, by somebody else. */
  | { readonly state: 'taken'; readonly item: Item | undefined }
  | { readonly state: 'with-others' }
  | { readonly state: 'done' }
  | { readonly state: 'refused'; readonly problem: Problem['code'] }

interface Hold {
  readonly item: ItemId
  /** Until when nobody else gets it, as far as this device knows before the session says so. */
  readonly until: number
  /** Whether the session has said so. */
  readonly isKnown: boolean
  /** Dealt once more because there was no other. */
  readonly isOnly: boolean
}

type Answer =
  | { readonly is: 'awaited' }
  /** With what was loose then: it asks again when something is that was not. */
  | { readonly is: 'nothing'; readonly loose: ReadonlySet<ItemId> }
  | { readonly is: 'refused'; readonly problem: Problem['code'] }

const isSameSet = (one: ReadonlySet<ItemId>, other: ReadonlySet<ItemId>): boolean =>
  one.size === other.size && [...one].every((id) => other.has(id))

/**
 * Has the server deal one item after the other. What is shown changes by this person's own doing only, so that a finger
 * never hits another item than it aimed at: an item whose minute is over stays, and one that somebody else has placed is
 * said to be.
 *
 * It asks when there is something to place and nothing at hand, again when something comes back, and, while others hold
 * the rest, every minute.
 */
export const useDealing = (items: readonly Item[], loose: readonly Item[]) => {
  const { give, live } = useRoom()
  const { dealt } = useViewPart('me')
  const [hold, setHold] = useState<Hold | undefined>(
    () => dealt && { item: dealt.item, until: dealt.until, isKnown: true, isOnly: false },
  )
  const [answer, setAnswer] = useState<Answer>()
  const now = useNow(hold !== undefined)
  const ids = new Set(loose.map(({ id }) => id))

  const isMine = hold !== undefined && dealt?.item === hold.item
  if (hold && isMine && !hold.isKnown) setHold({ ...hold, isKnown: true })
  if (answer?.is === 'nothing' && !isSameSet(answer.loose, ids)) {
    setAnswer(loose.some(({ id }) => !answer.loose.has(id)) ? undefined : { ...answer, loose: ids })
  }

  const hear = useLatest((reply: Awaited<ReturnType<typeof give>>): void => {
    const item = reply.ok ? reply.value.item : undefined
    // What was placed here a moment ago may be dealt once more, when the server has not seen that and has no other.
    if (item && ids.has(item)) {
      setAnswer(undefined)
      const until = live.clock.now() + LIMITS.leaseMs
      return setHold({ item, until, isKnown: false, isOnly: item === hold?.item })
    }
    if (reply.ok || reply.error.code === 'closed') {
      setHold(undefined)
      return setAnswer({ is: 'nothing', loose: ids })
    }
    setAnswer({ is: 'refused', problem: reply.error.code })
  })
  const ask = useLatest((): void => {
    if (answer?.is === 'awaited') return
    setAnswer({ is: 'awaited' })
    void give({ type: 'deal' }).then(hear)
  })
  const wantsOne = !hold && !answer && loose.length > 0
  useEffect(() => {
    if (wantsOne) ask()
  }, [wantsOne, ask])
  const isWaiting = answer?.is === 'nothing' && loose.length > 0
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(ask, LIMITS.leaseMs)
    return () => clearInterval(timer)
  }, [isWaiting, ask])

  const find = (): Dealing => {
    const item = hold && items.find(({ id }) => id === hold.item)
    if (answer?.is === 'refused') return { state: 'refused', problem: answer.problem }
    if (hold && !ids.has(hold.item) && answer?.is !== 'awaited') return { state: 'taken', item }
    if (loose.length === 0) return { state: 'done' }
    if (answer?.is === 'awaited' || !hold || !item) {
      return answer?.is === 'nothing' ? { state: 'with-others' } : { state: 'asking', item }
    }
    const isLapsed = isMine && dealt ? now >= dealt.until : hold.isKnown || now >= hold.until
    return { state: 'held', item, isLapsed, isOnly: hold.isOnly && !isLapsed }
  }
  return {
    dealing: find(),
    /** Gives back what is at hand and asks for another. */
    ask,
    /** What is at hand has been placed. */
    letGo: () => {
      setHold(undefined)
      setAnswer(undefined)
    },
  }
}
