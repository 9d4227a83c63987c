import { type Meeting, secretOf } from '../../testing/program.ts'
import type { Asking } from './asking.ts'
import type { Scene } from './booth.ts'

const at = ({ me }: Scene, path = ''): string => `/api/sessions/${me.session}${path}`
const linkTo = (scene: Scene, seat: string | undefined): Asking => ({
  method: 'POST',
  path: at(scene, `/seats/${seat}/transfer`),
})

const NO_ITEM = 'no-item-at-all-0'
const NO_VOTE = 'no-vote-at-all-0'
const NO_SECRET = 'x'.repeat(43)
const NO_ACTION = 'no-action-at-all'

/** How each door of the table is knocked at: so that everybody is let in who may come in. */
export const DOOR_ASKINGS: Readonly<Record<string, (scene: Scene) => Asking>> = {
  'GET /api/sessions/:session': (scene) => ({ path: at(scene) }),
  'GET /api/sessions/:session/screen': (scene) => ({ path: at(scene, '/screen') }),
  'GET /api/sessions/:session/items': (scene) => ({ path: at(scene, '/items') }),
  // No item that there is: who may see which, other tables say.
  'GET /api/sessions/:session/items/:item/lineage': (scene) => ({ path: at(scene, `/items/${NO_ITEM}/lineage`) }),
  // Who gets so far that an empty file is refused could have brought another one.
  'POST /api/sessions/:session/import': (scene) => ({
    method: 'POST',
    path: at(scene, '/import?do=import'),
    bytes: new Uint8Array(),
  }),
  'GET /api/sessions/:session/export': (scene) => ({ path: at(scene, '/export?format=csv') }),
  'GET /api/sessions/:session/report': (scene) => ({ path: at(scene, '/report') }),
  'POST /api/sessions/:session/report/link': (scene) => ({
    method: 'POST',
    path: at(scene, '/report/link'),
    body: {},
  }),
  // No report is shared at any of these moments: what the link opens, tests beside it say.
  'POST /api/sessions/:session/report/link/now': (scene) => ({ method: 'POST', path: at(scene, '/report/link/now') }),
  'DELETE /api/sessions/:session/report/link': (scene) => ({ method: 'DELETE', path: at(scene, '/report/link') }),
  'POST /api/sessions/:session/report/shared': (scene) => ({
    method: 'POST',
    path: at(scene, '/report/shared'),
    body: { secret: NO_SECRET },
  }),
  'POST /api/sessions/:session/report/shared/file': (scene) => ({
    method: 'POST',
    path: at(scene, '/report/shared/file'),
    body: { secret: NO_SECRET },
  }),
  // No browser is set up: whoever might print is told so.
  'GET /api/sessions/:session/report.pdf': (scene) => ({ path: at(scene, '/report.pdf') }),
  'POST /api/sessions/:session/report/shared/pdf': (scene) => ({
    method: 'POST',
    path: at(scene, '/report/shared/pdf'),
    body: { secret: NO_SECRET },
  }),
  // No such file: whoever may bring one is told so, and everybody else is sent away before it is read.
  'POST /api/sessions/:session/import/session': (scene) => ({
    method: 'POST',
    path: at(scene, '/import/session'),
    body: { format: 'none' },
  }),
  'GET /api/sessions/:session/switch': (scene) => ({ path: at(scene, '/switch?kind=talk') }),
  // None of these moments is a vote: whose ballot is taken when, a table beside the ballots says.
  'GET /api/sessions/:session/steps/:step/ballot': (scene) => ({ path: at(scene, `/steps/${NO_VOTE}/ballot`) }),
  'PUT /api/sessions/:session/steps/:step/ballot': (scene) => ({
    method: 'PUT',
    path: at(scene, `/steps/${NO_VOTE}/ballot`),
    body: { poll: NO_VOTE, ballot: {}, cast: true },
  }),
  'GET /api/sessions/:session/steps/:step/result': (scene) => ({ path: at(scene, `/steps/${NO_VOTE}/result`) }),
  // Nothing was decided in these moments, and no seat opens an action: whom its link lets in, a test of its own says.
  'POST /api/sessions/:session/actions/:action/link': (scene) => ({
    method: 'POST',
    path: at(scene, `/actions/${NO_ACTION}/link`),
  }),
  'DELETE /api/sessions/:session/actions/:action/link': (scene) => ({
    method: 'DELETE',
    path: at(scene, `/actions/${NO_ACTION}/link`),
  }),
  'GET /api/sessions/:session/action': (scene) => ({ path: at(scene, '/action') }),
  'PUT /api/sessions/:session/action': (scene) => ({
    method: 'PUT',
    path: at(scene, '/action'),
    body: { state: 'done', outcome: 'better' },
  }),
  'GET /api/sessions/:session/action/calendar.ics': (scene) => ({ path: at(scene, '/action/calendar.ics') }),
  'GET /api/sessions/:session/calendar.ics': (scene) => ({ path: at(scene, '/calendar.ics') }),
  'POST /api/sessions/:session/commands': (scene) => ({
    method: 'POST',
    path: at(scene, '/commands'),
    body: { type: 'become-facilitator', commandId: 'command-00000000' },
  }),
  'POST /api/sessions/:session/seats': (scene) => ({
    method: 'POST',
    path: at(scene, '/seats'),
    body: { invite: scene.code, name: 'Guest', credential: 'token' },
  }),
  'POST /api/sessions/:session/seats/:seat/transfer': (scene) => linkTo(scene, scene.me.seat),
  "POST /api/sessions/:session/seats/:seat/transfer to a participant's seat": (scene) =>
    linkTo(scene, scene.cast['neighbour']?.seat),
  "POST /api/sessions/:session/seats/:seat/transfer to the facilitator's seat": (scene) =>
    linkTo(scene, scene.cast['facilitator']?.seat),
  'DELETE /api/sessions/:session': (scene) => ({ method: 'DELETE', path: at(scene) }),
  'GET /api/join/:code': ({ code }) => ({ path: `/api/join/${code}` }),
  'POST /api/sessions': () => ({ method: 'POST', path: '/api/sessions', body: { title: 'Mine', credential: 'token' } }),
  'GET /api/health': () => ({ path: '/api/health' }),
  'GET /api/ready': () => ({ path: '/api/ready' }),
  'GET /api/config': () => ({ path: '/api/config' }),
  'GET /api/openapi.json': () => ({ path: '/api/openapi.json' }),
  'GET /api/export.schema.json': () => ({ path: '/api/export.schema.json' }),
}

/** What lets somebody in by an invitation. */
export const inviteOf = (name: string, { cast, code }: Scene): string => {
  const { links } = cast['facilitator'] as Meeting
  return name === 'code' ? code : secretOf(links[name as keyof Meeting['links']])
}
