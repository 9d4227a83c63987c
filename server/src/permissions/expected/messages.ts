/**
 * What becomes of every kind of message on a socket of every document. `open` is the opening itself: whoever is refused
 * there has no socket to say anything on, and all else is answered with that.
 *
 * Writes are those of the tables of documents: on the board, moving another's note; in one's own private document, an idea.
 */
const LIVE = `
open
  waiting         =
  seated          =
a command
  waiting         =
  seated          =
a message of an unknown type
  waiting         b
  seated          b
text that is no message
  waiting         b
  seated          b
bytes
  waiting         b
  seated          b
`

const BOARD = `
open
  seated          =
step 1
  seated          =
an empty step 2
  seated          =
step 2 that writes
  leading         .. ll+ llllll++ +llll l
  taking-part     .. ll+ llllll++ +llll l
  watching        .. nnn nnnnnnnn nnnnn n
an update that writes
  leading         .. ll+ llllll++ +llll l
  taking-part     .. ll+ llllll++ +llll l
  watching        .. nnn nnnnnnnn nnnnn n
an update that deletes only
  leading         .. ll+ llllll++ +llll l
  taking-part     .. ll+ llllll++ +llll l
  watching        .. nnn nnnnnnnn nnnnn n
awareness
  seated          =
a query
  seated          =
a message of an unknown type
  seated          b
a sync message of an unknown type
  seated          b
what only the server says
  seated          b
bytes left over
  seated          b
text
  seated          b
`

const OWN_DRAFT = `
open
  seated          =
step 1
  seated          =
an empty step 2
  seated          =
step 2 that writes
  leading         ++ +++ ++++++++ +++++ l
  taking-part     ++ +++ ++++++++ +++++ l
  watching        n
an update that writes
  leading         ++ +++ ++++++++ +++++ l
  taking-part     ++ +++ ++++++++ +++++ l
  watching        n
an update that deletes only
  leading         .. ... ..++++++ +++++ l
  taking-part     .. ... ..++++++ +++++ l
  watching        .
awareness
  seated          =
a query
  seated          =
a message of an unknown type
  seated          b
a sync message of an unknown type
  seated          b
what only the server says
  seated          b
bytes left over
  seated          b
text
  seated          b
`

const PRESENCE = `
open
  seated          =
step 1
  seated          =
an empty step 2
  seated          =
step 2 that writes
  seated          n
an update that writes
  seated          n
an update that deletes only
  seated          n
awareness
  seated          =
a query
  seated          =
a message of an unknown type
  seated          b
a sync message of an unknown type
  seated          b
what only the server says
  seated          b
bytes left over
  seated          b
text
  seated          b
`

/** A document that nobody opens, or that there is not: the answer stands in the table of its opening. */
const ANOTHER_DRAFT = `
open
`

/** No method seats people at tables yet, so no cloth is anybody's. */
const TABLE = `
open
`

const NO_DOCUMENT = `
open
  known           u
`

export const MESSAGES = {
  live: LIVE,
  board: BOARD,
  'own draft': OWN_DRAFT,
  'another draft': ANOTHER_DRAFT,
  table: TABLE,
  presence: PRESENCE,
  'no document': NO_DOCUMENT,
}
