import { type Item, makeCluster } from '@roundel/shared/board'
import { type ClusterId, type ItemId, LIMITS, asId } from '@roundel/shared/kernel'
import { nanoid } from 'nanoid'
import { useMemo, useRef, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { useAction } from '../../keys/actions.ts'
import { useDrags, useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { joinClasses } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { ColourLegend } from '../colour-legend.tsx'
import { useNotePanels } from '../note-panels.tsx'
import { useOwnItem } from '../use-own-item.ts'
import { nudgeHead } from './arrows.ts'
import { ClusterMenu } from './cluster-menu.tsx'
import { Cursors } from './cursors.tsx'
import type { WallModel } from './model.ts'
import { noteKeys } from './note-keys.ts'
import { findViewRoom } from './room.ts'
import { useCarry } from './use-carry.ts'
import { useCulling } from './use-culling.ts'
import { useDrops } from './use-drops.ts'
import { useNoteEvents } from './use-note-events.ts'
import { useNoteFocus } from './use-note-focus.ts'
import { usePointerDrag } from './use-pointer-drag.ts'
import { useScene } from './use-scene.ts'
import { useTakeBack } from './use-take-back.ts'
import { useWords } from './use-words.ts'
import { useZoom } from './use-zoom.ts'
import { type HeadEvents, WallLayer } from './wall-layer.tsx'
import { WallTools } from './wall-tools.tsx'
import styles from './wall.module.css'

/** To the right of what is used when there is something to move. In the wall's units. */
const FREE = 284
/** Between the wall and the frame it scrolls in, in pixels. The style sheet says the same. */
const RIM = 24

/**
 * The wall: all items where people put them, clusters as columns.
 *
 * Places are shared, so that "the corner up there" is the same corner for everybody: the wall itself is never mirrored,
 * in no language. What is written on it and the panels around it are.
 */
export const Wall = ({ model, turns = false }: { readonly model: WallModel; readonly turns?: boolean }) => {
  const { board, step, acts, clusters, duplicates, own, sorting } = model
  const t = useText()
  const announce = useAnnounce()
  const { me } = useView()
  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  const { mayEdit, save, withdraw } = useOwnItem()
  const scroller = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<ItemId>()
  const [looking, setLooking] = useState<ClusterId>()

  const { scene, measure } = useScene(model)
  const { layout, items } = scene
  const { zoom, scale, choose } = useZoom(scroller, layout.right + (acts ? FREE : 0), 2 * RIM, items.size > 0)
  const { isNear, look } = useCulling(scroller, scale, items.size)
  const hands = useDrags(model.showsNames && acts !== undefined)
  const words = useWords(model)
  const focus = useNoteFocus(layer, items)
  const drops = useDrops(model, scene, words, focus)
  const carrying = useCarry({ scene, acts, hands, drops, words })
  const pointer = usePointerDrag({ scroller, layer, scale, scene, acts, hands, drops, onPickUp: carrying.drop })
  const takeBack = useTakeBack(acts)
  const listed = useMemo(() => [...items.values()], [items])
  const panels = useNotePanels({ items: listed, duplicates, sorting, onMerged: focus.goTo })
  const mayCorrect = (item: Item): boolean => own.has(item.id) && mayEdit(item)

  const events = useNoteEvents({
    measure,
    press: pointer.press,
    key: noteKeys({
      scene,
      carrying,
      focus,
      mayMove: (item) => (acts?.mayMove(item) ?? false) && !hands.drags.has(item.id),
      mayEdit: mayCorrect,
      onEdit: setEditing,
      onOpen: panels.onOpen,
      onSame: (id) => {
        const texts = (duplicates.get(id) ?? []).map(({ text }) => text).join('; ')
        announce(t('merge.texts', { texts }), 'assertive')
      },
    }),
    focus: focus.arrive,
    move: (id, to) => {
      const item = items.get(id)
      if (item) drops.move(item, to)
    },
    edit: (id) => {
      setEditing(id)
      if (!id) focus.goBack()
    },
    save: (item, text) => {
      setEditing(undefined)
      focus.goTo(item.id)
      void save(item, text)
    },
    withdraw: (item) => void withdraw(item),
  })
  const heads: HeadEvents = {
    press: pointer.pressHead,
    key: (id, event) => {
      const corner = nudgeHead(layout, id, event)
      if (!corner) return
      event.preventDefault()
      drops.moveHead(id, corner)
    },
    look: setLooking,
  }
  const addCluster = (): void => {
    if (!acts) return
    const { scrollLeft = 0, scrollTop = 0, clientWidth = 0 } = scroller.current ?? {}
    const at = findViewRoom(layout, { x: (scrollLeft + clientWidth / 2) / scale, y: scrollTop / scale })
    acts.make(makeCluster(asId<'cluster'>(nanoid(16)), step, at))
  }
  useAction({ id: 'new-group', name: t('group.new'), run: addCluster, when: acts?.mayGroup ?? false })
  const looked = clusters.find(({ id }) => id === looking)

  return (
    <div className={styles.wall}>
      <WallTools
        acts={acts}
        zoom={zoom}
        onZoom={choose}
        onNew={addCluster}
        onUndo={takeBack.undo}
        onRedo={takeBack.redo}
        onColours={panels.openNames}
      />
      <ColourLegend />
      {acts && (
        <VisuallyHidden>
          <span id="wall-keys">{t('wall.keys')}</span>
        </VisuallyHidden>
      )}
      <div ref={scroller} className={joinClasses(styles.scroller, leads && styles.leading)} dir="ltr" onScroll={look}>
        <div
          className={styles.area}
          style={{
            inlineSize: LIMITS.cells.width * scale + 2 * RIM,
            blockSize: Math.max(LIMITS.cells.height, layout.bottom) * scale + 2 * RIM,
          }}
        >
          <div
            ref={layer}
            className={styles.layer}
            style={{ transform: `scale(${scale})` }}
            onBlur={({ target }) => {
              if (target instanceof HTMLElement && target.isConnected) focus.leave()
              const left = target.parentElement?.dataset['note']
              if (left !== undefined && carrying.isCarried(asId(left))) carrying.stop()
            }}
          >
            <WallLayer
              model={model}
              scene={scene}
              hands={hands}
              aim={carrying.aim ?? pointer.aim}
              states={{
                reached: focus.reached,
                editing,
                isCarried: carrying.isCarried,
                mayEdit: mayCorrect,
                onOpen: panels.onOpen,
              }}
              isNear={isNear}
              turns={turns}
              heads={heads}
              events={events}
            />
            {model.showsNames && (
              <Cursors scroller={scroller} layer={layer} scale={scale} speaks={acts !== undefined} />
            )}
          </div>
        </div>
      </div>
      {looked && board && acts?.mayGroup && (
        <ClusterMenu
          cluster={looked}
          name={words.nameOfId(looked.id)}
          board={board}
          onRun={acts.run}
          onDissolve={() => {
            setLooking(undefined)
            drops.dissolve(looked.id)
          }}
          onClose={() => setLooking(undefined)}
        />
      )}
      {panels.panel}
    </div>
  )
}
