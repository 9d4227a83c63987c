/**
 * Who may write what in which document when, sent as an update on a socket, and as an exchange. Laid out as the commands
 * are. For those who may not even open the document the answer is that of their identity.
 *
 * What the phase or the lock forbids is `l`, what is never allowed is `n`, and what has no place in a document is `b`.
 */
export const BOARD_WRITES = `
                  lobby early | open shut join | frame warmup write armed build locked group crowd | sort talk round break kept | ended

add a note
  leading         ll ++l nnnnnnnn nnnnn l
  taking-part     ll +ll nnnnnlnn nnnnn l
add a note in another's name
  leading         ll nnl nnnnnnnn nnnnn l
  taking-part     ll nll nnnnnlnn nnnnn l
add a note of another kind
  leading         ll lll nnnnnnnn nnnnn l
  taking-part     ll lll nnnnnlnn nnnnn l
move one's own note
  leading         .. ll+ llllll++ +llll l
  taking-part     .. ll+ llllll++ +llll l
  watching        .. nnn nnnnnnnn nnnnn n
move another's note
  leading         .. ll+ llllll++ +llll l
  taking-part     .. ll+ llllll++ +llll l
  watching        .. nnn nnnnnnnn nnnnn n
move a note of an earlier step
  leading         .. ll+ llllll++ nllll l
  taking-part     .. ll+ llllll++ nllll l
  watching        .. nnn nnnnnnnn nnnnn n
order another's note
  leading         .. ll+ llllll++ +llll l
  taking-part     .. ll+ llllll++ +llll l
  watching        .. nnn nnnnnnnn nnnnn n
put another's note into a cluster
  leading         .. ll+ llllll++ +llll l
  taking-part     .. ll+ llllll++ +llll l
  watching        .. nnn nnnnnnnn nnnnn n
take the place of another's note away
  leading         .. ll+ llllll++ +llll l
  taking-part     .. ll+ llllll++ +llll l
  watching        .. nnn nnnnnnnn nnnnn n
colour one's own note
  leading         .. +++ nnnnnn++ +nnnn l
  taking-part     .. +l+ nnnnnl++ +nnnn l
  watching        .. nnn nnnnnnnn nnnnn n
colour another's note
  leading         .. nn+ nnnnnn++ +nnnn l
  taking-part     .. nl+ nnnnnl++ +nnnn l
  watching        .. nnn nnnnnnnn nnnnn n
type in one's own note
  leading         .. +++ nnnnnnnn nnnnn l
  taking-part     .. +l+ nnnnnlnn nnnnn l
  watching        .. nnn nnnnnnnn nnnnn n
type in another's note
  leading         .. nnn nnnnnnnn nnnnn l
  taking-part     .. nln nnnnnlnn nnnnn l
  watching        .. nnn nnnnnnnn nnnnn n
delete letters of one's own note
  leading         .. +++ nnnnnnnn nnnnn l
  taking-part     .. +l+ nnnnnlnn nnnnn l
  watching        .. nnn nnnnnnnn nnnnn n
delete letters of another's note
  leading         .. nnn nnnnnnnn nnnnn l
  taking-part     .. nln nnnnnlnn nnnnn l
  watching        .. nnn nnnnnnnn nnnnn n
say the language of one's own note
  leading         .. +++ nnnnnnnn nnnnn l
  taking-part     .. +l+ nnnnnlnn nnnnn l
  watching        .. nnn nnnnnnnn nnnnn n
withdraw one's own note
  leading         .. nnn nnnnnnnn nnnnn l
  taking-part     .. nln nnnnnlnn nnnnn l
  watching        .. nnn nnnnnnnn nnnnn n
hide another's note
  leading         .. nnn nnnnnnnn nnnnn l
  taking-part     .. nln nnnnnlnn nnnnn l
  watching        .. nnn nnnnnnnn nnnnn n
delete one's own note
  leading         .. nnn nnnnnnnn nnnnn l
  taking-part     .. nln nnnnnlnn nnnnn l
  watching        .. nnn nnnnnnnn nnnnn n
delete another's note
  leading         .. nnn nnnnnnnn nnnnn l
  taking-part     .. nln nnnnnlnn nnnnn l
  watching        .. nnn nnnnnnnn nnnnn n
sign one's own note anew
  seated          .. nnn nnnnnnnn nnnnn n

make a cluster
  leading         ll ll+ llllll++ +llll l
  taking-part     ll ll+ llllll+n +llll l
  chosen          ll ll+ llllll++ +llll l
make a cluster of another step
  leading         ll lln llllllnn nllll l
  taking-part     ll lln llllllnn nllll l
name a cluster
  leading         .. ..+ llllll++ +llll l
  taking-part     .. ..+ llllll+n +llll l
  chosen          .. ..+ llllll++ +llll l
  watching        .. ..n nnnnnnnn nnnnn n
move a cluster
  leading         .. ..+ llllll++ +llll l
  taking-part     .. ..+ llllll+n +llll l
  chosen          .. ..+ llllll++ +llll l
  watching        .. ..n nnnnnnnn nnnnn n
delete a cluster
  leading         .. ..n nnnnnnnn nnnnn l
  taking-part     .. ..n nnnnnlnn nnnnn l
  watching        .. ..n nnnnnnnn nnnnn n

link two notes
  leading         .. nnn nnnnnnnn nnnnn l
  taking-part     .. nln nnnnnlnn nnnnn l
  watching        .. nnn nnnnnnnn nnnnn n
write what is about the board
  seated          b
write a collection that no board has
  seated          b
write as the server
  seated          .. ooo oooooooo ooooo o
`

/** One's own private document. Everyone seated may open theirs; who takes part writes there until the end. */
export const DRAFT_WRITES = `
                  lobby early | open shut join | frame warmup write armed build locked group crowd | sort talk round break kept | ended

write a private idea
  leading         ++ +++ ++++++++ +++++ l
  taking-part     ++ +++ ++++++++ +++++ l
write one that says it was published
  leading         nn nnn nnnnnnnn nnnnn l
  taking-part     nn nnn nnnnnnnn nnnnn l
type in a private idea
  leading         .. ... ..++++++ +++++ l
  taking-part     .. ... ..++++++ +++++ l
  watching        .
mark a private idea ready
  leading         .. ... ..++++++ +++++ l
  taking-part     .. ... ..++++++ +++++ l
  watching        .
say that a private idea was published
  leading         .. ... ..nnnnnn nnnnn l
  taking-part     .. ... ..nnnnnn nnnnn l
  watching        .
say which item of the board it became
  leading         .. ... ..nnnnnn nnnnn l
  taking-part     .. ... ..nnnnnn nnnnn l
  watching        .
move a private idea to another step
  leading         .. ... ..nnnnnn nnnnn n
  taking-part     .. ... ..nnnnnn nnnnn n
  watching        .
delete a private idea
  leading         .. ... ..++++++ +++++ l
  taking-part     .. ... ..++++++ +++++ l
  watching        .
delete one that was published
  leading         .. +++ ++++++++ +++++ l
  taking-part     .. +++ ++++++++ +++++ l
  watching        .
write a cluster among private ideas
  seated          b
`

/** Documents that nobody else may open, that hold nothing to exchange, or that there are not. */
export const CLOSED_DOCUMENTS = `
another's private document
a table
presence
  known           u
no document
  known           u
`
