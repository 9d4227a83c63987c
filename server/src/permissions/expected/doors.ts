/** Every other way in and out by HTTP, laid out as the commands are. `+` is a status of 200 to 299. */
export const DOORS = `
                  lobby early | open shut join | frame warmup write armed build locked group crowd | sort talk round break kept | ended

GET /api/sessions/:session
  waiting         =
  seated          =
GET /api/sessions/:session/screen
  screen          =
  leading         =
GET /api/sessions/:session/items
  seated          =
GET /api/sessions/:session/items/:item/lineage
  seated          u
POST /api/sessions/:session/import
  leading         bb bbb bbbbbbbb bbbbb e
GET /api/sessions/:session/export
  taking-part     nn nnn nnnnnnnn n===n =
  leading         =
GET /api/sessions/:session/report
  seated          =
POST /api/sessions/:session/report/link
  leading         ww www wwwwwwww wwwww +
POST /api/sessions/:session/report/link/now
  leading         u
DELETE /api/sessions/:session/report/link
  leading         u
POST /api/sessions/:session/report/shared
  anyone          u
POST /api/sessions/:session/report/shared/file
  anyone          u
GET /api/sessions/:session/report.pdf
  taking-part     nn nnn nnnnnnnn nuuun u
  leading         u
POST /api/sessions/:session/report/shared/pdf
  anyone          u
POST /api/sessions/:session/import/session
  leading         bb bbb bbbbbbbb bbbbb e
GET /api/sessions/:session/switch
  leading         ww === ======== ===== e
GET /api/sessions/:session/steps/:step/ballot
  seated          u
PUT /api/sessions/:session/steps/:step/ballot
  seated          u
GET /api/sessions/:session/steps/:step/result
  seated          u
POST /api/sessions/:session/actions/:action/link
  seated          u
DELETE /api/sessions/:session/actions/:action/link
  seated          u
GET /api/sessions/:session/action
  anyone          u
PUT /api/sessions/:session/action
  anyone          u
GET /api/sessions/:session/action/calendar.ics
  anyone          u
GET /api/sessions/:session/calendar.ics
  seated          =
POST /api/sessions/:session/commands
  known           b
POST /api/sessions/:session/seats
  anyone          ++ +++ ++++++++ +++++ e
POST /api/sessions/:session/seats/:seat/transfer
  seated          +
POST /api/sessions/:session/seats/:seat/transfer to a participant's seat
  facilitator     +
POST /api/sessions/:session/seats/:seat/transfer to the facilitator's seat
  facilitator     +
DELETE /api/sessions/:session
  facilitator     +
GET /api/join/:code
  anyone          =
POST /api/sessions
  anyone          +
GET /api/health
  anyone          =
GET /api/ready
  anyone          =
GET /api/config
  anyone          =
GET /api/openapi.json
  anyone          =
GET /api/export.schema.json
  anyone          =
`

/** Doors that the tables of messages and of operation cover, or that need no table. */
export const ELSEWHERE = `
  GET /api/sessions/:session/live  the table of messages
  GET /api/sessions/:session/docs/:document  the table of messages
  POST /api/sessions/:session/docs/:document  the tables of documents
  POST /api/rehearsals  anyone, as POST /api/sessions; it seats simulated people
  POST /api/workspaces  anyone, as POST /api/sessions; a workspace stands beside sessions
  GET /api/workspaces/:workspace  its key: no matter of who sits in a session
  POST /api/workspaces/:workspace/changes  its key
  POST /api/workspaces/:workspace/key  its key
  DELETE /api/workspaces/:workspace  its key
  DELETE /api/workspaces/:workspace/sessions/:session  its key
  GET /api/workspaces/:workspace/sessions/:session/items  its key
  POST /api/workspaces/:workspace/sessions/:session/carried  its key
  GET /metrics  this machine, or a token: no matter of a session
`

/** What each invitation makes of a stranger, until the end; afterwards the facilitator's alone lets anybody in. */
export const INVITATIONS = `
  code         participant  team
  participant  participant  team
  client       participant  client
  observer     observer     team
  screen       screen       team
  facilitator  facilitator  team
`
