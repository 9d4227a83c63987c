import { lazy, useEffect, useState } from 'react'
import { KEYS } from './catalogue.ts'
import { useLanguage } from '../i18n/text.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { Optional } from '../ui/optional.tsx'
import { runAction, useAction } from './actions.ts'
import { BINDINGS, type BindingId, type Where } from './bindings.ts'
import { goToNextRegion, guardFocus, listRegions } from './focus.ts'
import { isPressed } from './pressed.ts'

const loadPalette = () => import('./palette.tsx')
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))

/** Where keys are not heard: fields have their own undo, and what lies under a panel is not done by accident. */
const DEAF: Readonly<Partial<Record<Where, string>>> = {
  leading: 'dialog[open]',
  grouping: 'dialog[open], input:focus, textarea:focus, select:focus',
}

const IDS = Object.keys(BINDINGS) as readonly BindingId[]

const hear = (event: KeyboardEvent): void => {
  if (event.defaultPrevented) return
  const id = IDS.find((each) => isPressed(each, event))
  if (!id) return
  const deaf = DEAF[BINDINGS[id].where]
  if (deaf && document.querySelector(deaf)) return
  // Where there are no regions the browser may do with the key what it does.
  if (id.endsWith('-region') && listRegions().length === 0) return
  if (runAction(id)) event.preventDefault()
}

/** Hears the keys of the page as a whole, opens the list of all actions, and looks after the focus. */
export const Keyboard = () => {
  const language = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const load = () => Promise.all([loadPalette(), loadCatalogue(KEYS, language)])
  useAction({
    id: 'palette',
    // Opens once all of it is there. What could not be loaded is asked for again at the next press.
    run: () =>
      void load().then(
        () => setIsOpen(true),
        () => undefined,
      ),
  })
  useAction({ id: 'next-region', run: () => goToNextRegion(1) })
  useAction({ id: 'previous-region', run: () => goToNextRegion(-1) })
  useEffect(() => {
    addEventListener('keydown', hear)
    const stop = guardFocus()
    return () => {
      removeEventListener('keydown', hear)
      stop()
    }
  }, [])
  useEffect(() => {
    // It must be there offline too.
    load().catch(() => undefined)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [language])
  if (!isOpen) return null
  return (
    <Optional>
      <Palette onClose={() => setIsOpen(false)} />
    </Optional>
  )
}
