/**
 * Who may read the cloth of a table and write on it when, over an exchange without a socket. Written by hand from the rules.
 *
 * The moments are those of a café whose names are hidden, in two rounds; in `move` and `second` two seconds have passed since
 * people moved. The table is that of `host`. `participant` sits there in both rounds, `chosen` in the first and `client` in
 * the second, where they go in the move, `scribe` in neither.
 */
export const CAFE_MOMENTS = `
  setup welcome first move second gather harvest ended
`

/** A read that is answered with what lies there is \`=\`: nothing changes by it. */
export const CLOTHS = `
                  setup welcome first move second gather harvest ended |

read the cloth
  leading         ========
  host            nn======
  participant     nn======
  chosen          nn=nn===
  client          nnn=====
  scribe          n
write a note
  leading         nnnnnnnn
  host            nn+n+nnn
  participant     nn+n+nnn
  chosen          nn+nnnnn
  client          nnnn+nnn
  scribe          n
write a note in another's name
  leading         nnnnnnnn
  host            nnnnnnnn
  participant     nnnnnnnn
  chosen          nnnnnnnn
  client          nnnnnnnn
  scribe          n
write a note of another round
  leading         nnnnnnnn
  host            nnnnnnnn
  participant     nnnnnnnn
  chosen          nnnnnnnn
  client          nnnnnnnn
  scribe          n
write the lines for those who come next
  leading         nnnnnnnn
  host            nn+n+nnn
  participant     nnnnnnnn
  chosen          nnnnnnnn
  client          nnnnnnnn
  scribe          n
`
