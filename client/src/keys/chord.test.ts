import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Press, chordOf } from './chord.ts'

const press = (change: Partial<Press>): Press => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...change,
})

afterEach(() => vi.unstubAllGlobals())

describe('C35 a key press is named alike on every layout', () => {
  test.each([
    ['English', { key: 'k', code: 'KeyK' }],
    ['Russian', { key: 'л', code: 'KeyK' }],
    ['Persian', { key: 'ن', code: 'KeyK' }],
    ['Dvorak, where K is elsewhere', { key: 'k', code: 'KeyV' }],
  ])('C35 %s', (_, change) => {
    expect(chordOf(press({ ...change, ctrlKey: true }))).toBe('Mod+KeyK')
  })

  test('C35 Z is Z where it has changed places with Y', () => {
    expect(chordOf(press({ key: 'z', code: 'KeyY', ctrlKey: true }))).toBe('Mod+KeyZ')
  })

  test('C35 digits go by their key, signs by what they are, whatever Shift they need', () => {
    expect(chordOf(press({ key: '۱', code: 'Digit1', altKey: true }))).toBe('Alt+Digit1')
    expect(chordOf(press({ key: '/', code: 'Slash', ctrlKey: true }))).toBe('Mod+/')
    expect(chordOf(press({ key: '?', code: 'Slash', ctrlKey: true, shiftKey: true }))).toBe('Mod+?')
    expect(chordOf(press({ key: '.', code: 'Slash', ctrlKey: true }))).toBe('Mod+.')
  })

  test('C35 capitals are the same letter with Shift', () => {
    expect(chordOf(press({ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+KeyZ')
    expect(chordOf(press({ key: 'Я', code: 'KeyZ', ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+KeyZ')
  })

  test('C35 on Apple’s keyboards ⌘ is what Ctrl is elsewhere, and Ctrl is left to the system', () => {
    vi.stubGlobal('navigator', { platform: 'MacIntel' })
    expect(chordOf(press({ key: 'k', code: 'KeyK', metaKey: true }))).toBe('Mod+KeyK')
    expect(chordOf(press({ key: 'k', code: 'KeyK', ctrlKey: true }))).toBe('Other+KeyK')
  })
})
