const NAMES = [
  [/Telegram/i, 'Telegram'],
  [/Instagram/i, 'Instagram'],
  [/WhatsApp/i, 'WhatsApp'],
  [/\bLine\//i, 'LINE'],
  [/VKAndroidApp|VKClient/i, 'VK'],
  [/FBA[NV]\/|FB_IAB/i, 'Facebook'],
] as const

/** What the app around the page is called; undefined for one that does not say. */
export const nameOfApp = (userAgent: string): string | undefined => NAMES.find(([sign]) => sign.test(userAgent))?.[1]

/**
 * The address that makes Android open another one in the person's own browser; undefined elsewhere.
 *
 * An intent is read from the last `#` on, so a secret behind the first one goes along.
 */
export const intentFor = (address: string, userAgent: string): string | undefined => {
  if (!/Android/.test(userAgent)) return undefined
  const [scheme, rest] = address.split('://', 2)
  return `intent://${rest}#Intent;scheme=${scheme};action=android.intent.action.VIEW;end`
}
