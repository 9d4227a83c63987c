import { type Item, moveCluster as moveClusterTo } from '@roundel/shared/board'
import { type ClusterId, type ItemId, LIMITS, asId } from '@roundel/shared/kernel'
import { nanoid } from 'nanoid'
import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { directionOf } from '../../i18n/language.ts'
import { useLanguage, useText } from '../../i18n/text.ts'
import { useAction } from '../../keys/actions.ts'
import { isFixedPressed } from '../../keys/fixed-keys.ts'
import { isPressed } from '../../keys/pressed.ts'
import { useDrags, useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { joinClasses } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useOwnItem } from '../use-own-item.ts'
import { type Carry, carryOn, pickUp, targetOf } from './carry.ts'
import { ClusterMenu } from './cluster-menu.tsx'
import { type Drag, beginDrag, placeOf } from './drag.ts'
import { type Box, type Direction, findNeighbour } from './geometry.ts'
import { CLUSTER, NOTE, findRoom, layOut } from './layout.ts'
import { Marker } from './marker.tsx'
import type { WallModel } from './model.ts'
import { intendMove } from './moves.ts'
import { type Target, findTarget, isSameTarget } from './target.ts'
import { useCulling } from './use-culling.ts'
import { useHeights } from './use-heights.ts'
import { useUndoKeys } from './use-undo-keys.ts'
import { useWords } from './use-words.ts'
import { useZoom } from './use-zoom.ts'
import { WallCluster } from './wall-cluster.tsx'
import { type NoteEvents, WallNote, openMoveList } from './wall-note.tsx'
import { WallTools } from './wall-tools.tsx'
import styles from './wall.module.css'

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** Between two notes that turn over, and the most that the last of a full wall waits. */
const TURN_MS = 22
const LAST_TURN_MS = 480
/** Room on the wall's edge, and to the right of what is used when there is something to move. */
const MARGIN = 16
const FREE = 284
/** Between the wall and the frame it scrolls in, in pixels. The style sheet says the same. */
const RIM = 24
const NUDGE = 40

/**
 * The wall: all items where people put them, clusters as columns.
 *
 * Places are shared, so that "the corner up there" is the same corner for everybody: the wall itself is never mirrored,
 * in no language. What is written on it and the panels around it are.
 */
