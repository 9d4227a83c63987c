import type { Flag, MePart, Person, Role } from '@roundel/shared/session'
import { Hand, Handshake, LogOut, MapPin, Pencil, Smartphone, UserRoundPen, Users } from 'lucide-react'
import type { MessageKey } from '../../i18n/message-key.ts'
import { useText } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'
import { MenuButton, type MenuEntry } from './menu.tsx'
import type { Press } from '../use-press.ts'

/** What is done about a person on a page of its own. */
export type PersonPage = 'rename' | 'where' | 'device' | 'same' | 'hand-over'

const ROLES = ['co-facilitator', 'participant', 'observer'] as const satisfies readonly Role[]
const SIDES = ['team', 'client'] as const
const FLAGS = ['decider', 'scribe'] as const satisfies readonly Flag[]

const ROLE_WORDS: Readonly<Record<(typeof ROLES)[number], MessageKey>> = {
  'co-facilitator': 'people.as-co-facilitator',
  participant: 'people.as-participant',
  observer: 'people.as-observer',
}
const SIDE_WORDS = { team: 'people.side-team', client: 'people.side-client' } as const
const FLAG_WORDS = { decider: 'people.make-decider', scribe: 'people.make-scribe' } as const

const leads = ({ role }: { readonly role: Role }): boolean => role === 'facilitator' || role === 'co-facilitator'

/** Whether one may put right what another one is: the facilitator may, others only where that one does not lead. */
const mayManage = (me: MePart, person: Person): boolean => me.role === 'facilitator' || !leads(person)

/** The id of the button that opens somebody's menu. */
export const menuButtonId = (person: Pick<Person, 'id'>): string => `people-menu-${person.id}`

/** What those who lead can do about a person, as a menu; about themselves, the way to their own seat. */
export const PersonMenu = ({
  person,
  press,
  onPage,
  onMySeat,
  onRemove,
}: {
  readonly person: Person
  readonly press: Press
  readonly onPage: (page: PersonPage) => void
  readonly onMySeat: () => void
  readonly onRemove: () => void
}) => {
  const t = useText()
  const { me } = useView()
  const isMe = person.id === me.seat
  const manages = mayManage(me, person)
  const { id: seat, role, flags = [], marks = [] } = person
  const may = (command: string): boolean => Boolean(me.can[command]) && manages
  const icon = { size: 17 } as const

  const pages: readonly (MenuEntry | false)[] = isMe
    ? [{ label: t('seat.mine'), icon: <UserRoundPen {...icon} />, onPress: onMySeat }]
    : [
        may('rename') && { label: t('people.rename'), icon: <Pencil {...icon} />, onPress: () => onPage('rename') },
        may('move-seat') && { label: t('people.where'), icon: <MapPin {...icon} />, onPress: () => onPage('where') },
        me.role === 'facilitator' && {
          label: t('people.device'),
          icon: <Smartphone {...icon} />,
          onPress: () => onPage('device'),
        },
        Boolean(me.can['merge-seats']) &&
          role === 'participant' && {
            label: t('people.same'),
            icon: <Users {...icon} />,
            onPress: () => onPage('same'),
          },
      ]
  const maySetRole = Boolean(me.can['set-role']) && role !== 'facilitator' && (manages || isMe)
  const entries: readonly (MenuEntry | false)[] = [
    ...pages,
    ...(maySetRole
      ? ROLES.map((value) => ({
          label: t(ROLE_WORDS[value]),
          group: 'role',
          checked: role === value,
          onPress: () => void press({ type: 'set-role', seat, role: value }),
        }))
      : []),
    ...(may('set-side')
      ? SIDES.map((value) => ({
          label: t(SIDE_WORDS[value]),
          group: 'side',
          checked: (person.side ?? 'team') === value,
          onPress: () => void press({ type: 'set-side', seat, side: value }),
        }))
      : []),
    ...(me.can['set-flag'] && role !== 'observer'
      ? FLAGS.map((flag) => ({
          label: t(FLAG_WORDS[flag]),
          checked: flags.includes(flag),
          onPress: () => void press({ type: 'set-flag', seat, flag, on: !flags.includes(flag) }),
        }))
      : []),
    Boolean(me.can['lower-hands']) &&
      marks.some(({ type }) => type === 'hand' || type === 'need-time') && {
        label: t('people.lower-hand'),
        icon: <Hand {...icon} />,
        onPress: () => void press({ type: 'lower-hands', seats: [seat] }),
      },
    !isMe &&
      Boolean(me.can['hand-over']) &&
      role !== 'observer' && {
        label: t('people.hand-over'),
        icon: <Handshake {...icon} />,
        onPress: () => onPage('hand-over'),
      },
    !isMe &&
      may('remove') &&
      role !== 'facilitator' && {
        label: t('people.remove'),
        icon: <LogOut {...icon} />,
        isDanger: true,
        onPress: onRemove,
      },
  ]
  const offered = entries.filter((entry) => entry !== false)
  if (offered.length === 0) return null
  return <MenuButton id={menuButtonId(person)} label={t('people.manage', { name: person.name })} entries={offered} />
}
