import type {} from '@fastify/swagger'
import fastifyStatic from '@fastify/static'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendError } from './refuse.ts'

/** Addresses of the application; each is answered with its one page. Nothing else is. */
const APP_ROUTES = [
  '/',
  '/new',
  '/new/from-file',
  '/j/*',
  '/s/*',
  '/f/*',
  '/p/*',
  '/w/*',
  '/r/*',
  '/a/*',
  '/me/*',
  '/methods/*',
] as const

const ASSETS = /[\\/]assets[\\/]/
const FOREVER = 'public, max-age=31536000, immutable'
const PAGE = 'index.html'

const ENTRY = /<script[^>]*\btype="module"[^>]*\bsrc="([^"]+)"/

/**
 * What the present pages are told from older ones by: the address of their script, whose name changes with everything
 * that it loads. Undefined where the client is not built.
 */
export const readBuild = (folder: string): string | undefined => {
  const page = join(folder, PAGE)
  return existsSync(page) ? ENTRY.exec(readFileSync(page, 'utf8'))?.[1] : undefined
}

const wantsPage = (request: FastifyRequest): boolean =>
  request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')

/**
 * Serves the built client: files with a hash in their name for ever, the page afresh each time. A page that does not
 * exist is a true 404; people who open one get the application, which tells them so.
 */
export const serveClient = (app: FastifyInstance, folder: string): void => {
  const isBuilt = existsSync(join(folder, PAGE))
  if (!isBuilt) app.log.warn('the client is not built: only the interface for programs is served')

  const sendPage = (reply: FastifyReply, status: number): FastifyReply =>
    isBuilt ? reply.code(status).header('cache-control', 'no-cache').sendFile(PAGE) : sendError(reply, 'unknown')

  if (isBuilt) {
    void app.register(fastifyStatic, {
      root: folder,
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        void reply.header('cache-control', ASSETS.test(path) ? FOREVER : 'no-cache')
      },
    })
  }
  for (const route of APP_ROUTES) app.get(route, { schema: { hide: true } }, (_request, reply) => sendPage(reply, 200))
  app.setNotFoundHandler((request, reply) =>
    wantsPage(request) && !request.url.startsWith('/api/') ? sendPage(reply, 404) : sendError(reply, 'unknown'),
  )
}
