import { useEffect, useEffectEvent, useRef } from 'react'
import { useView } from '../sync/room-context.ts'

/** Calls back when those who lead call everyone to what is going on, from now on. */
export const useGathered = (onCall: () => void): void => {
  const { gatheredAt = 0 } = useView().session
  const before = useRef(gatheredAt)
  const call = useEffectEvent(onCall)
  useEffect(() => {
    if (gatheredAt <= before.current) return
    before.current = gatheredAt
    call()
  }, [gatheredAt])
}
