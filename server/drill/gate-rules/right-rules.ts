import { rulesOf } from './rule.ts'

const SESSION = 'shared/src/session'

/** The rights that the gate and the doors ask for: who may read, write in, touch, and command. */
export const RIGHT_RULES = [
  ...rulesOf(`${SESSION}/cloth-writes.ts`, [
    ['a cloth of no table is nobody’s to read', 'if (!found) return false', 'if (!found) return true'],
    ['who does not take part writes on no cloth', 'if (!found || !takesPart(seat)) return', 'if (!found) return'],
    ['a cloth is written in its own step', 'regime.step !== step.id || regime.phase', 'regime.phase'],
    [
      'a cloth is written by those who sit there',
      'if (!writer) return fail(notAllowed)',
      "if (!writer) return ok({ role: 'traveller', round: 1 })",
    ],
    [
      'a lock holds on cloths',
      'regime.locked && !leads(seat) ? fail(locked) :',
      'regime.locked && leads(seat) ? fail(locked) :',
    ],
    ['nothing is deleted from a cloth', "if (touch.op === 'remove') return notAllowed", ''],
    ['a note is its writer’s from the start', 'if (owner !== undefined && owner !== now.seat) return notAllowed', ''],
    [
      'a note is of a kind that cloths hold',
      'now.kinds.some((kind) => kind === value) ? undefined : wrongPhase',
      'undefined',
    ],
    ['a note is of the step', 'return value === now.step ? undefined : wrongPhase', 'return undefined'],
    ['a note says what is so', 'value === expected ? undefined : notAllowed', 'undefined'],
    [
      'the words of a note are its writer’s',
      "if (op === 'text') return isOwn ? undefined : notAllowed",
      "if (op === 'text') return undefined",
    ],
    [
      'whether a note lies there is its writer’s',
      "isOwn && (value === 'withdrawn' || value === 'published') ?",
      "value === 'withdrawn' || value === 'published' ?",
    ],
    ['a note is withdrawn and nothing else', "isOwn && (value === 'withdrawn' || value === 'published') ?", 'isOwn ?'],
    ['the lines are the host’s', "role !== 'host' || record", 'record'],
    [
      'the lines are of the round and the table',
      "role !== 'host' || record !== handoverId(table, round)",
      "role !== 'host'",
    ],
    [
      'lines say their round',
      "op === 'set' && field === 'round' && value !== round ? notAllowed : undefined",
      'undefined',
    ],
  ]),
  ...rulesOf(`${SESSION}/may-write.ts`, [
    [
      'who is not seated reads nothing',
      'if (!found.ok) return false\n  switch',
      "if (!found.ok) return document.kind === 'board'\n  switch",
    ],
    ['a draft is read by its owner', 'return document.seat === id\n', 'return true\n'],
    ['a cloth is read as its method says', 'return mayReadCloth(session, found.value, document.table)', 'return true'],
    [
      'who is not seated writes nowhere',
      'if (!found.ok) return found\n  if (document.kind',
      'if (!found.ok) return ok(undefined)\n  if (document.kind',
    ],
    ['who does not take part writes nowhere', 'takesPart(found.value) && isOpenTo ?', 'isOpenTo ?'],
    [
      'only the board and one’s own draft are written in',
      "document.kind === 'board' || (document.kind === 'draft' && document.seat === id)",
      'true || document.kind',
    ],
    [
      'who is not seated touches nothing',
      'if (!found.ok) return found\n  const seat = found.value',
      'if (!found.ok) return ok(undefined)\n  const seat = found.value',
    ],
    ['who only reads touches nothing', 'if (!takesPart(seat)) return fail(notAllowed)', ''],
    [
      'after the end all is frozen',
      "if (session.position.state === 'ended' && regimes.length === 0) return",
      'if (regimes.length < 0) return',
    ],
    [
      'a draft is written by its owner',
      'touch.document.seat === id ? objectToDraft(touch) : notAllowed',
      'objectToDraft(touch)',
    ],
    [
      'presence holds no touch',
      "case 'presence':\n      return fail(notAllowed)",
      "case 'presence':\n      return ok(undefined)",
    ],
    ['a draft has items only', "if (collection !== 'items') return notAllowed", ''],
    [
      'nobody says of a draft that it was published',
      "value === undefined || value === 'composing' || value === 'ready' ? undefined : notAllowed",
      'undefined',
    ],
    ['kind, step and text of a draft stand', 'return fresh ? undefined : notAllowed', 'return undefined'],
    ['a lock holds', "if (regime.locked && !leads(seat)) return refusal('locked')", ''],
    [
      'links and what is about the board are the server’s',
      'return objectToCluster(regime, seat, touch)\n    default:\n      return notAllowed',
      'return objectToCluster(regime, seat, touch)\n    default:\n      return undefined',
    ],
    [
      'a state is the server’s',
      "return touch.op === 'text' ? objectToCorrection(session, regime, seat, touch) : notAllowed\n    default:\n      return notAllowed",
      "return touch.op === 'text' ? objectToCorrection(session, regime, seat, touch) : notAllowed\n    default:\n      return undefined",
    ],
    ['only what is worked on is placed', 'isWithin(regime, touch.step)', 'true'],
    [
      'own notes are told by place only where names are shown',
      'touch.owner === seat.id && showsNames(session, regime, touch))',
      'touch.owner === seat.id)',
    ],
    [
      'a colour is given by who may place or correct',
      "return touch.op === 'set' ? objectToColour(session, regime, seat, touch) : notAllowed",
      'return undefined',
    ],
    [
      'where names are hidden no item comes through',
      "if (names === 'hidden' || (touch.owner !== undefined",
      'if ((touch.owner !== undefined',
    ],
    [
      'an item that must turn one round comes by a command',
      'if (policies.inverts !== undefined) return notAllowed',
      '',
    ],
    ['an item is added where the phase is open', "if (policies.add !== 'open') return wrongPhase", ''],
    [
      'an item is of a kind of the phase',
      'return policies.kinds.some((kind) => kind === value) ? undefined : wrongPhase',
      'return undefined',
    ],
    ['an item is of the live step', 'return value === step ? undefined : wrongPhase', 'return undefined'],
    ['an item is signed by its writer', 'return value === seat.id ? undefined : notAllowed', 'return undefined'],
    ['a new item is published', "return value === 'published' ? undefined : notAllowed", 'return undefined'],
    [
      'a new item comes into a cluster where one may place',
      'policies.kinds.every(isJudgeable) ? objectByPolicy(regime, policies.place, seat, true) : notAllowed',
      'policies.kinds.every(isJudgeable) ? undefined : notAllowed',
    ],
    [
      'a new item comes into no cluster where it may be a negative idea',
      'return policies.kinds.every(isJudgeable) ?',
      'return policies ?',
    ],
    [
      'a negative idea comes into no cluster',
      'kind !== undefined && !isJudgeable(kind) && value !== undefined ? notAllowed : undefined',
      'undefined',
    ],
    [
      'only the kinds of the phase are corrected',
      'if (edits && (touch.kind === undefined || !edits.includes(touch.kind))) return wrongPhase',
      '',
    ],
    [
      'a negative idea is corrected in no step',
      'if (touch.kind !== undefined && !isJudgeable(touch.kind)) return wrongPhase',
      '',
    ],
    ['where names are hidden nothing is corrected', 'if (!showsNames(session, regime, touch) || isKept', 'if (isKept'],
    ['what a method keeps is not corrected', ' || isKept(session, asId(touch.record))', ''],
    ['only one’s own is corrected', "if (edit === 'own') return touch.owner === seat.id ? undefined : notAllowed", ''],
    ['the step of an item decides whether names are shown', "findStep(session, step)?.names === 'shown'", 'true'],
    [
      'without a step all steps must show names',
      "session.agenda.every((other) => !other.begun || other.names === 'shown')",
      'true',
    ],
    ['the present names count', "regime.names === 'shown' &&\n", ''],
    [
      'clusters are not removed',
      "): Refusal | undefined => {\n  if (touch.op === 'remove') return notAllowed\n  const isNew",
      '): Refusal | undefined => {\n  const isNew',
    ],
    [
      'clusters are made where the phase allows',
      'isNew && !isOwn ? notAllowed : objectByPolicy(regime, regime.policies.group, seat, isOwn)',
      'undefined as Refusal | undefined',
    ],
    [
      'a cluster is of the live step',
      'return isNew && touch.value === regime.step ? undefined : notAllowed',
      'return undefined',
    ],
    ['a cluster’s title is made with it', 'return isNew ? undefined : notAllowed', 'return undefined'],
    ['`own` is one’s own', 'return isOwn || leads(seat) ? undefined : notAllowed', 'return undefined'],
    ['`some` are those who are named', 'return isOfSome(regime, seat) ? undefined : notAllowed', 'return undefined'],
    ['`none` is nobody', "case 'none':\n      return wrongPhase", "case 'none':\n      return undefined"],
  ]),
  ...rulesOf(`${SESSION}/rights.ts`, [
    ['who leads is two roles', "seat.role === 'facilitator' || seat.role === 'co-facilitator'", 'true || seat.role'],
    ['observers and screens take no part', "leads(seat) || seat.role === 'participant'", 'true || leads(seat)'],
    ['who was removed does nothing', 'return fail(asRemoved(seat))', 'return ok(seat)'],
    ['who waits or left does nothing', "return fail(refusal('not-seated', { state: seat.state }))", 'return ok(seat)'],
  ]),
  ...rulesOf(`${SESSION}/regime.ts`, [
    ['a grace ends', 'grace && now < grace.until; grace = grace.former', 'grace; grace = grace.former'],
    [
      'a grace is kept',
      'return { ...present, until: now + LIMITS.graceMs, ...(honoured && { former: honoured }) }',
      'return undefined',
    ],
    ['who is named is named', 'leads(seat) || named?.includes(seat.id) === true', 'true || leads(seat) || named'],
    [
      'leading is being of some',
      'leads(seat) || named?.includes(seat.id) === true',
      'named?.includes(seat.id) === true',
    ],
  ]),
  ...rulesOf(`${SESSION}/commands/objection.ts`, [
    ['a lock holds for commands', 'regime.locked && !leads(seat) ? locked : undefined', 'undefined'],
    [
      'groups are shaped where the phase allows',
      "may ? undefined : group === 'none' ? wrongPhase : notAllowed",
      'undefined',
    ],
  ]),
  ...rulesOf(`${SESSION}/commands/decide.ts`, [
    [
      'the role has the right',
      "if (!definition.may(session, found.value, command)) return fail(refusal('not-allowed'))",
      '',
    ],
    [
      'the session is in a state for it',
      'if (!definition.during.includes(position.state)) {',
      'if (definition.during.length === 0) {',
    ],
    [
      'the person is where they think',
      'if (command.expected && !isAt(session, command.expected)) {',
      'if (command.expected && !session) {',
    ],
    [
      'the seat is in a state for it',
      'seat && from.includes(seat.state) ? { ok: true, value: seat }',
      'seat ? { ok: true, value: seat }',
    ],
  ]),
  ...rulesOf(`${SESSION}/commands/items.ts`, [
    [
      'items are added where the phase is open',
      "objectToLock(seat)(regime) ?? (regime.policies.add === 'open' ? undefined : wrongPhase)",
      'objectToLock(seat)(regime)',
    ],
    [
      'items are corrected where the phase allows',
      "objectToLock(seat)(regime) ?? (regime.policies.edit === 'none' ? wrongPhase : undefined)",
      'objectToLock(seat)(regime)',
    ],
    [
      'an added item is of a kind of the phase',
      'objectToAdding(self)(regime) ?? (regime.policies.kinds.includes(kind) ? undefined : wrongPhase)',
      'objectToAdding(self)(regime)',
    ],
    [
      'only scribes and who lead write for others',
      "takesPart(seat) && (command?.onBehalf === undefined || leads(seat) || seat.flags.includes('scribe'))",
      'takesPart(seat)',
    ],
    ['others’ texts are not corrected', "return may ? undefined : refusal('not-allowed')", 'return undefined'],
    ['others’ items are not withdrawn', "if (found.owner !== seat.id) return fail(refusal('not-allowed'))", ''],
    ['what was hidden does not come back by its owner', "if (!fits) return fail(refusal('closed', { state }))", ''],
    [
      'what a method keeps is not edited',
      "if (isKept(session, id)) return fail(refusal('closed', { gate: 'kept' }))\n    if (found.item.state",
      'if (found.item.state',
    ],
    [
      'what a method keeps is not withdrawn',
      "if (isKept(session, id)) return fail(refusal('closed', { gate: 'kept' }))\n    const { state }",
      'const { state }',
    ],
    ['nothing is late before the reveal', 'if (!isRevealed(session, step)) return fail(wrongPhase)', ''],
    [
      'nothing is published twice',
      "if (draft.state === 'published' || draft.boardItem) return fail(refusal('duplicate'))",
      '',
    ],
  ]),
  ...rulesOf(`${SESSION}/commands/merging.ts`, [
    [
      'what a method keeps is not merged',
      "if (isKept(session, id)) return fail(refusal('closed', { gate: 'kept' }))",
      '',
    ],
  ]),
  ...rulesOf(`${SESSION}/commands/curation.ts`, [
    [
      'what a method keeps is not parked',
      "isKept(session, item)\n      ? fail(refusal('closed', { gate: 'kept' }))\n      : change",
      'change',
    ],
  ]),
  ...rulesOf(`${SESSION}/commands/releases.ts`, [
    ['a phase that its method holds releases nothing', 'if (gate) return fail(gate)', ''],
  ]),
  ...rulesOf(`${SESSION}/commands/work.ts`, [
    ['a lock holds for the commands of methods', 'objectToLock(seat)({ step, ...regime }) ?? ', ''],
    [
      'commands of a method are given in its phases',
      'findStep(session, step)?.kind === id && phase !== undefined && phases.includes(phase)',
      'findStep(session, step)?.kind === id && phase !== undefined',
    ],
    ['who only reads gives no command of a method', 'takesPart(seat) && (definition', '(definition'],
    [
      'a method says who gives its commands',
      '(definition.may?.(personOf(session, seat)) ?? true)',
      '(definition ? true : true)',
    ],
  ]),
  ...rulesOf(`${SESSION}/commands/people.ts`, [
    [
      'a co-facilitator manages nobody who leads',
      "return !other || seat.role === 'facilitator' || !leads(other)",
      'return true',
    ],
    ['who does not lead manages nobody', 'if (!leads(seat)) return false', ''],
    [
      'the facilitator’s role is handed over only',
      "if (findSeat(session, command.seat)?.role === 'facilitator') return false",
      '',
    ],
    ['the facilitator hands over', "may: (_session, seat) => seat.role === 'facilitator',", 'may: () => true,'],
    ['the facilitator does not leave', "may: (_session, seat) => seat.role !== 'facilitator',", 'may: () => true,'],
  ]),
  ...rulesOf(`${SESSION}/commands/door.ts`, [
    [
      'the facilitator’s link is the facilitator’s',
      "command?.invite === 'facilitator' ? seat.role === 'facilitator' : leads(seat)",
      'leads(seat)',
    ],
    ['nobody removes themselves', ' && command?.seat !== seat.id', ''],
  ]),
  ...rulesOf(`${SESSION}/commands/second-line.ts`, [
    [
      'a second line is its owner’s',
      "if (found.owner !== seat.id && !leads(seat)) return fail(refusal('not-allowed'))",
      '',
    ],
  ]),
  ...rulesOf('shared/src/methods/score/commands.ts', [
    ['who leads sets a vote up', "phases: ['prepare'],\n  may: leads,", "phases: ['prepare'],"],
    ['who leads lets people vote', "phases: ['open'],\n  may: leads,", "phases: ['open'],"],
    ['who leads takes a vote back', "phases: ['open', 'closed'],\n  may: leads,", "phases: ['open', 'closed'],"],
  ]),
  ...rulesOf('shared/src/methods/score/view.ts', [
    [
      'a result is for nobody until it is shown',
      "poll?.state === 'shown' && result && { result }",
      'result && { result }',
    ],
    ['who may vote is for those who lead', '...(viewer.leads && poll && {', '...(poll && {'],
    ['who has voted is for nobody', 'cast: cast.length,', 'cast: cast as never,'],
  ]),
  ...rulesOf('shared/src/methods/score/gates.ts', [
    ['without anything to vote on no vote opens', "if (sheet.items.length === 0) return gate('no-items')", ''],
    [
      'ballots are not voted on again by going back',
      "return state === 'closed' || state === 'shown' ? gate('scoring') : undefined",
      'return undefined',
    ],
    ['an open vote is not left', "(isSealed(box) ? gate('scoring') : undefined)", 'undefined'],
  ]),
]
