import type { ItemId } from '@roundel/shared/kernel'
import { useRoom, useView } from '../sync/room-context.ts'

/** The published item that everybody sees, and the ways to change it; undefined for those who may not. */
export const useSpotlight = () => {
  const { give } = useRoom()
  const { me, step } = useView()
  if (!me.can['spotlight'] || !step) return undefined
  return {
    lit: step.spotlight,
    show: (item: ItemId): void => void give({ type: 'spotlight', item }),
    putOut: (): void => void give({ type: 'spotlight' }),
  }
}
