import { type Item, dissolveCluster, moveCluster } from '@roundel/shared/board'
import { type ClusterId, asId } from '@roundel/shared/kernel'
import { nanoid } from 'nanoid'
import { useText } from '../../i18n/text.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import type { MoveTarget } from '../move-select.tsx'
import { placeOf } from './drag.ts'
import type { Point } from './geometry.ts'
import type { WallModel } from './model.ts'
import { intendMove } from './moves.ts'
import { findClusterRoom, findLooseRoom } from './room.ts'
import type { Target } from './target.ts'
import type { NoteFocus } from './use-note-focus.ts'
import type { Scene } from './use-scene.ts'
import type { Words } from './use-words.ts'

/** Does what drops and moves mean, says where things are now, and keeps the focus with them. */
export const useDrops = (
  { board, step, acts, members }: WallModel,
  { layout }: Scene,
  { sayTarget, nameOfId }: Words,
  focus: NoteFocus,
) => {
  const t = useText()
  const announce = useAnnounce()

  const drop = (item: Item, target: Target, level: 'polite' | 'assertive'): void => {
    if (!board || !acts) return
    const onto = target.to === 'pair' ? layout.notes.get(target.onto) : undefined
    const move = intendMove(board, step, item, target, asId<'cluster'>(nanoid(16)), onto && placeOf(onto))
    if (move.intention.do.length > 0) acts.run(move.intention)
    if (move.isNew && move.cluster) {
      acts.noteMade(move.cluster)
      return announce(t('group.moved-new'), level)
    }
    focus.goTo(item.id)
    if (level === 'assertive') return announce(t('wall.dropped', { place: sayTarget(target, item) }), level)
    if (target.to !== 'cluster') return announce(t('group.moved-loose'), level)
    const others = (members.get(target.cluster) ?? []).filter(({ id }) => id !== item.id).length
    const number = Math.min(target.index, others) + 1
    announce(t('wall.moved', { name: nameOfId(target.cluster), number, count: others + 1 }), level)
  }
  /** What was chosen in a note's list of groups. */
  const move = (item: Item, to: MoveTarget): void => {
    switch (to.to) {
      case 'cluster':
        return drop(item, { to: 'cluster', cluster: to.cluster, index: Infinity }, 'polite')
      case 'new':
        return drop(item, { to: 'new', at: findClusterRoom(layout, item.id) }, 'polite')
      case 'loose':
        return drop(item, { to: 'place', at: findLooseRoom(layout, item.id) }, 'polite')
    }
  }
  const moveHead = (id: ClusterId, corner: Point): void => {
    if (!board || !acts) return
    acts.run(moveCluster(board, id, placeOf(corner)))
    announce(t('wall.group-moved', { name: nameOfId(id) }))
  }
  /** Lets go of all notes of a cluster, each to where it is drawn now. */
  const dissolve = (id: ClusterId): void => {
    if (!board || !acts) return
    const name = nameOfId(id)
    const notes = (layout.clusters.get(id)?.items ?? []).flatMap((item) => {
      const box = layout.notes.get(item)
      return box ? [[item, placeOf(box)] as const] : []
    })
    acts.run(dissolveCluster(board, id, new Map(notes)))
    acts.noteGone(id)
    announce(t('cluster.dissolved', { name }))
    const [first] = notes
    if (first) focus.goTo(first[0])
  }
  return { drop, move, moveHead, dissolve }
}

export type Drops = ReturnType<typeof useDrops>
