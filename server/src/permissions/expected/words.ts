/**
 * The words of the permission tables. Nothing in this folder imports anything of ours: it says what the server is to
 * answer, written by hand from the rules, and the tests beside it ask the running server.
 */

/**
 * The moments of a session, in the order of the columns.
 *
 * `lobby`: nothing has begun; `early`: the same, and the first step may be written for in private.
 * A step with names shown: `open` (everyone adds), `shut` (the same, the board locked), `join` (putting together).
 * A step with names hidden: `frame`, `warmup`, `write` (in private), `armed` (the reveal is announced), `build` (after the
 * reveal), `locked` (the same, locked), `group`, `crowd` (the same with more than 20 people, three of them named).
 * `sort`: a step that puts together what the hidden one brought; `talk`: with the clock paused, and exports allowed to
 * participants from here on; `round`: one speaks after the other; `break`; `kept`: `write` with the clock kept by a
 * participant; `ended`.
 */
export const MOMENTS = `
  lobby early
  open shut join
  frame warmup write armed build locked group crowd
  sort talk round break kept
  ended
`

/**
 * Who asks, and what they are told where a table says nothing of them.
 *
 * `chosen` is a participant who is named in `crowd`, whose turn it is in `round`, and who keeps the clock in `kept`.
 */
export const IDENTITIES = `
  stranger        x  no credential
  outsider        x  the facilitator of another session
  removed         r  was sent away
  refused         x  was turned away at the door
  waiting         x  waits at the door
  left            x  left the seat
  observer        n
  screen          n
  client          n  a participant of the client's side
  participant     n
  chosen          n
  host            n  a participant who hosts a table
  scribe          n  a participant who writes for others
  co-facilitator  n
  facilitator     n
`

/** Names for several identities at once. A later line of a table goes before an earlier one. */
export const GROUPS = `
  leading      co-facilitator facilitator
  taking-part  client participant chosen host scribe
  team         participant chosen host scribe
  watching     observer screen
  seated       observer screen client participant chosen host scribe co-facilitator facilitator
  outside      stranger outsider removed refused waiting left
  known        removed refused waiting left observer screen client participant chosen host scribe co-facilitator facilitator
  anyone       stranger outsider removed refused waiting left observer screen client participant chosen host scribe co-facilitator facilitator
`

/**
 * The answers. A granted act is carried out and stored; a refused one leaves the store as it was, to the byte. The number
 * after the status is the code with which a document's socket closes.
 */
export const ANSWERS = `
  +  granted, and it takes effect
  =  granted, and there is nothing to change
  x  not-seated        401  4401
  r  removed           403  4403
  n  not-allowed       403  4403
  u  unknown           404  4404
  w  wrong-phase       409
  c  closed            409
  o  replica-outdated  409  4409
  e  ended             410
  b  bad-input         422  4400
  l  locked            423  4423
  .  there is nothing yet that it could be done to
`
