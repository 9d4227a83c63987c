import type { Item } from '@roundel/shared/board'
import type { ClusterId, ItemId } from '@roundel/shared/kernel'
import type { KeyboardEvent, PointerEvent } from 'react'
import { directionOf } from '../../i18n/language.ts'
import { useLanguage, useText } from '../../i18n/text.ts'
import type { Box } from './geometry.ts'
import { Marker } from './marker.tsx'
import type { OpenPanel } from '../move-select.tsx'
import type { WallModel } from './model.ts'
import type { Aim, Hands } from './use-pointer-drag.ts'
import type { Scene } from './use-scene.ts'
import { WallCluster } from './wall-cluster.tsx'
import { type NoteEvents, WallNote } from './wall-note.tsx'

/** Between two notes that turn over, and the most that the last of a full wall waits. */
const TURN_MS = 22
const LAST_TURN_MS = 480

/** How a head is taken hold of. */
export interface HeadEvents {
  readonly press: (cluster: ClusterId, event: PointerEvent<HTMLElement>) => void
  readonly key: (cluster: ClusterId, event: KeyboardEvent<HTMLElement>) => void
  readonly look: (cluster: ClusterId) => void
}

/** What the notes of a wall look like just now. */
export interface NoteStates {
  readonly reached: ItemId | undefined
  readonly editing: ItemId | undefined
  readonly isCarried: (item: ItemId) => boolean
  readonly mayEdit: (item: Item) => boolean
  readonly onOpen: OpenPanel
}

/** Everything that lies on the wall: clusters with their notes, loose notes, and where the one that is moved would go. */
export const WallLayer = ({
  model,
  scene: { layout },
  hands: { drags },
  aim,
  states,
  isNear,
  turns,
  heads,
  events,
}: {
  readonly model: WallModel
  readonly scene: Scene
  readonly hands: Hands
  readonly aim: Aim | undefined
  readonly states: NoteStates
  readonly isNear: (box: Box) => boolean
  readonly turns: boolean
  readonly heads: HeadEvents
  readonly events: NoteEvents
}) => {
  const t = useText()
  const dir = directionOf(useLanguage())
  const { clusters, members, loose, duplicates, own, acts } = model
  const isMoved = (id: ItemId): boolean => id === states.reached || id === aim?.item

  const drawNote = (item: Item, box: Box | undefined, isLoose: boolean, index: number) => {
    const holder = drags.get(item.id)
    const mayEdit = states.mayEdit(item)
    return (
      <WallNote
        key={item.id}
        item={item}
        x={(isLoose && box?.x) || 0}
        y={(isLoose && box?.y) || 0}
        isLoose={isLoose}
        shift={holder?.drag && box ? { x: holder.drag.at[0] - box.x, y: holder.drag.at[1] - box.y } : undefined}
        clusters={clusters}
        dir={dir}
        same={duplicates.get(item.id)}
        isOwn={own.has(item.id)}
        isReached={item.id === states.reached}
        isCarried={states.isCarried(item.id)}
        isTarget={aim?.target.to === 'pair' && aim.target.onto === item.id}
        isEditing={states.editing === item.id}
        mayMove={acts?.mayMove(item) ?? false}
        mayEdit={mayEdit}
        mayMakeNew={acts?.mayGroup ?? false}
        onOpen={acts ? states.onOpen : undefined}
        holder={holder}
        delay={turns ? Math.min(LAST_TURN_MS, index * TURN_MS) : undefined}
        events={events}
      />
    )
  }
  return (
    <>
      {clusters.map((cluster, index) => {
        const frame = layout.clusters.get(cluster.id)
        if (!frame) return null
        const list = members.get(cluster.id) ?? []
        return (
          <WallCluster
            key={cluster.id}
            cluster={cluster}
            name={model.nameOf(cluster, index)}
            box={frame.box}
            count={list.length}
            dir={dir}
            model={model}
            isTarget={aim?.target.to === 'cluster' && aim.target.cluster === cluster.id}
            onPress={(event) => heads.press(cluster.id, event)}
            onKey={(event) => heads.key(cluster.id, event)}
            onLook={() => heads.look(cluster.id)}
          >
            {(isNear(frame.box) || list.some(({ id }) => isMoved(id))) &&
              list.map((item, nth) => drawNote(item, layout.notes.get(item.id), false, nth))}
          </WallCluster>
        )
      })}
      {loose.length > 0 && (
        <ul aria-label={t(clusters.length > 0 ? 'group.loose' : 'board.ideas')}>
          {loose.map((item, nth) => {
            const box = layout.notes.get(item.id)
            const isDrawn = box !== undefined && (isNear(box) || isMoved(item.id) || drags.has(item.id))
            return isDrawn ? drawNote(item, box, true, nth) : null
          })}
        </ul>
      )}
      {aim && <Marker target={aim.target} moved={aim.item} layout={layout} />}
    </>
  )
}
