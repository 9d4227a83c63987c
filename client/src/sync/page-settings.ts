import { type PageSettings, fetchPageSettings } from './api.ts'
import { useAsked } from './use-asked.ts'

let asked: Promise<PageSettings> | undefined

/** What a page assumes of a server that does not say: everybody may create, and this address is the public one. */
const assumed = (): PageSettings => ({ origin: location.origin, create: 'anyone' })

/** What this server wants its pages to know, asked for once. */
const loadPageSettings = (): Promise<PageSettings> => {
  asked ??= fetchPageSettings().then((reply) => {
    if (!reply.ok) asked = undefined
    return reply.ok ? reply.value : assumed()
  })
  return asked
}

export const usePageSettings = (): PageSettings => {
  const [settings] = useAsked(loadPageSettings)
  return settings ?? assumed()
}
