import type { MethodId } from '@roundel/shared/methods'
import { useViewPart } from '../sync/room-context.ts'
import { Optional } from '../ui/optional.tsx'
import { METHOD_VIEWS } from './index.ts'

/** What steps of other methods left for those who write now. */
export const Trays = ({ besides }: { readonly besides: MethodId }) => {
  const { agenda } = useViewPart('session')
  const kinds = new Set(agenda.map(({ kind }) => kind))
  return [...kinds].map((kind) => {
    const { Tray } = METHOD_VIEWS[kind]
    return (
      kind !== besides &&
      Tray && (
        <Optional key={kind}>
          <Tray />
        </Optional>
      )
    )
  })
}
