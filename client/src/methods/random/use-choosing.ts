import type { ItemId } from '@roundel/shared/kernel'
import { LIMITS } from '@roundel/shared/kernel'
import { useView } from '../../sync/room-context.ts'
import { useRandom } from './random-context.ts'

/**
 * What pressing a thing in the room means: while things are connected it is the first of a pair, or the second; while ideas
 * are written it led to mine. Pressing it again lets it go.
 */
export const useChoosing = (): {
  readonly isChosen: (id: ItemId) => boolean
  readonly choose?: (id: ItemId) => void
} => {
  const { me } = useView()
  const { step, takesPart, pair, setPair, sparks, setSparks } = useRandom()
  const { first, second } = pair
  if (takesPart && me.can['connect']) {
    return {
      isChosen: (id) => id === first || id === second,
      choose: (id) => {
        if (id === first) setPair({ second })
        else if (id === second) setPair({ first })
        else if (first === undefined) setPair({ first: id, second })
        else setPair({ first, second: id })
      },
    }
  }
  if (takesPart && step.policies.add !== 'none') {
    return {
      isChosen: (id) => sparks.includes(id),
      choose: (id) =>
        setSparks((before) =>
          before.includes(id) ? before.filter((each) => each !== id) : [...before, id].slice(-LIMITS.inspirations),
        ),
    }
  }
  return { isChosen: () => false }
}
