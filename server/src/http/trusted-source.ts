import type {} from '@fastify/cookie'
import { refusal } from '@roundel/shared/kernel'
import type { FastifyInstance } from 'fastify'
import { readCookie } from '../identity/credential.ts'
import { isSecureRequest, isTrustedSource } from '../identity/origin.ts'
import { sendRefusal } from './refuse.ts'

/** Refuses requests that a foreign page makes with somebody's cookie, before anything else looks at them. */
export const refuseForeignPages = (app: FastifyInstance, publicUrl: URL | undefined): void => {
  app.addHook('onRequest', async (request, reply) => {
    const cookie = readCookie(request, isSecureRequest(request, publicUrl))
    if (cookie === undefined || isTrustedSource(request, publicUrl)) return undefined
    return sendRefusal(reply, refusal('not-allowed', { reason: 'origin' }))
  })
}
