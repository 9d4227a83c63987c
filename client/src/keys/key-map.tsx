import { Pencil } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { MessageKey } from '../i18n/message-key.ts'
import { useText } from '../i18n/text.ts'
import { usePreferences } from '../state/preferences.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { runAction } from './actions.ts'
import { BINDINGS, type BindingId, type Where } from './bindings.ts'
import { ChordKeys } from './chord-keys.tsx'
import { chordOf } from './chord.ts'
import { ALL_KEYS, KEY_IDS, type KeyId } from './fixed-keys.ts'
import { chordsOf } from './pressed.ts'
import { isOnlyModifier, isRemappable, rebind } from './rebinding.ts'
import { useChordWords } from './use-chord-words.ts'
import styles from './key-map.module.css'

const PLACES: readonly Where[] = ['everywhere', 'composer', 'leading', 'grouping', 'note', 'group']

const whatDoes = (id: KeyId): MessageKey => `keys.${id}`

/** Waits for the keys that shall do something from now on. Escape and Tab give it up. */
const Listener = ({ id, onDone }: { readonly id: BindingId; readonly onDone: () => void }) => {
  const t = useText()
  const announce = useAnnounce()
  const wordsOf = useChordWords()
  const [problem, setProblem] = useState<string>()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const hear = (event: KeyboardEvent): void => {
    const { nativeEvent } = event
    // Nothing else may hear these keys, least of all what they did until now.
    event.stopPropagation()
    if (event.key === 'Tab') return
    event.preventDefault()
    if (isOnlyModifier(event.key) || nativeEvent.isComposing) return
    if (event.key === 'Escape') return onDone()
    const { chords, set } = usePreferences.getState()
    const chord = chordOf(nativeEvent)
    const keys = wordsOf(chord).join(' ')
    const rebound = rebind(chords, id, chord)
    if (rebound.ok) {
      set({ chords: rebound.value })
      announce(t('keys.changed', { keys }))
      return onDone()
    }
    const refusal = rebound.error
    setProblem(
      refusal.code === 'taken'
        ? t('keys.taken', { keys, by: t(whatDoes(refusal.by)) })
        : t(refusal.code === 'types' ? 'keys.types' : 'keys.reserved', { keys }),
    )
  }
  return (
    <span className={styles.listener}>
      <button ref={button} type="button" className={styles.waiting} onKeyDown={hear} onBlur={onDone}>
        {t('keys.press')}
      </button>
      <span role="alert" className={styles.problem}>
        {problem}
      </span>
    </span>
  )
}

const Row = ({ id }: { readonly id: KeyId }) => {
  const t = useText()
  const shortcuts = usePreferences((preferences) => preferences.shortcuts)
  const [isListening, setIsListening] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const wasListening = useRef(false)
  useEffect(() => {
    const isBack = wasListening.current && !isListening && document.activeElement === document.body
    wasListening.current = isListening
    if (isBack) row.current?.querySelector('button')?.focus()
  }, [isListening])
  const chords = id in BINDINGS ? chordsOf(id as BindingId) : ALL_KEYS[id].keys
  return (
    <div ref={row} className={styles.row}>
      <dt className={styles.what}>{t(whatDoes(id))}</dt>
      <dd className={styles.keys}>
        {isListening && isRemappable(id) ? (
          <Listener id={id} onDone={() => setIsListening(false)} />
        ) : (
          <>
            {chords.map((chord) => (
              <ChordKeys key={chord} chord={chord} />
            ))}
            {chords.length === 0 && <span className={styles.off}>{t('keys.off')}</span>}
            {isRemappable(id) && shortcuts && (
              <IconButton label={t('keys.change', { what: t(whatDoes(id)) })} onClick={() => setIsListening(true)}>
                <Pencil size={16} aria-hidden="true" />
              </IconButton>
            )}
          </>
        )}
      </dd>
    </div>
  )
}

/** Every key there is and what it does; what may be changed, and a switch for those who want none of it. */
export const KeyMap = () => {
  const t = useText()
  const announce = useAnnounce()
  const { shortcuts, chords, set } = usePreferences()
  return (
    <section className={styles.map} aria-labelledby="key-map">
      <h2 id="key-map" className={styles.heading}>
        {t('keys.title')}
      </h2>
      <Button onClick={() => runAction('palette')}>{t('palette.title')}</Button>
      <Choice
        label={t('keys.shortcuts')}
        hint={t('keys.shortcuts-hint')}
        options={[
          { value: 'on', label: t('keys.on') },
          { value: 'off', label: t('keys.off') },
        ]}
        value={shortcuts ? 'on' : 'off'}
        onChange={(value) => set({ shortcuts: value === 'on' })}
      />
      {PLACES.map((place) => (
        <div key={place} className={styles.place}>
          <h3 className={styles.where}>{t(`keys.where-${place}`)}</h3>
          <dl className={styles.list}>
            {KEY_IDS.filter((id) => ALL_KEYS[id].where === place).map((id) => (
              <Row key={id} id={id} />
            ))}
          </dl>
        </div>
      ))}
      <Button
        look="quiet"
        disabled={Object.keys(chords).length === 0}
        onClick={() => {
          set({ chords: {} })
          announce(t('keys.were-reset'))
        }}
      >
        {t('keys.reset')}
      </Button>
    </section>
  )
}
