import { LANGUAGES } from '@roundel/shared/session'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { KEYS } from './catalogue.ts'
import { LANGUAGE_NAMES } from '../i18n/language.ts'
import { useLanguage, useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { type Theme, usePreferences } from '../state/preferences.ts'
import { joinClasses } from '../ui/classes.ts'
import { Panel } from '../ui/panel.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { type Action, useActions } from './actions.ts'
import { BINDINGS, type BindingId } from './bindings.ts'
import { ChordKeys } from './chord-keys.tsx'
import { goToRegion, listRegions } from './focus.ts'
import { chordsOf } from './pressed.ts'
import { search } from './search.ts'
import styles from './palette.module.css'

type Named = Action & { readonly name: string }

const THEMES: readonly Theme[] = ['light', 'dark', 'system']

const isBinding = (id: string): id is BindingId => id in BINDINGS
const chordFor = (id: string): string | undefined => (isBinding(id) ? chordsOf(id)[0] : undefined)

/** Everything that can be done now: what the screen offers, those with keys first, then what is always there. */
const useEverything = (): readonly Named[] => {
  const t = useText()
  const language = useLanguage()
  const { theme, set } = usePreferences()
  const offered = useActions()
  // What the page looks like beneath this panel.
  const [regions] = useState(() => {
    const shown = listRegions()
    return shown.some((region) => region.matches('dialog')) ? [] : shown
  })
  const named = [...new Map(offered.map((action) => [action.id, action])).values()].flatMap(({ name, ...action }) =>
    name ? [{ ...action, name }] : [],
  )
  return [
    ...named.filter(({ id }) => chordFor(id)),
    ...named.filter(({ id }) => !chordFor(id)),
    ...regions.map((region, nth) => ({
      id: `region ${nth}`,
      name: t('palette.go', { region: region.ariaLabel ?? '' }),
      run: () => goToRegion(region),
    })),
    ...LANGUAGES.filter((each) => each !== language).map((each) => ({
      id: `language ${each}`,
      name: t('palette.language', { language: LANGUAGE_NAMES[each] }),
      run: () => set({ language: each }),
    })),
    ...THEMES.filter((each) => each !== theme).map((each) => ({
      id: `theme ${each}`,
      name: t('palette.theme', { theme: t(`theme.${each}`) }),
      run: () => set({ theme: each }),
    })),
  ]
}

const List = ({
  onClose,
  onChoose,
}: {
  readonly onClose: () => void
  readonly onChoose: (run: () => void) => void
}) => {
  const t = useText()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const everything = useEverything()
  const found = search(everything, typed)
  const at = Math.min(chosen, found.length - 1)
  // The panel, when it opens, puts the focus on its own first button.
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const handleKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const last = found.length - 1
    const next = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    }[event.key]
    if (next !== undefined) setChosen(next)
    else if (event.key === 'Enter') {
      const action = found[at]
      if (action) onChoose(action.run)
    } else return
    event.preventDefault()
  }
  return (
    <Panel title={t('palette.title')} place="middle" onClose={onClose}>
      <input
        ref={input}
        className={styles.input}
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] && `${id}-${at}`}
        aria-label={t('palette.label')}
        placeholder={t('palette.placeholder')}
        dir={typed ? 'auto' : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setChosen(0)
        }}
        onKeyDown={handleKey}
      />
      {/* The field has the focus and hears the keys; no platform has a list of this kind. */}
      {/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <ul ref={list} id={`${id}-list`} className={styles.list} role="listbox" aria-label={t('palette.title')}>
        {found.map((action, nth) => {
          const chord = chordFor(action.id)
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={action.id}
              id={`${id}-${nth}`}
              className={joinClasses(styles.option, nth === at && styles.chosen)}
              role="option"
              aria-selected={nth === at}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(action.run)}
            >
              <span dir="auto">{action.name}</span>
              {chord && <ChordKeys chord={chord} />}
            </li>
          )
        })}
      </ul>
      <output className={styles.none}>
        {found.length === 0 ? (
          t('palette.none')
        ) : (
          <VisuallyHidden>{typed && t('palette.found', { count: found.length })}</VisuallyHidden>
        )}
      </output>
    </Panel>
  )
}

/**
 * Every action by its name. What is chosen is done when all panels are closed and the focus is back where it was, so
 * that nothing lies between the action and the screen.
 */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const toDo = useRef<() => void>(undefined)
  return (
    <MoreTexts from={KEYS}>
      <List
        onChoose={(run) => {
          toDo.current = run
          for (const panel of [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')].toReversed()) {
            panel.close()
          }
        }}
        onClose={() => {
          onClose()
          // After the other panels have said that they closed, too.
          if (toDo.current) setTimeout(toDo.current)
        }}
      />
    </MoreTexts>
  )
}
