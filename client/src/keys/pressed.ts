import { usePreferences } from '../state/preferences.ts'
import { BINDINGS, type BindingId } from './bindings.ts'
import { chordOf } from './chord.ts'

/** The chords of a binding on this device: those the person chose, else the default; none where all are switched off. */
export const chordsOf = (id: BindingId): readonly string[] => {
  const { shortcuts, chords } = usePreferences.getState()
  const chosen = chords[id]
  return shortcuts ? (chosen ? [chosen] : BINDINGS[id].keys) : []
}

/** Whether a key press is the one of a binding. Never while a word is being composed, nor with AltGr, which types. */
export const isPressed = (id: BindingId, event: KeyboardEvent): boolean =>
  !event.isComposing && !event.getModifierState('AltGraph') && chordsOf(id).includes(chordOf(event))
