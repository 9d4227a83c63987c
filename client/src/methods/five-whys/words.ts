import type {
  CauseView,
  Control,
  EvidenceKind,
  Finding,
  LinkState,
  ProblemField,
  Requirement,
  RootMark,
} from '@roundel/shared/methods/five-whys'
import {
  BadgeCheck,
  CircleDashed,
  CircleDot,
  CircleSlash,
  Eye,
  FileText,
  Hash,
  Hourglass,
  Link2,
  Link2Off,
  type LucideIcon,
  MessageCircle,
  Sprout,
  Split,
  X,
} from 'lucide-react'
import type { MessageKey } from '../../i18n/message-key.ts'

/** A state as it is shown everywhere: an icon, a word, and a tone beside them. */
export interface StateWords {
  readonly icon: LucideIcon
  readonly word: MessageKey
  readonly tone?: 'ok' | 'warn' | 'accent'
}

export const EVIDENCE_STATES: Readonly<Record<CauseView['evidenceState'], StateWords>> = {
  none: { icon: CircleDashed, word: 'whys.state-none' },
  partly: { icon: CircleDot, word: 'whys.state-partly' },
  verified: { icon: BadgeCheck, word: 'whys.state-verified', tone: 'ok' },
  refuted: { icon: CircleSlash, word: 'whys.state-refuted', tone: 'warn' },
}

export const LINK_WORDS: Readonly<Record<LinkState, StateWords>> = {
  untested: { icon: Link2, word: 'whys.link-untested' },
  holds: { icon: Link2, word: 'whys.link-holds', tone: 'ok' },
  doubtful: { icon: Split, word: 'whys.link-doubtful', tone: 'warn' },
  broken: { icon: Link2Off, word: 'whys.link-broken', tone: 'warn' },
}

/** The same, where it is answered. */
export const READ_WORDS: Readonly<Record<LinkState, MessageKey>> = {
  untested: 'whys.read-untested',
  holds: 'whys.read-holds',
  doubtful: 'whys.read-doubtful',
  broken: 'whys.read-broken',
}

export const ROOT_WORDS: Readonly<Record<RootMark['state'], StateWords>> = {
  candidate: { icon: Sprout, word: 'whys.root-candidate', tone: 'accent' },
  confirmed: { icon: Sprout, word: 'whys.root-confirmed', tone: 'ok' },
  rejected: { icon: X, word: 'whys.root-rejected' },
}

export const KIND_WORDS: Readonly<Record<EvidenceKind, { readonly icon: LucideIcon; readonly word: MessageKey }>> = {
  observed: { icon: Eye, word: 'whys.kind-observed' },
  data: { icon: Hash, word: 'whys.kind-data' },
  document: { icon: FileText, word: 'whys.kind-document' },
  statement: { icon: MessageCircle, word: 'whys.kind-statement' },
  assumption: { icon: CircleDashed, word: 'whys.kind-assumption' },
}

export const CONTROL_WORDS: Readonly<Record<Control, MessageKey>> = {
  ours: 'whys.control-ours',
  influence: 'whys.control-influence',
  outside: 'whys.control-outside',
}

export const FINDING_WORDS: Readonly<Record<Finding, MessageKey>> = {
  supports: 'whys.finding-supports',
  contradicts: 'whys.finding-contradicts',
  unclear: 'whys.finding-unclear',
}

export const LACK_WORDS: Readonly<Record<Requirement, MessageKey>> = {
  'problem-accepted': 'whys.lack-problem',
  'not-refuted': 'whys.lack-refuted',
  verified: 'whys.lack-verified',
  'reads-upwards': 'whys.lack-upwards',
  'in-reach': 'whys.lack-reach',
}

export const HINT_WORDS: Readonly<Record<NonNullable<CauseView['hint']>, MessageKey>> = {
  'can-you-act': 'whys.hint-act',
  'stop-or-go-on': 'whys.hint-stop',
  'outside-your-reach': 'whys.hint-outside',
}

/** What is asked about the problem, and what such an answer looks like. */
export const FIELD_WORDS: Readonly<Record<ProblemField, { readonly label: MessageKey; readonly like: MessageKey }>> = {
  what: { label: 'whys.field-what', like: 'whys.like-what' },
  where: { label: 'whys.field-where', like: 'whys.like-where' },
  when: { label: 'whys.field-when', like: 'whys.like-when' },
  extent: { label: 'whys.field-extent', like: 'whys.like-extent' },
  since: { label: 'whys.field-since', like: 'whys.like-since' },
}

export const OPEN_CHECK: StateWords = { icon: Hourglass, word: 'whys.check-open', tone: 'warn' }
