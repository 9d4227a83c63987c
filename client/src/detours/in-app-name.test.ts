import { expect, test } from 'vitest'
import { intentFor, nameOfApp } from './in-app-name.ts'

test('C51 an app is called by its name, and nothing where it does not say', () => {
  expect(nameOfApp('… Telegram-Android/10.9 …')).toBe('Telegram')
  expect(nameOfApp('… [FBAN/FBIOS;FBAV/460.0] …')).toBe('Facebook')
  expect(nameOfApp('Mozilla/5.0 (Linux; Android 14; wv)')).toBe(undefined)
})

test('C51 on Android an intent opens the very address, its secret included, and elsewhere there is none', () => {
  expect(intentFor('https://board.example.org/me/abc#secret', 'Linux; Android 14')).toBe(
    'intent://board.example.org/me/abc#secret#Intent;scheme=https;action=android.intent.action.VIEW;end',
  )
  expect(intentFor('https://board.example.org/', 'iPhone')).toBe(undefined)
})
