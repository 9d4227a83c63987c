/** Browsers inside other apps: they forget their cookies, or are closed with a message behind them. */
const IN_APP = /Telegram|Instagram|WhatsApp|\bLine\/|VKAndroidApp|VKClient|FBA[NV]\/|FB_IAB|; wv\)/i
const IOS_SAFARI = /Safari\/|CriOS|FxiOS|EdgiOS|OPiOS/

/** Whether a user agent is that of a page inside another app. On iOS such pages do not call themselves Safari. */
export const isInApp = (userAgent: string): boolean =>
  IN_APP.test(userAgent) || (/\((iPhone|iPad|iPod)/.test(userAgent) && !IOS_SAFARI.test(userAgent))
