const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000
const LONGEST_TRY_MS = 30_000

/** What the page has of the files it is made of, or is waiting for. */
const brought = new Map<string, Promise<void>>()

/** Resolves after a time, or as soon as the device says that it is connected again. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer)
      removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, ms)
    addEventListener('online', go)
  })

/** Has the browser keep a file, however often the line breaks. Rejects when the server has no such file. */
const fetchFile = async (url: string): Promise<void> => {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(LONGEST_TRY_MS) })
      await response.arrayBuffer()
      if (response.ok) return
      // After an update of the server only a new page helps, and whoever waits for this one says so.
      if (response.status < 500) throw new Error(`${url}: ${response.status}`)
    } catch (fault) {
      if (!(fault instanceof TypeError || fault instanceof DOMException)) throw fault
    }
    await pause(wait)
  }
}

const applyStyles = (href: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, crossOrigin: '' })
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => {
      link.remove()
      reject(new Error(`${href}: could not be read`))
    })
    document.head.append(link)
  })

const isInPage = (url: string): boolean =>
  [...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[href]')].some(
    (each) => ('src' in each ? each.src : each.href) === url,
  )

const bring = (url: string): Promise<void> => {
  const known = brought.get(url)
  if (known) return known
  const bringing = isInPage(url)
    ? Promise.resolve()
    : fetchFile(url).then(() => (url.endsWith('.css') ? applyStyles(url) : undefined))
  brought.set(url, bringing)
  bringing.catch(() => brought.delete(url))
  return bringing
}

/** The file that an import asks for, as the build wrote it. */
const askedIn = (load: () => Promise<unknown>): string | undefined =>
  /import\(\s*["'`]([^"'`]+)["'`]\s*\)/.exec(String(load))?.[1]

/**
 * Imports a part of the page once all of its files are here. The build puts this around every import that it splits off.
 *
 * A browser remembers for as long as the page lives that an import failed, and fails it again without asking. On a line
 * with holes that part would be missing until the page is loaded anew, which is the last thing to ask of somebody offline.
 * A file that is merely fetched may be asked for again, and is then at hand for the import. `files` are named from the
 * root of the page's address.
 */
export const importPatiently = async <Module>(
  load: () => Promise<Module>,
  files: readonly string[] = [],
): Promise<Module> => {
  const own = askedIn(load)
  const urls = [
    ...files.map((file) => new URL(`${import.meta.env.BASE_URL}${file}`, location.href).href),
    ...(own === undefined ? [] : [new URL(own, import.meta.url).href]),
  ]
  await Promise.all([...new Set(urls)].map(bring))
  return load()
}
