import { type ItemId, asId } from '../../kernel/index.ts'
import type { Elector, PollCircumstances, PollCommand } from '../../voting/index.ts'
import type { Moment, Participant } from '../workings.ts'
import type { BallotBox } from './ballot-box.ts'
import type { Voters } from './settings.ts'

const SEED_BITS = 2 ** 32

/** What an id on a sheet stands for on the board: ideas that are published, and groups. */
export const kindOf =
  ({ item, isGroup }: Pick<Moment, 'item' | 'isGroup'>): PollCircumstances['kindOf'] =>
  (id: ItemId) => {
    const found = item(id)
    if (found) return found.state === 'published' ? found.kind : undefined
    return isGroup(asId(id)) ? 'group' : undefined
  }

const mayVote = ({ leads, side }: Participant, { clients, facilitators }: Voters): boolean =>
  leads ? facilitators : side === 'team' || clients !== 'not'

/** Who may vote if voting opens now. */
const electorsOf = (people: readonly Participant[], voters: Voters): readonly Elector[] =>
  people.filter((person) => mayVote(person, voters)).map(({ seat, side }) => ({ seat, people: 1, side }))

/** What a poll's rules ask, as a step finds it. */
export const circumstancesOf = ({ sheet }: BallotBox, moment: Moment): PollCircumstances => ({
  now: moment.now,
  id: asId(moment.newId()),
  seed: Math.floor(moment.random() * SEED_BITS),
  electors: electorsOf(moment.participants, sheet.voters),
  kindOf: kindOf(moment),
})

/** What opens a poll over what a sheet says. */
export const opening = ({ sheet }: BallotBox): Extract<PollCommand, { readonly type: 'open' }> => ({
  type: 'open',
  scoring: sheet.scoring,
  settings: settingsOf(sheet),
  subject: sheet.subject,
  items: sheet.items,
})

/** The scoring's settings: where two sides are to be told apart, its figures are given for each. */
const settingsOf = ({ options, voters }: BallotBox['sheet']): Readonly<Record<string, unknown>> =>
  voters.clients === 'apart' ? { ...options, groups: 'side-by-side' } : options
