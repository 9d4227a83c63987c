import { rulesOf } from './rule.ts'

const GATE = 'server/src/relay/gate'

/** What may not stand between two neighbours, as the source has it. */
const OWN = 'piece.client === struct.client'
const BUILT_ON = 'isKnownBy(left, piece) || isKnownBy(right, piece)'
const BETWEEN = `if (!piece || ${OWN} || ${BUILT_ON})\n      return OUT_OF_ORDER`

/**
 * Every rule by which the gate stops an update, each with the smallest change of the source that lets it through.
 *
 * `gate-rules.test.ts` holds that no refusal of the gate is missing here.
 */
export const GATE_RULES = [
  ...rulesOf(`${GATE}/reader.ts`, [
    [
      'what cannot be decoded is refused',
      'if (fault instanceof Error) return fail({ code: 4400, reason: fault.message })',
      'if (fault instanceof Malformed) return fail({ code: 4400, reason: fault.message })',
    ],
    ['a message has a size', 'if (update.length > limits.bytes) return', 'if (update.length < 0) return'],
    ['nothing follows an update', "if (bytes.pos !== update.length) throw new Malformed('bytes are left over')", ''],
    [
      'so many client ids write at once',
      "if (sections.length > limits.clients) throw new Malformed('too many client ids write')",
      '',
    ],
    ['a client id has one section', "if (seen.has(client)) throw new Malformed('a client id has two sections')", ''],
    ['clocks stay in their range', "if (clock > GATE_LIMITS.clock) throw new Malformed('a clock is out of range')", ''],
    ['a message has so many structs', "if (structs.length === room) throw new Malformed('too many structs')", ''],
    ['a text is not empty', "if (text === '') throw new Malformed('something is empty')", ''],
    [
      'only contents that documents have',
      "throw new Malformed('content of this kind has no place here')",
      'return DELETED',
    ],
    ['only maps and texts', "throw new Malformed('a type that is neither map nor text')", 'return RECORD'],
    ['ranges ascend', "if (clock < end) throw new Malformed('ranges overlap or are out of order')", ''],
    ['known structs are left out', 'if (clock <= next) continue', ''],
  ]),
  ...rulesOf(`${GATE}/bytes.ts`, [
    ['a number is in its range', "if (number > most) throw new Malformed('a number is out of range')", ''],
    [
      'a number is written in one way',
      "if (bytes.pos - start > 1 && bytes.arr[bytes.pos - 1] === 0) throw new Malformed('a number is padded')",
      '',
    ],
    ['a length is not zero', "if (length === 0) throw new Malformed('something is empty')", ''],
    ['a long text has a limit', "if (text.length > most) throw new Malformed('a text is too long')", ''],
    ['no name means something to objects', "if (RESERVED.has(name)) throw new Malformed('a name is reserved')", ''],
  ]),
  ...rulesOf(`${GATE}/plain-value.ts`, [
    ['a value has a size', "if (bytes.pos > end) throw new Malformed('a value is too large')", ''],
    ['a value is JSON', "throw new Malformed('a value is no JSON')", 'return null'],
    [
      'a list has a depth',
      "const readArray = (bytes: Bytes, depth: number, end: number): unknown[] => {\n  if (depth === 0) throw new Malformed('a value is too deep')",
      'const readArray = (bytes: Bytes, depth: number, end: number): unknown[] => {',
    ],
    [
      'an object has a depth',
      "const readObject = (bytes: Bytes, depth: number, end: number): Record<string, unknown> => {\n  if (depth === 0) throw new Malformed('a value is too deep')",
      'const readObject = (bytes: Bytes, depth: number, end: number): Record<string, unknown> => {',
    ],
  ]),
  ...rulesOf(`${GATE}/incoming.ts`, [
    ['a client id has one owner', "if (isStranger) return fail(refuseStranger('a client id of somebody else'))", ''],
    [
      'an id without an owner is nobody’s to take',
      'base > 0 || client === around.doc.clientID',
      'client === around.doc.clientID',
    ],
    ['the server’s present id is its own', 'base > 0 || client === around.doc.clientID', 'base > 0'],
    [
      'what begins too late is a gap',
      'if (first.clock > base || structs.some(isSkipped)) hasGap = true',
      'if (structs.some(isSkipped)) hasGap = true',
    ],
    [
      'what is skipped is a gap',
      'if (first.clock > base || structs.some(isSkipped)) hasGap = true',
      'if (first.clock > base) hasGap = true',
    ],
    ['a gap is told', 'return hasGap ? fail(GAP) : ok(incoming)', 'return ok(incoming)'],
    ['what is known of a struct is cut off', 'const cut = first.clock < base', 'const cut = false'],
  ]),
  ...rulesOf(`${GATE}/place.ts`, [
    ['structs that wait for each other are a gap', 'if (!progress) return GAP', 'if (!progress) return undefined'],
    [
      'what has no place is refused',
      "if (arrival === 'wrong') return refuseBad('a struct has no possible place')",
      "if (arrival === 'wrong') return undefined",
    ],
    [
      'a key is written so often',
      'spot.arrivals.length > ground.writesPerKey) return TOO_OFTEN',
      'spot.arrivals.length < 0) return TOO_OFTEN',
    ],
    ['neighbours stand in one place', "if (left && right && spotOf(ground, right) !== spot) return 'wrong'", ''],
    [
      'a struct follows what it names',
      "if (id.client === struct.client && id.clock >= struct.clock) return 'wrong'",
      '',
    ],
    [
      'what holds it is there',
      'if (isCollected(bearer) || bearer.deleted) return null',
      'if (isCollected(bearer)) return null',
    ],
  ]),
  ...rulesOf(`${GATE}/box.ts`, [
    ['collections are those of the document', 'if (!Object.hasOwn(ground.shape, name)) return undefined', ''],
  ]),
  ...rulesOf(`${GATE}/fit.ts`, [
    [
      'a map has no list',
      "if (key === null) return refuseBad('a map has no list')",
      'if (key === null) return undefined',
    ],
    ['a key has no right neighbour', "if (struct.rightOrigin) return refuseBad('a key has a right neighbour')", ''],
    ['fields are those of the shape', 'refuseBad(`${box.collection}: no such field`)', 'undefined'],
    ['a text has no attributes', "if (key !== null || keyed) return refuseBad('a text has an attribute')", ''],
    ['a text holds characters', "return refuseBad('a text holds something else than characters')", 'return undefined'],
    ['a record has an id', "if (!isId(key)) return refuseBad('a record has no id')", ''],
    [
      'a collection holds records',
      "return refuseBad('a collection holds something else than records')",
      'return undefined',
    ],
    ['a value fits', "return refuseBad('a value does not fit')", 'return undefined'],
    ['a field holds its own kind', "return refuseBad('a field holds something else')", 'return undefined'],
    [
      'what is fixed is written once',
      "if (!fresh && (field.fixed || field.type === 'text')) return",
      "if (!fresh && field.type === 'text') return",
    ],
    [
      'a text is made with its record',
      "if (!fresh && (field.fixed || field.type === 'text')) return refuseForbidden('a fixed field is written again')",
      "if (!fresh && field.fixed) return refuseForbidden('a fixed field is written again')",
    ],
  ]),
  ...rulesOf(`${GATE}/order.ts`, [
    [
      'neighbours are in order',
      BETWEEN,
      `if (!piece) break\n    if (${OWN} || ${BUILT_ON})\n      return OUT_OF_ORDER`,
    ],
    ['nothing of one’s own stands between', BETWEEN, `if (!piece || ${BUILT_ON})\n      return OUT_OF_ORDER`],
    ['nothing that a neighbour was built on does', BETWEEN, `if (!piece || ${OWN})\n      return OUT_OF_ORDER`],
    ['merging has a price', "const TOO_COSTLY = refuseBad('merging costs too much')", 'const TOO_COSTLY = undefined'],
  ]),
  ...rulesOf(`${GATE}/deletions.ts`, [
    ['what is deleted is known', 'if (to > (incoming ? incoming.end : base)) return fail(GAP)', ''],
    ['a message deletes so many items', 'if (live.length > GATE_LIMITS.deletedItems) return fail(TOO_MANY)', ''],
    ['a message has so many new ranges', 'if (count > GATE_LIMITS.deletionRanges) return fail(TOO_MANY)', ''],
  ]),
  ...rulesOf(`${GATE}/effects.ts`, [
    ['a record lacks nothing', 'return refuseForbidden(`${box.collection}: a record lacks a field`)', 'continue'],
    [
      'what must stay is not cleared',
      'if (!field || mustStay(field, box)) return refuseForbidden(`${box.collection}.${key}: cannot be cleared`)',
      '',
    ],
    [
      'a record is made whole',
      'if (fields[name]?.required && !box?.spots?.get(name)?.arrivals.length) return false',
      '',
    ],
    ['a record’s making is asked for', "push(collecting, 'create', box, record)", ''],
    [
      'replacing a record removes the other',
      "if (present && !present.deleted) push(collecting, 'remove', box, record)",
      '',
    ],
    [
      'a write is asked for',
      "for (const value of struct.content.values) push(collecting, 'set', box, box.record, key, value)",
      '',
    ],
    [
      'typing is asked for',
      "for (const { box } of collecting.tallies) push(collecting, 'text', box, box.record, box.field)",
      '',
    ],
    [
      'a removal is asked for',
      "if (box.level === 'collection') push(collecting, 'remove', box, key ?? '')",
      "if (box.level === 'collection') continue",
    ],
    [
      'deleting characters is asked for',
      'else if (key === null) openTally(collecting, box).removed += units',
      'else if (key === null) continue',
    ],
    ['clearing a field is asked for', "push(collecting, 'set', box, box.record, key)\n", '\n'],
    [
      'what is required is not cleared',
      'field.required === true || (field.fixed === true && !box.fresh)',
      'field.fixed === true && !box.fresh',
    ],
    [
      'what is fixed is not cleared',
      'field.required === true || (field.fixed === true && !box.fresh)',
      'field.required === true',
    ],
    [
      'only what goes with its holder goes unasked',
      'if (deaths.includes(holder.id.client, holder.id.clock)) return true',
      'return true',
    ],
    [
      'a deletion has a place',
      "if (spot === undefined) return refuseBad('a deletion has no possible place')",
      'if (spot === undefined) continue',
    ],
  ]),
  ...rulesOf(`${GATE}/length.ts`, [
    ['a text has a limit at all', 'return refuseForbidden(`${box.collection}.${box.field}: too long`)', 'continue'],
    [
      'a text stays within its limit',
      'if (after > most * 2 || !isShared(ground, around, box))',
      'if (after > most * 2)',
    ],
    [
      'a text of several stays within twice its limit',
      'if (after > most * 2 || !isShared(ground, around, box))',
      'if (!isShared(ground, around, box))',
    ],
    ['what the server wrote makes no text a text of several', "clientOwner(client) !== 'server'", 'true'],
    ['a collection has room for so many', 'if (present + count > most) return', 'if (present + count < 0) return'],
  ]),
  ...rulesOf(`${GATE}/judge.ts`, [
    [
      'presence holds no content',
      "if (document.kind === 'presence') return fail(refuseForbidden('presence holds no content'))",
      '',
    ],
    [
      'a draft is its owner’s',
      "if (document.kind === 'draft' && document.seat !== seat) return fail(refuseForbidden('a private document'))",
      '',
    ],
    [
      'who only reads takes no room',
      'if (!may.ok) return fail(refuseForbidden(`writes nothing here: ${may.error.code}`))',
      '',
    ],
    [
      'texts and collections are measured',
      'return tooLarge ? fail(tooLarge) : askAll(effects.value.list, around)',
      'return askAll(effects.value.list, around)',
    ],
    [
      'rights are asked for',
      'return tooLarge ? fail(tooLarge) : askAll(effects.value.list, around)',
      'return tooLarge ? fail(tooLarge) : askAll([], around)',
    ],
    [
      'what the reader refuses is refused',
      "if (!read.ok) return { type: 'refuse', ...read.error }",
      "if (!read.ok) return { type: 'nothing-new' }",
    ],
    ['what fits nowhere is refused', 'if (misfit) return misfit\n  const deaths', 'const deaths'],
    ['only what is new is stored', 'bytes: cut ? writeUpdate(bytes, incoming.values(), deaths.kept) : bytes', 'bytes'],
    [
      'a client id is claimed by its first writer',
      'if (one.unclaimed) claims.push({ client: one.client, owner: seat })',
      '',
    ],
  ]),
  ...rulesOf(`${GATE}/rights.ts`, [
    [
      'a record belongs to who made it',
      "if (claim === 'taken') return fail(refuseForbidden(`${effect.box.collection}: a record of somebody else`))",
      '',
    ],
    [
      'an id is never made again by others',
      "return owner !== undefined || existed ? 'taken'",
      "return owner !== undefined ? 'taken'",
    ],
    ['an owner is an owner for ever', "return owner !== undefined || existed ? 'taken'", "return existed ? 'taken'"],
    ['a new record is claimed', 'if (claim) claims.push(claim)', ''],
    [
      'one refused touch refuses all',
      'if (!answer.ok) return fail(refuseTouch(answer.error, effect))',
      'if (!answer.ok) continue',
    ],
    ['what passes is told from what is never allowed', 'code: PASSING.has(code) ? 4423 : 4403', 'code: 4403'],
    ['a touch names its owner', 'if (owner !== undefined) touch.owner = owner', ''],
    ['a touch names its step', 'if (step !== undefined) touch.step = asId(step)', ''],
    ['a touch names its value', 'if (value !== undefined) touch.value = value', ''],
    ['a touch names its field', 'if (field !== undefined) touch.field = field', ''],
  ]),
]

