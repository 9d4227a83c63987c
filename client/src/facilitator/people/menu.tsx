import { Check, Ellipsis } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { joinClasses } from '../../ui/classes.ts'
import styles from './menu.module.css'

/** One line of a menu. With `checked` it is switched, or chosen among the lines of its `group`. */
export interface MenuEntry {
  readonly label: string
  readonly icon?: ReactNode
  readonly checked?: boolean
  /** What the lines beside it choose together; lines without one stand for themselves. */
  readonly group?: string
  readonly isDanger?: boolean
  readonly onPress: () => void
}

const roleOf = ({ checked, group }: MenuEntry) =>
  checked === undefined ? 'menuitem' : group === undefined ? 'menuitemcheckbox' : 'menuitemradio'

/** Where a key leads from the line `at`; undefined for keys that lead nowhere. A letter goes to the next line that begins with it. */
const findLine = (entries: readonly MenuEntry[], at: number, key: string): number | undefined => {
  const count = entries.length
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (at - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
  }
  if (Array.from(key).length !== 1) return undefined
  for (let step = 1; step <= count; step++) {
    const line = (at + step) % count
    if (entries[line]?.label.toLocaleLowerCase().startsWith(key.toLocaleLowerCase())) return line
  }
  return undefined
}

const Lines = ({
  id,
  label,
  entries,
  onClose,
}: {
  readonly id: string
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly onClose: (returnsFocus: boolean) => void
}) => {
  const menu = useRef<HTMLDivElement>(null)
  const linesOf = (): HTMLElement[] => [...(menu.current?.querySelectorAll<HTMLElement>('button') ?? [])]
  useEffect(() => {
    menu.current?.querySelector('button')?.focus({ preventScroll: true })
    menu.current?.scrollIntoView?.({ block: 'nearest' })
  }, [])
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // The panel around the menu stays open.
      event.preventDefault()
      event.stopPropagation()
      return onClose(true)
    }
    if (event.key === 'Tab') return onClose(false)
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === ' ') return
    const lines = linesOf()
    const line = findLine(entries, lines.indexOf(document.activeElement as HTMLElement), event.key)
    if (line === undefined) return
    event.preventDefault()
    lines[line]?.focus()
  }
  return (
    <div
      ref={menu}
      id={id}
      className={styles.menu}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={press}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) onClose(false)
      }}
    >
      {entries.map((entry, at) => (
        <button
          // Lines never change their order while the menu is open.
          key={`${entry.group ?? ''} ${entry.label}`}
          type="button"
          role={roleOf(entry)}
          {...(entry.checked !== undefined && { 'aria-checked': entry.checked })}
          tabIndex={-1}
          className={joinClasses(
            styles.line,
            entry.isDanger && styles.danger,
            at > 0 && entries[at - 1]?.group !== entry.group && styles.begins,
          )}
          onClick={() => {
            onClose(true)
            entry.onPress()
          }}
        >
          <span className={styles.mark} aria-hidden="true">
            {entry.checked ? <Check size={17} /> : entry.icon}
          </span>
          {entry.label}
        </button>
      ))}
    </div>
  )
}

/**
 * A button with three dots that opens a menu: arrows, Home, End and first letters move in it, Escape closes it. The key or
 * press for context menus opens it from anywhere in the row that holds the button.
 */
export const MenuButton = ({
  label,
  entries,
  id,
}: {
  readonly label: string
  readonly entries: readonly MenuEntry[]
  /** The id of the button, for whoever gives the focus back to it. */
  readonly id?: string
}) => {
  const menuId = useId()
  const place = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const close = (returnsFocus: boolean): void => {
    setIsOpen(false)
    if (returnsFocus) place.current?.querySelector('button')?.focus()
  }
  useEffect(() => {
    if (!isOpen) return
    const leave = ({ target }: Event): void => {
      if (!place.current?.contains(target as Node)) setIsOpen(false)
    }
    addEventListener('pointerdown', leave)
    return () => removeEventListener('pointerdown', leave)
  }, [isOpen])
  useEffect(() => {
    const row = place.current?.parentElement
    const open = (event: Event): void => {
      event.preventDefault()
      setIsOpen(true)
    }
    row?.addEventListener('contextmenu', open)
    return () => row?.removeEventListener('contextmenu', open)
  }, [])
  return (
    <div ref={place} className={styles.place}>
      <IconButton
        label={label}
        {...(id && { id })}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setIsOpen(true)
        }}
      >
        <Ellipsis size={18} aria-hidden="true" />
      </IconButton>
      {isOpen && <Lines id={menuId} label={label} entries={entries} onClose={close} />}
    </div>
  )
}
