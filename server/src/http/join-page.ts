import { refusal } from '@roundel/shared/kernel'
import { normalizeCode } from '@roundel/shared/session'
import * as v from 'valibot'
import { Doorplate, Refused } from './answers.ts'
import type { Doors } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

const Params = v.strictObject({ code: v.pipe(v.string(), v.maxLength(100)) })

/** `GET /api/join/:code` */
export const serveJoinPage = (app: App, { store, rooms, failures, config }: Doors): void => {
  const schema = {
    summary: 'What the join page shows to somebody with a code',
    params: Params,
    response: { 200: Doorplate, '4xx': Refused },
  }
  app.get('/join/:code', { schema }, async (request, reply) => {
    const code = normalizeCode(request.params.code)
    const wait = await failures.waitSeconds(request.ip, undefined, code)
    if (wait > 0) return sendRefusal(reply, refusal('too-many', { retryAfter: wait }))
    const id = code && (await store.sessionByCode(code))
    const room = id && (await rooms.open(id))
    if (!room) {
      await failures.countGuess(request.ip)
      return sendRefusal(reply, refusal('unknown'))
    }
    const open = room.invitation(code)
    if (!open.ok) return sendRefusal(reply, open.error)
    failures.noteRight(request.ip, code)
    return { ...room.doorplate(), ...(config.consent && { consent: config.consent }) }
  })
}
