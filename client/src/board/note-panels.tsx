import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { WALL } from '../i18n/catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { useKept } from './kept.ts'
import type { NotePanelKind, OpenPanel } from './move-select.tsx'
import type { Sorting } from './use-sorting.ts'
import { useSpotlight } from './use-spotlight.ts'
import { laterPart } from '../i18n/later-part.tsx'
import { useLatest } from '../ui/stable.ts'

/** Loaded when the first of them is opened. */
const MergePanel = laterPart(async () => (await import('./wall/merge-panel.tsx')).MergePanel)
const ColourPanel = laterPart(async () => (await import('./wall/colour-panel.tsx')).ColourPanel)
const LineagePanel = laterPart(async () => (await import('../workspace/lineage-panel.tsx')).LineagePanel)
const ColourNames = laterPart(async () => (await import('./wall/colour-names.tsx')).ColourNames)

type Open = { readonly kind: NotePanelKind; readonly item: ItemId } | { readonly kind: 'names' }

/** The panels of notes on a wall or a list: what opens them, and the one that is open. */
export const useNotePanels = ({
  items,
  duplicates,
  sorting,
  onMerged,
}: {
  /** Those on this wall or list, in its order. */
  readonly items: readonly Item[]
  readonly duplicates: ReadonlyMap<ItemId, readonly Item[]>
  readonly sorting: Sorting
  readonly onMerged: (into: ItemId) => void
}) => {
  const [open, setOpen] = useState<Open>()
  const close = (): void => setOpen(undefined)
  const merged = useRef<ItemId>(undefined)
  const isOpen = open !== undefined
  // A dialog that closes gives the focus back to what opened it; only then it goes on to what stands for both.
  useEffect(() => {
    if (isOpen || merged.current === undefined) return
    onMerged(merged.current)
    merged.current = undefined
  }, [isOpen, onMerged])
  const openNames = sorting.nameColour && ((): void => setOpen({ kind: 'names' }))
  const item = open && open.kind !== 'names' ? items.find(({ id }) => id === open.item) : undefined
  const { merge, unmerge, colour, nameColour } = sorting

  const kept = useKept()
  const spotlight = useSpotlight()
  const show = useLatest(({ id }: Item): void => spotlight?.show(id))

  const [mayMerge, mayColour, mayShow] = [merge !== undefined, colour !== undefined, spotlight !== undefined]
  // The same as long as the rights are: it is given to every note.
  const onOpen = useMemo<OpenPanel>(() => {
    const ask =
      (kind: NotePanelKind) =>
      ({ id }: Item): void =>
        setOpen({ kind, item: id })
    return {
      kept,
      way: ask('way'),
      ...(mayMerge && { merge: ask('merge') }),
      ...(mayColour && { colour: ask('colour') }),
      ...(mayShow && { spotlight: show }),
    }
  }, [mayMerge, mayColour, mayShow, show, kept])

  const draw = () => {
    if (open?.kind === 'names') return nameColour && <ColourNames onName={nameColour} onClose={close} />
    if (!open || !item) return null
    if (open.kind === 'way') return <LineagePanel item={item} onClose={close} />
    if (open.kind === 'colour') {
      return colour && <ColourPanel item={item} onColour={colour} onNames={openNames} onClose={close} />
    }
    return (
      merge &&
      unmerge && (
        <MergePanel
          item={item}
          items={items}
          same={duplicates.get(item.id) ?? []}
          isKept={kept.has(item.id)}
          onMerge={merge}
          onApart={unmerge}
          onMerged={(into) => {
            merged.current = into
          }}
          onClose={close}
        />
      )
    )
  }
  return {
    onOpen,
    openNames,
    panel: open && (
      <Suspense>
        <MoreTexts from={WALL}>{draw()}</MoreTexts>
      </Suspense>
    ),
  }
}