/**
 * Rules that another one repeats, so that switching them off alone changes no answer: what is cut off leaves nothing for
 * what always follows it, and what is told at once would be found out a little later.
 */
export const REPEATED_RULES = [
  ...rulesOf(`${GATE}/order.ts`, [
    ['a search that has cost too much ends at once', 'if (line.budget.steps < 0) return TOO_COSTLY', ''],
    [
      'what cost too much is refused at the latest when it is done',
      'return budget.steps < 0 ? TOO_COSTLY : undefined',
      'return undefined',
    ],
  ]),
  ...rulesOf(`${GATE}/bytes.ts`, [
    ['a byte is there to be read', "throw new Malformed('it ends too early')", ''],
    ['a text is there to be read', "throw new Malformed('a text is cut off')", ''],
    [
      'a short text has a limit, and no limit is that short',
      "if (size > most) throw new Malformed('a text is too long')",
      '',
    ],
  ]),
  ...rulesOf(`${GATE}/plain-value.ts`, [
    ['a number is there to be read', "throw new Malformed('it ends too early')", ''],
    ['a value holds safe numbers, as those are read', "throw new Malformed('a number is out of range')", ''],
  ]),
  ...rulesOf(`${GATE}/place.ts`, [
    ['what names something missing is a gap', "if (arrival === 'missing') return GAP", ''],
    ['what it names has come', "if (!incoming || id.clock >= incoming.end) return 'missing'", ''],
  ]),
  ...rulesOf(`${GATE}/place.ts`, [
    ['what is named has a place, or was refused before', "if (spot === undefined) return 'wrong'", ''],
  ]),
  ...rulesOf(`${GATE}/box.ts`, [
    ['records hold no maps', "if (key === null || within.level === 'text') return undefined", ''],
  ]),
]
