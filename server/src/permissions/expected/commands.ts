/**
 * Who may give which command when. The first line of a block is a command and what it is about; a line below it says, for
 * some people, what they are told at each moment. For whom there is no line, the answer is that of their identity.
 *
 * The right of a role comes first, then the state of the session, then the phase, then what the command is about.
 */
export const COMMANDS = `
                  lobby early | open shut join | frame warmup write armed build locked group crowd | sort talk round break kept | ended

start
  leading         ++ www wwwwwwww wwwww e
advance
  leading         ww +++ ++w+++++ ++++w e
  chosen          nn nnn nnnnnnnn nnnnw n
back
  leading         ww ww+ ++++++++ +++++ e
skip
  leading         ww +++ ++++++++ +++++ e
reopen
  leading         ww ww+ ++++++++ +++++ e
switch-method
  leading         ww +++ ++++++++ +++++ e
end
  leading         ++ +++ ++++++++ +++++ e
undo
  leading         ww +++ ++++ww++ ++++w +
set-clock
  leading         ww +++ ++++++++ +++++ e
  chosen          nn nnn nnnnnnnn nnnn+ n
pause
  leading         ww +++ ++++++++ +w+++ e
  chosen          nn nnn nnnnnnnn nnnn+ n
resume
  leading         ww www wwwwwwww w+www e
  chosen          nn nnn nnnnnnnn nnnnw n
arm
  leading         ww www ww+=wwww wwww+ e
  chosen          nn nnn nnnnnnnn nnnn+ n
cancel
  leading         ww www www+wwww wwwww e
  chosen          nn nnn nnnnnnnn nnnnw n

lock
  leading         ++ +++ ++++++++ +++++ e
edit-challenge
  leading         ++ +++ ++++++++ +++++ e
set-setting
  leading         ++ +++ ++++++++ +++++ +
schedule
  leading         ++ +++ ++++++++ +++++ e
insert-step
  leading         ++ +++ ++++++++ +++++ e
remove-step
  leading         ++ +++ ++++++++ +++++ e
move-step
  leading         ++ +++ ++++++++ +++++ e
edit-step
  leading         ++ +++ ++++++++ +++++ e
fit-rest
  leading         ++ +++ ++++++++ +++++ e
next-speaker
  leading         ww www wwwwwwww ww+ww e
  chosen          nn nnn nnnnnnnn nn+nn n
skip-speaker
  leading         ww www wwwwwwww ww+ww e
  chosen          nn nnn nnnnnnnn nn+nn n

rename oneself
  seated          ++ +++ ++++++++ +++++ e
  screen          n
rename a participant
  leading         ++ +++ ++++++++ +++++ e
rename a co-facilitator
  facilitator     ++ +++ ++++++++ +++++ e
rename the facilitator
  facilitator     ++ +++ ++++++++ +++++ e
set-role of a participant
  leading         ++ +++ ++++++++ +++++ e
set-role of a co-facilitator
  facilitator     ++ +++ ++++++++ +++++ e
set-role of oneself
  co-facilitator  ++ +++ ++++++++ +++++ e
set-role of the facilitator
  facilitator     n
set-flag
  leading         ++ +++ ++++++++ +++++ e
set-side of a participant
  leading         ++ +++ ++++++++ +++++ e
set-side of a co-facilitator
  facilitator     ++ +++ ++++++++ +++++ e
move-seat of oneself
  seated          ++ +++ ++++++++ +++++ e
  screen          n
move-seat of a participant
  leading         ++ +++ ++++++++ +++++ e
move-seat of a co-facilitator
  facilitator     ++ +++ ++++++++ +++++ e
merge-seats
  leading         ++ +++ ++++++++ +++++ e
hand-over
  facilitator     +
take-clock
  team            ww www wwwwwwww wwwwc e
  chosen          ww www wwwwwwww wwww= e
leave
  waiting         +
  seated          +
  facilitator     n
forget-me
  refused         +
  waiting         +
  left            +
  seated          +
  screen          n
  facilitator     n

admit
  leading         ++ +++ ++++++++ +++++ e
admit-all
  leading         ++ +++ ++++++++ +++++ e
refuse
  leading         +
remove a participant
  leading         +
remove a co-facilitator
  facilitator     +
remove the facilitator
  facilitator     n
restore
  leading         +
ask-back
  removed         ++ +++ ++++++++ +++++ e
claim-seat
  observer        uu uuu uuuuuuuu uuuuu e
  taking-part     uu uuu uuuuuuuu uuuuu e
  participant     ++ +++ ++++++++ +++++ e
grant-claim
  leading         ++ +++ ++++++++ +++++ e
refuse-claim
  leading         ++ +++ ++++++++ +++++ e
renew-link for participants
  leading         +
renew-link of the code
  leading         +
renew-link for the facilitator
  facilitator     +

add-item
  leading         ww ++w wwww++ww wwwww e
  taking-part     ww +lw wwww+lww wwwww e
add-item on behalf of a participant
  leading         ww ++w wwww++ww wwwww e
  scribe          ww +lw wwww+lww wwwww e
edit-item of one's own
  leading         ww +++ wwww++++ +wwww e
  taking-part     ww +l+ wwww+l++ +wwww e
edit-item of another
  leading         ww nnn wwwwnnnn nwwww e
  taking-part     ww nln wwwwnlnn nwwww e
translate-item of one's own
  leading         ww +++ ++++++++ +++++ e
  taking-part     ww +l+ +++++l++ +++++ e
translate-item of another
  leading         ww +++ ++++++++ +++++ e
  taking-part     ww nnn nnnnnnnn nnnnn e
publish-late
  leading         ww uuu uuww++++ ++++w e
  taking-part     ww ulu uuww+l++ ++++w e
withdraw of one's own
  leading         ww +++ wwww++++ +wwww e
  taking-part     ww +l+ wwww+l++ +wwww e
withdraw of another
  leading         ww nnn nnnnnnnn nnnnn e
  taking-part     ww nnn nnnnnnnn nnnnn e
hide
  leading         uu +++ ++++++++ +++++ +
unhide
  leading         uu +++ ++++++++ +++++ +
park
  leading         uu +++ ++++++++ +++++ e
merge
  leading         ww +++ ++++++++ +++++ e
  taking-part     ww wl+ wwwwwl+n +wwww e
  chosen          ww wl+ wwwwwl++ +wwww e
unmerge
  leading         ww +++ ++++++++ +++++ e
  taking-part     ww wl+ wwwwwl+n +wwww e
  chosen          ww wl+ wwwwwl++ +wwww e
name-colour
  leading         ww +++ ++++++++ +++++ e
  taking-part     ww wl+ wwwwwl+n +wwww e
  chosen          ww wl+ wwwwwl++ +wwww e
deal
  leading         ww ww+ wwwwww++ +wwww e
  taking-part     ww wl+ wwwwwl++ +wwww e
name-some
  leading         ww www wwwwwww+ wwwww e
mark
  leading         ww +++ ++++++++ +++++ e
  taking-part     ww +++ ++++++++ +++++ e
unmark
  leading         ww +++ ++++++++ +++++ e
  taking-part     ww +++ ++++++++ +++++ e
lower-hands
  leading         ww +++ ++++++++ +++++ e
gather
  leading         ++ +++ ++++++++ +++++ e
spotlight
  leading         ww +++ ++++++++ +++++ e
message
  leading         ++ +++ ++++++++ +++++ e
  chosen          nn nnn nnnnnnnn nnnn+ n

correct-item
  leading         ww www wwwwwwww wwwww +
correct-decision of a step that decided nothing
  leading         ww www wwwwwwww wwwww u
correct-action that there is not
  leading         ww www wwwwwwww wwwww u
report-action that there is not
  leading         ww www wwwwwwww wwwww u
  taking-part     ww www wwwwwwww wwwww u
add-late
  leading         ww www wwwwwwww wwwww e
  taking-part     ww www wwwwwwww wwwww e
`
