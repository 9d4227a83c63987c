import { type SessionId, type WorkspaceId, isId } from '@roundel/shared/kernel'
import { LINK_LETTERS, normalizeCode } from '@roundel/shared/session'

/** Every page there is. */
export type Route =
  | { readonly page: 'home' }
  /** A new session, of a workspace when one is named; from a session's file when that is wanted. */
  | { readonly page: 'new'; readonly workspace?: WorkspaceId; readonly from?: 'file' }
  /** A team over the quarters. The fragment of its link carries its key. */
  | { readonly page: 'workspace'; readonly workspace: WorkspaceId }
  /** By code: short enough for a QR code and for reading aloud. */
  | { readonly page: 'join'; readonly code: string }
  /** By a link whose fragment carries the secret. The kinds differ in what they say; only one of a participant asks for a name. */
  | { readonly page: 'redeem'; readonly session: SessionId; readonly link: LinkKind }
  /** A session; with `step`, counted from 1, it looks back at that step. */
  | { readonly page: 'stage'; readonly session: SessionId; readonly step?: number }
  /** The session as it is shown on a wall. */
  | { readonly page: 'screen'; readonly session: SessionId }
  /** What a session came to; the secret of a link to it stands in the fragment. */
  | { readonly page: 'report'; readonly session: SessionId }
  /** One action, for whoever has its link; the fragment carries the secret. */
  | { readonly page: 'action'; readonly session: SessionId }
  /** What a method is for. Which there are, the page knows. */
  | { readonly page: 'method'; readonly method: string }
  | { readonly page: 'unknown' }

const LINKS = {
  [LINK_LETTERS.participant]: 'participant',
  [LINK_LETTERS.facilitator]: 'facilitator',
  [LINK_LETTERS.screen]: 'screen',
  me: 'personal',
} as const

/** What a link with a secret leads to. */
export type LinkKind = (typeof LINKS)[keyof typeof LINKS]

const isLink = (first: string): first is keyof typeof LINKS => Object.hasOwn(LINKS, first)

/** The page of an address. Whatever the address holds, there is one. */
export const parseRoute = (pathname: string): Route => {
  const [first, second, ...rest] = pathname.split('/').slice(1)
  const step = rest[0] === 'step' && !rest[2] && /^[1-9]\d?$/.test(rest[1] ?? '') ? Number(rest[1]) : undefined
  if (first === 's' && isId<'session'>(second) && step) return { page: 'stage', session: second, step }
  if (first === 's' && isId<'session'>(second) && rest[0] === 'screen' && !rest[1])
    return { page: 'screen', session: second }
  if (first === 'w' && isId<'workspace'>(second) && rest[0] === 'new' && !rest[1])
    return { page: 'new', workspace: second }
  if (rest.some(Boolean)) return { page: 'unknown' }
  if (!first) return { page: 'home' }
  if (first === 'new' && !second) return { page: 'new' }
  if (first === 'new' && second === 'from-file') return { page: 'new', from: 'file' }
  if (first === 'w' && isId<'workspace'>(second)) return { page: 'workspace', workspace: second }
  if (first === 'methods' && second && /^[a-z][a-z0-9-]{0,39}$/.test(second)) return { page: 'method', method: second }
  if (first === 's' && isId<'session'>(second)) return { page: 'stage', session: second }
  if (first === 'r' && isId<'session'>(second)) return { page: 'report', session: second }
  if (first === 'a' && isId<'session'>(second)) return { page: 'action', session: second }
  if (isLink(first)) {
    if (isId<'session'>(second)) return { page: 'redeem', session: second, link: LINKS[first] }
    if (first === LINK_LETTERS.participant && second)
      return { page: 'join', code: normalizeCode(safeDecode(second)) ?? second }
  }
  return { page: 'unknown' }
}

const safeDecode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The address of a page. Secrets are never part of it. */
export const pathOf = (route: Exclude<Route, { page: 'unknown' }>): string => {
  switch (route.page) {
    case 'home':
      return '/'
    case 'new':
      return route.workspace !== undefined
        ? `/w/${route.workspace}/new`
        : route.from
          ? `/new/from-${route.from}`
          : '/new'
    case 'workspace':
      return `/w/${route.workspace}`
    case 'join':
      return `/j/${route.code}`
    case 'redeem':
      return `/${Object.entries(LINKS).find(([, link]) => link === route.link)?.[0] ?? 'j'}/${route.session}`
    case 'stage':
      return route.step === undefined ? `/s/${route.session}` : `/s/${route.session}/step/${route.step}`
    case 'screen':
      return `/s/${route.session}/screen`
    case 'report':
      return `/r/${route.session}`
    case 'action':
      return `/a/${route.session}`
    case 'method':
      return `/methods/${route.method}`
  }
}
