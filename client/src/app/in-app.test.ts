import { expect, test } from 'vitest'
import { isInApp } from './in-app.ts'

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

test.each([
  ['Telegram', `${ANDROID} Chrome/124.0.0.0 Mobile Safari/537.36 Telegram-Android/10.9 (Google Pixel 8; Android 14)`],
  ['Instagram', `${IPHONE} Mobile/15E148 Instagram 327.0.0.18.95 (iPhone15,2; iOS 17_4; en_GB)`],
  ['WhatsApp', `${ANDROID} Chrome/124.0.0.0 Mobile Safari/537.36 WhatsApp/2.24`],
  ['Line', `${IPHONE} Mobile/15E148 Safari Line/14.5.0`],
  ['VK', `${ANDROID} Chrome/124.0.0.0 Mobile Safari/537.36 VKAndroidApp/8.70-18000`],
  ['Facebook', `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/460.0.0.29.105;FBBV/589;FBDV/iPhone15,2]`],
  ['some app on Android', `${ANDROID} Chrome/124.0.0.0 Mobile Safari/537.36`],
  ['some app on iOS', `${IPHONE} Mobile/15E148`],
])('C51 the browser inside %s is known', (_app, userAgent) => {
  expect(isInApp(userAgent)).toBe(true)
})

test.each([
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36',
  `${IPHONE} Version/17.4 Mobile/15E148 Safari/604.1`,
  `${IPHONE} CriOS/124.0.6367.68 Mobile/15E148 Safari/604.1`,
  `${IPHONE} FxiOS/125.0 Mobile/15E148 Safari/605.1.15`,
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 Edg/124.0',
  'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
])('C51 %s is a browser of its own', (userAgent) => {
  expect(isInApp(userAgent)).toBe(false)
})
