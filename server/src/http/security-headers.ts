import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ownOrigin } from '../identity/origin.ts'

const PERMISSIONS = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
const ORIGIN = /^https?:\/\/[A-Za-z0-9.:[\]-]+$/

/** Where the page's sockets may go: this server, spelt out because older browsers do not count it as `'self'`. */
const socketSource = (request: FastifyRequest, publicUrl: URL | undefined): string => {
  const origin = ownOrigin(request, publicUrl)
  return ORIGIN.test(origin) ? origin.replace(/^http/, 'ws') : "'self'"
}

/**
 * Headers that keep foreign code, frames and curiosity away: no inline script or style, no `eval`, no framing, no
 * referrer. Strict transport security only where the operator says that the server is reached by https.
 */
export const protectPages = (app: FastifyInstance, publicUrl: URL | undefined): void => {
  const isSecure = publicUrl?.protocol === 'https:'
  void app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        frameSrc: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        workerSrc: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    hsts: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // Browsers warn about these two on pages that come over plain http, as they do in a LAN.
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
  })
  app.addHook('onSend', async (request, reply) => {
    void reply.header('permissions-policy', PERMISSIONS)
    const policy = reply.getHeader('content-security-policy')
    if (typeof policy === 'string') {
      void reply.header(
        'content-security-policy',
        policy.replace("connect-src 'self'", `connect-src 'self' ${socketSource(request, publicUrl)}`),
      )
    }
  })
}
