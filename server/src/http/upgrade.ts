import type {} from '@fastify/websocket'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendError } from './refuse.ts'

/** Answers a plain request at an address of sockets. */
export const demandUpgrade = (_request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  void reply.header('upgrade', 'websocket')
  return sendError(reply, 'upgrade-required')
}

/** Remembers, from the check before an upgrade to the socket, what the check found out. */
export const openHandover = <Found>() => {
  const found = new WeakMap<FastifyRequest, Found>()
  return {
    put: (request: FastifyRequest, value: Found): void => void found.set(request, value),
    take: (request: FastifyRequest): Found => {
      const value = found.get(request)
      if (value === undefined) throw new Error('a socket without a check')
      return value
    },
  }
}
