import type { Item } from '@roundel/shared/board'
import { useRoom, useView } from '../sync/room-context.ts'

/** Puts one published item before everybody, or out again; undefined for those who may not. */
export const useSpotlight = (item: Pick<Item, 'id'>) => {
  const { give } = useRoom()
  const { me, step } = useView()
  if (!me.can['spotlight'] || !step) return undefined
  const isLit = step.spotlight === item.id
  return {
    isLit,
    turn: (): void => void give(isLit ? { type: 'spotlight' } : { type: 'spotlight', item: item.id }),
  }
}
