import { expect, test } from 'vitest'
import { BINDINGS, type BindingId } from './bindings.ts'
import { ALL_KEYS, KEY_IDS } from './fixed-keys.ts'
import { isRemappable, rebind } from './rebinding.ts'

const remappable = KEY_IDS.filter(isRemappable)

test('C35 whatever has a modifier and is heard everywhere is in the hands of the person', () => {
  for (const id of Object.keys(BINDINGS) as BindingId[]) {
    const hasModifier = BINDINGS[id].keys.some((chord) => chord.includes('+'))
    const isOnNote = BINDINGS[id].where === 'note'
    expect([id, isRemappable(id) || !hasModifier || isOnNote]).toEqual([id, true])
  }
})

test('C35 no two keys of one place are alike, and no letter works by itself but on a note', () => {
  for (const id of KEY_IDS) {
    for (const chord of ALL_KEYS[id].keys) {
      const others = KEY_IDS.filter(
        (other) =>
          other !== id &&
          (ALL_KEYS[other].where === ALL_KEYS[id].where || ALL_KEYS[other].where === 'everywhere') &&
          (ALL_KEYS[other].keys as readonly string[]).includes(chord),
      )
      expect([id, chord, others]).toEqual([id, chord, []])
      if (/^(Key|Digit)|^.$/.test(chord)) expect([id, ALL_KEYS[id].where]).toEqual([id, 'note'])
    }
  }
})

test('C35 other keys are taken, and the usual ones are no choice', () => {
  const chosen = rebind({}, 'palette', 'Mod+KeyJ')
  expect(chosen).toEqual({ ok: true, value: { palette: 'Mod+KeyJ' } })
  expect(rebind({ palette: 'Mod+KeyJ' }, 'palette', 'Mod+KeyK')).toEqual({ ok: true, value: {} })
  expect(rebind({}, 'next-region', 'F8')).toMatchObject({ ok: true })
})

test('C35 keys that do something else already are refused, also when somebody chose them', () => {
  expect(rebind({}, 'palette', 'Mod+Enter')).toEqual({ ok: false, error: { code: 'taken', by: 'add' } })
  expect(rebind({}, 'palette', 'Mod+KeyY')).toEqual({ ok: false, error: { code: 'taken', by: 'redo' } })
  expect(rebind({}, 'next', 'Shift+F10')).toEqual({ ok: false, error: { code: 'taken', by: 'menu' } })
  expect(rebind({ undo: 'Alt+KeyU' }, 'redo', 'Alt+KeyU')).toEqual({ ok: false, error: { code: 'taken', by: 'undo' } })
  // What was given away is free.
  expect(rebind({ undo: 'Alt+KeyU' }, 'redo', 'Mod+KeyZ')).toMatchObject({ ok: true })
})

test('C35 what types, and what browsers need, is refused for every binding', () => {
  for (const id of remappable) {
    for (const chord of ['KeyX', 'Shift+KeyX', '?', 'Home']) {
      expect([id, chord, rebind({}, id, chord)]).toEqual([id, chord, { ok: false, error: { code: 'types' } }])
    }
    for (const chord of ['Mod+KeyC', 'Mod+KeyW', 'Mod+Shift+KeyT', 'F5', 'Alt+F4', 'Mod+Digit1']) {
      expect([id, chord, rebind({}, id, chord)]).toEqual([id, chord, { ok: false, error: { code: 'reserved' } }])
    }
  }
})
