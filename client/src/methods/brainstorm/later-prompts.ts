import { laterPart } from '../../i18n/later-part.tsx'

/** What a brainstorm begins from: loaded where there is any. */
export const LaterPrompts = laterPart(async () => (await import('./prompts-strip.tsx')).PromptsStrip)