export const Wall = ({ model, turns = false }: { readonly model: WallModel; readonly turns?: boolean }) => {
  const { board, step, acts, clusters, members, loose, own } = model
  const t = useText()
  const announce = useAnnounce()
  const dir = directionOf(useLanguage())
  const { me } = useView()
  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  const { mayEdit, save, withdraw } = useOwnItem()
  const { sayTarget, sayPlace, nameOfId } = useWords(model)
  const scroller = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const drag = useRef<Drag>(undefined)
  const hadFocus = useRef<ItemId>(undefined)
  const [heights, measure] = useHeights()
  const [reachedBefore, setReached] = useState<ItemId>()
  const [editing, setEditing] = useState<ItemId>()
  const [looking, setLooking] = useState<ClusterId>()
  const [hovered, setHovered] = useState<{ readonly item: ItemId; readonly target: Target }>()
  const [carryBefore, setCarry] = useState<Carry>()
  const [focusOn, setFocusOn] = useState<{ readonly item: ItemId }>()
  const { drags, say } = useDrags(model.showsNames && acts !== undefined)

  const layout = useMemo(() => {
    const lay = (item: Item) => ({ id: item.id, at: item.at, height: heights.get(item.id) ?? NOTE.height })
    return layOut(
      clusters.map(({ id, at }) => ({ id, at, items: (members.get(id) ?? []).map(lay) })),
      loose.map(lay),
    )
  }, [clusters, members, loose, heights])
  const items = useMemo(
    () => new Map([...clusters.flatMap(({ id }) => members.get(id) ?? []), ...loose].map((item) => [item.id, item])),
    [clusters, members, loose],
  )
  const { zoom, scale, choose } = useZoom(scroller, layout.right + (acts ? FREE : 0), 2 * RIM, items.size > 0)
  const { isNear, look } = useCulling(scroller, scale, items.size)

  const reached = reachedBefore && items.has(reachedBefore) ? reachedBefore : [...items.keys()][0]
  const carry = carryBefore && acts && items.has(carryBefore.item) ? carryBefore : undefined
  const carried = carry && targetOf(carry)
  const shown = carry && carried ? { item: carry.item, target: carried } : hovered

  /** Does what a drop means, and says where the item is now. */
  const drop = (item: Item, target: Target, level: 'polite' | 'assertive'): void => {
    if (!board || !acts) return
    const onto = target.to === 'pair' ? layout.notes.get(target.onto) : undefined
    const move = intendMove(board, step, item, target, asId<'cluster'>(nanoid(16)), onto && placeOf(onto))
    if (move.intention.do.length > 0) acts.run(move.intention)
    if (move.isNew && move.cluster) {
      acts.noteMade(move.cluster)
      return announce(t('group.moved-new'), level)
    }
    setReached(item.id)
    setFocusOn({ item: item.id })
    if (level === 'assertive') return announce(t('wall.dropped', { place: sayTarget(target, item) }), level)
    if (target.to !== 'cluster') return announce(t('group.moved-loose'), level)
    const others = (members.get(target.cluster) ?? []).filter(({ id }) => id !== item.id).length
    const number = Math.min(target.index, others) + 1
    announce(t('wall.moved', { name: nameOfId(target.cluster), number, count: others + 1 }), level)
  }
  const roomNear = (item: ItemId, width: number, height: number): Target & { readonly to: 'place' } => {
    const home = layout.clusterOf.get(item)
    const frame = home && layout.clusters.get(home)?.box
    const box = frame ? { x: frame.x + frame.width + MARGIN, y: frame.y } : layout.notes.get(item)
    const x = Math.min(box?.x ?? 0, LIMITS.cells.width - width)
    return { to: 'place', at: findRoom(layout, { x, y: box?.y ?? 0, width, height }) }
  }
  const clusterRoom = (item: ItemId): Target => ({
    to: 'new',
    at: roomNear(item, CLUSTER.width, CLUSTER.head + CLUSTER.empty + CLUSTER.pad).at,
  })
  const looseRoom = (item: ItemId): Target => roomNear(item, NOTE.width, layout.notes.get(item)?.height ?? NOTE.height)

  const hostOf = (onPickUp: () => void) => ({
    scroller: () => scroller.current,
    layer: () => layer.current,
    scale: () => scale,
    onPickUp,
  })

  const press = (id: ItemId, event: PointerEvent<HTMLElement>): void => {
    const item = items.get(id)
    const element = event.currentTarget.closest<HTMLElement>('[data-note]')
    const box = layout.notes.get(id)
    if (event.button !== 0 || !event.isPrimary || !item || !element || !box || !acts?.mayMove(item)) return
    const holder = drags.get(id)
    if (holder) return announce(t('wall.held-by', { name: holder.name }), 'assertive')
    const { mayGroup } = acts
    drag.current?.cancel()
    const finish = (): void => {
      setHovered(undefined)
      say?.(undefined)
    }
    drag.current = beginDrag(event.nativeEvent, element, box, {
      ...hostOf(() => setCarry(undefined)),
      onMove: (pointer, corner) => {
        say?.({ item: id, at: placeOf(corner) })
        const target = findTarget(now.current.layout, id, pointer, corner, mayGroup)
        setHovered((before) => {
          if (target.to === 'place') return undefined
          return before && isSameTarget(before.target, target) ? before : { item: id, target }
        })
      },
      onDrop: (pointer, corner) => {
        finish()
        const { layout: latest, drop: put, items: all } = now.current
        const moved = all.get(id)
        if (moved) put(moved, findTarget(latest, id, pointer, corner, mayGroup), 'polite')
      },
      onCancel: finish,
    })
  }

  const pressHead = (id: ClusterId, event: PointerEvent<HTMLElement>): void => {
    const element = event.currentTarget.closest<HTMLElement>('[data-cluster]')
    const box = layout.clusters.get(id)?.box
    const isOnControl = (event.target as Element).closest('input, button:not([data-grip])')
    if (event.button !== 0 || !event.isPrimary || isOnControl || !element || !box || !acts?.mayGroup) return
    drag.current?.cancel()
    drag.current = beginDrag(event.nativeEvent, element, box, {
      ...hostOf(() => undefined),
      onMove: () => undefined,
      onDrop: (_pointer, corner) => now.current.moveCluster(id, corner),
      onCancel: () => undefined,
    })
  }
  const moveCluster = (id: ClusterId, corner: { readonly x: number; readonly y: number }): void => {
    if (!board || !acts) return
    acts.run(moveClusterTo(board, id, placeOf(corner)))
    announce(t('wall.group-moved', { name: nameOfId(id) }))
  }
  const keyOnHead = (id: ClusterId, event: KeyboardEvent<HTMLElement>): void => {
    const direction = ARROWS[event.key]
    const box = layout.clusters.get(id)?.box
    if (!direction || !box) return
    event.preventDefault()
    const by = (event.shiftKey ? 5 : 1) * NUDGE
    const x = direction === 'left' ? -by : direction === 'right' ? by : 0
    const y = direction === 'up' ? -by : direction === 'down' ? by : 0
    moveCluster(id, { x: box.x + x, y: box.y + y })
  }

  const goTo = (id: ItemId | undefined): void => {
    if (!id) return
    setReached(id)
    setFocusOn({ item: id })
  }
  const stopCarrying = (): void => {
    setCarry(undefined)
    say?.(undefined)
  }
  const keyWhileCarrying = (item: Item, held: Carry, event: KeyboardEvent<HTMLElement>): void => {
    const direction = ARROWS[event.key]
    const target = targetOf(held)
    if (direction) {
      event.preventDefault()
      const next = carryOn(held, direction)
      const reachedTarget = targetOf(next)
      if (next === held || !reachedTarget) return
      setCarry(next)
      announce(sayTarget(reachedTarget, item), 'assertive')
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      stopCarrying()
      if (target) drop(item, target, 'assertive')
    } else if (event.key === 'Escape') {
      event.preventDefault()
      stopCarrying()
      announce(t('wall.cancelled', { place: sayPlace(item) }), 'assertive')
    }
  }
  const key = (id: ItemId, event: KeyboardEvent<HTMLElement>): void => {
    const item = items.get(id)
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return
    if (carry?.item === id) return keyWhileCarrying(item, carry, event)
    const direction = ARROWS[event.key]
    const ids = [...items.keys()]
    const mayMove = acts?.mayMove(item) && !drags.has(id)
    if (direction) {
      event.preventDefault()
      goTo(findNeighbour(layout.notes, id, direction))
    } else if (isFixedPressed('ends', event)) {
      event.preventDefault()
      goTo(event.key === 'Home' ? ids[0] : ids.at(-1))
    } else if (isFixedPressed('pick-up', event)) {
      event.preventDefault()
      const holder = drags.get(id)
      if (holder) return announce(t('wall.held-by', { name: holder.name }), 'assertive')
      if (!acts || !mayMove) return announce(t('wall.not-movable'), 'assertive')
      const at = looseRoom(id)
      setCarry(pickUp(layout, id, at.to === 'place' ? at.at : [0, 0], clusterRoom(id).to === 'new' && acts.mayGroup))
      const box = layout.notes.get(id)
      if (box) say?.({ item: id, at: placeOf(box) })
      announce(t('wall.picked-up', { place: sayPlace(item) }), 'assertive')
    } else if (isFixedPressed('edit', event)) {
      event.preventDefault()
      if (own.has(id) && mayEdit) setEditing(id)
    } else if (isPressed('list-of-groups', event.nativeEvent) || isFixedPressed('menu', event)) {
      event.preventDefault()
      if (mayMove) openMoveList(event.currentTarget.parentElement)
    }
  }

  // What a press or a key finds is always the newest, while the notes themselves are given one and the same object.
  const fresh = {
    layout,
    items,
    drop,
    moveCluster,
    press,
    key,
    move: (id: ItemId, to: Parameters<NoteEvents['move']>[1]) => {
      const item = items.get(id)
      if (!item) return
      if (to.to === 'cluster') drop(item, { to: 'cluster', cluster: to.cluster, index: Infinity }, 'polite')
      else drop(item, to.to === 'new' ? clusterRoom(id) : looseRoom(id), 'polite')
    },
    save,
    withdraw,
  }
  const now = useRef(fresh)
  useLayoutEffect(() => {
    now.current = fresh
  })
  const events = useMemo<NoteEvents>(
    () => ({
      measure,
      press: (id, event) => now.current.press(id, event),
      key: (id, event) => now.current.key(id, event),
      focus: (id) => {
        hadFocus.current = id
        setReached(id)
      },
      move: (id, to) => now.current.move(id, to),
      edit: (id) => {
        setEditing(id)
        if (!id && hadFocus.current) setFocusOn({ item: hadFocus.current })
      },
      save: (item, text) => {
        setEditing(undefined)
        setFocusOn({ item: item.id })
        void now.current.save(item, text)
      },
      withdraw: (item) => void now.current.withdraw(item),
    }),
    [measure],
  )

  const focusNote = (id: ItemId): void => {
    const grip = layer.current?.querySelector<HTMLElement>(`[data-note="${id}"] > button`)
    grip?.focus({ preventScroll: true })
    grip?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  useLayoutEffect(() => {
    if (focusOn) focusNote(focusOn.item)
  }, [focusOn])
  // A note that others move is drawn anew elsewhere; whoever was on it stays on it.
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) focusNote(hadFocus.current)
  })
  useEffect(() => {
    const element = scroller.current
    // A finger that holds a note does not scroll.
    const hold = (event: TouchEvent): void => {
      if (drag.current?.isPickedUp() && event.cancelable) event.preventDefault()
    }
    element?.addEventListener('touchmove', hold, { passive: false })
    return () => {
      element?.removeEventListener('touchmove', hold)
      drag.current?.cancel()
    }
  }, [])
  const isOpen = acts !== undefined
  useEffect(() => {
    if (!isOpen) drag.current?.cancel()
  }, [isOpen])

  const takeBack = (way: 'undo' | 'redo'): void => {
    if (!acts) return
    const isDone = acts[way]()
    announce(t(isDone ? (way === 'undo' ? 'wall.undone' : 'wall.redone') : 'wall.nothing-left'))
  }
  const addsClusters = acts?.mayGroup ?? false
  useAction({ id: 'new-group', name: t('group.new'), run: () => addCluster(), when: addsClusters })
  useUndoKeys(acts?.canUndo ? () => takeBack('undo') : undefined, acts?.canRedo ? () => takeBack('redo') : undefined)
  const addCluster = (): void => {
    if (!board || !acts) return
    const view = scroller.current
    const id = asId<'cluster'>(nanoid(16))
    const size = { width: CLUSTER.width, height: CLUSTER.head + CLUSTER.empty + CLUSTER.pad }
    const wish = {
      x: Math.round(((view?.scrollLeft ?? 0) + (view?.clientWidth ?? 0) / 2) / scale),
      y: Math.round((view?.scrollTop ?? 0) / scale) + MARGIN,
      ...size,
    }
    board.clusters.add({ id, step, title: '', at: findRoom(layout, wish) })
    acts.noteMade(id)
  }

  const drawNote = (item: Item, box: Box | undefined, isLoose: boolean, index: number) => {
    const holder = drags.get(item.id)
    return (
      <WallNote
        key={item.id}
        item={item}
        at={isLoose ? box : undefined}
        shift={holder && box ? { x: holder.at[0] - box.x, y: holder.at[1] - box.y } : undefined}
        clusters={clusters}
        dir={dir}
        isOwn={own.has(item.id)}
        isReached={item.id === reached}
        isCarried={carry?.item === item.id}
        isTarget={shown?.target.to === 'pair' && shown.target.onto === item.id}
        isEditing={editing === item.id}
        mayMove={acts?.mayMove(item) ?? false}
        mayEdit={mayEdit && own.has(item.id)}
        mayMakeNew={acts?.mayGroup ?? false}
        holder={holder}
        delay={turns ? Math.min(LAST_TURN_MS, index * TURN_MS) : undefined}
        events={events}
      />
    )
  }
  const isDrawn = (id: ItemId, box: Box | undefined): box is Box =>
    box !== undefined && (isNear(box) || id === reached || id === shown?.item || drags.has(id))
  const looked = clusters.find(({ id }) => id === looking)

  return (
    <div>
      <WallTools
        acts={acts}
        zoom={zoom}
        onZoom={choose}
        onNew={addCluster}
        onUndo={() => takeBack('undo')}
        onRedo={() => takeBack('redo')}
      />
      {isOpen && (
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
              if (target instanceof HTMLElement && target.isConnected) hadFocus.current = undefined
              if (carry && target.parentElement?.dataset['note'] === carry.item) stopCarrying()
            }}
          >
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
                  isTarget={shown?.target.to === 'cluster' && shown.target.cluster === cluster.id}
                  onPress={(event) => pressHead(cluster.id, event)}
                  onKey={(event) => keyOnHead(cluster.id, event)}
                  onLook={() => setLooking(cluster.id)}
                >
                  {(isNear(frame.box) || list.some(({ id }) => id === reached || id === shown?.item)) &&
                    list.map((item, nth) => drawNote(item, layout.notes.get(item.id), false, nth))}
                </WallCluster>
              )
            })}
            {loose.length > 0 && (
              <ul aria-label={t(clusters.length > 0 ? 'group.loose' : 'board.ideas')}>
                {loose.map((item, nth) => {
                  const box = layout.notes.get(item.id)
                  return isDrawn(item.id, box) ? drawNote(item, box, true, nth) : null
                })}
              </ul>
            )}
            {shown && <Marker target={shown.target} moved={shown.item} layout={layout} />}
          </div>
        </div>
      </div>
      {looked && board && acts?.mayGroup && (
        <ClusterMenu cluster={looked} name={nameOfId(looked.id)} board={board} onClose={() => setLooking(undefined)} />
      )}
    </div>
  )
}
