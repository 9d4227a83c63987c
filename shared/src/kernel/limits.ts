import { DAY_MS } from './spans.ts'

/**
 * Every limit in one place: characters, counts, bytes and milliseconds.
 *
 * The server enforces them at its doors, the client shows them before they are met.
 */
export const LIMITS = {
  ideaCharacters: 2_000,
  ideaHintCharacters: 280,
  ideaCounterFromCharacters: 240,
  questionCharacters: 500,
  titleCharacters: 120,
  nameCharacters: 40,
  labelCharacters: 60,
  handoverLineCharacters: 140,
  notesCharacters: 2_000,
  messageCharacters: 140,
  consentCharacters: 280,
  /** A deck that people bring: what is pasted, one card of it, and how many there can be. */
  deckCharacters: 30_000,
  deckCardCharacters: 60,
  deckCards: 300,
  /** The line that says how two things are connected. */
  connectionCharacters: 280,

  participants: 60,
  participantsAtMost: 250,
  watchers: 500,
  waiting: 250,
  seatsPerSession: 2_000,
  marksPerSeat: 50,
  challengeVersions: 50,
  socketsPerSeat: 16,
  socketsPerSession: 4_000,
  /** Items that can be put to one vote. */
  itemsPerPoll: 500,
  /** People who can vote one after the other on one device. */
  peoplePerDevice: 12,
  /** Items that a step can begin from. */
  promptsPerStep: 12,
  agendaSteps: 40,
  /** How long a session can be planned for, and until when: the end of the year 9999. */
  sessionMinutes: 24 * 60,
  latestMoment: 253_402_300_799_999,
  itemsPerBoard: 6_000,
  itemsPerBoardWarning: 5_000,
  draftsPerSeat: 500,
  /** Items that one new item may turn round. */
  invertedAtOnce: 20,
  /** Of one run of reverse brainstorming: turned questions that people propose, what one person says is done already, and passes on; ideas that were there and are linked. */
  turnedProposals: 60,
  admissionsPerSeat: 200,
  passedPerSeat: 50,
  turnedReady: 300,
  /** Items that one new item may say it was inspired by. */
  inspirations: 6,
  /** Of one step of random associations: how many connections there can be. */
  connections: 400,
  /** With more published items than this each person is dealt a share to read, of at least so many. */
  dealtAbove: 80,
  dealtReading: 20,
  /** People who may be named to make groups for a large room. */
  namedAtMost: 12,
  /** Of one run of Five Whys: causes, and how many whys below the problem; evidence of one cause; checks; countermeasures; facts of the problem. */
  whyCauses: 200,
  whyDepth: 20,
  whyEvidence: 20,
  whyChecks: 60,
  whyIdeas: 200,
  whySources: 20,
  /** Of one café: tables, rounds, wishes, and what one table brings to the harvest. */
  cafeTables: 50,
  cafeRounds: 6,
  cafeWishes: 100,
  cafeSourcesPerTable: 40,
  callLinkCharacters: 500,
  insightsPerTable: 3,
  insightCharacters: 280,
  /** Of one step that decides: actions, concerns that are kept, and what stands in the decision and in each line of an action. */
  actions: 50,
  concerns: 100,
  chosenIdeas: 50,
  earlierActions: 200,
  causesOfAction: 5,
  decisionCharacters: 2_000,
  actionCharacters: 280,
  importRows: 5_000,
  /** Of an import: columns of a table, characters of one cell that are looked at, rows that a preview shows and refusals that are told one by one. */
  importColumns: 200,
  importCellCharacters: 8_000,
  importPreviewRows: 8,
  importRefusalsTold: 100,
  /** Of an import: what a packed file may unpack to, how long reading may take, and the memory it may use. */
  importUnpackedBytes: 120 * 1024 * 1024,
  importMs: 30_000,
  importMemoryMiB: 512,
  /** Links of a session's own file. */
  importLinks: 30_000,
  /** Of a report that is printed here: how long it may take, and how many may wait. */
  paperMs: 20_000,
  paperWaiting: 4,
  /** Things that are brought into a session at once from what came before. */
  carriedAtOnce: 100,

  documentBytes: 8 * 1024 * 1024,
  documentStructs: 300_000,

  bodyBytes: 256 * 1024,
  importBodyBytes: 20 * 1024 * 1024,
  frameBytes: 4 * 1024 * 1024,
  syncStep1Bytes: 64 * 1024,
  syncStep2Bytes: 1024 * 1024,
  updateBytes: 256 * 1024,
  awarenessBytes: 8 * 1024,
  presenceBytes: 2 * 1024,

  /** Per document socket. Above: close 4529, the third time within `strikesMs` 4429. */
  syncPerSecond: 60,
  syncBurst: 240,
  syncBytesPerSecond: 128 * 1024,
  syncBytesBurst: 2 * 1024 * 1024,
  strikesMs: 5 * 60 * 1000,
  /** Thread time that one message may cost before it counts as a strike. */
  messageCpuMs: 250,
  presencePerSecond: 15,
  /** Yjs client ids that one seat may begin to write with, per document and hour; and all ids of one document. */
  clientIdsPerSeatHour: 50,
  clientIdsPerDocument: 7_000,
  /** Bytes that wait for one slow socket: above the first presence is left out, above the second it is closed. */
  backlogPresenceBytes: 256 * 1024,
  backlogBytes: 4 * 1024 * 1024,
  stuckMs: 20_000,
  /** Sockets that a server opens at once, in seconds of what it opens steadily, and those of one seat. */
  upgradeBurstSeconds: 3,
  upgradeSeatBurst: 64,
  /** Outbound: at most one write per socket in this time, and never silent for longer than the second. */
  flushMs: 16,
  quietMs: 15_000,
  /** How long somebody without a socket is here after they asked for something. */
  polledPresenceMs: 10_000,
  liveDocumentMs: 30_000,

  /** Per seat. */
  commandsPerSecond: 10,
  commandBurst: 30,
  ballotsPerSecond: 2,
  /** Whoever answers quickly keeps each answer. */
  ballotBurst: 30,
  exportsPerMinute: 6,
  exportBurst: 12,
  /** Reports, per seat, and for all who have the link to it together. */
  reportsPerMinute: 30,
  reportBurst: 60,
  /** Looking at a table before it is taken counts too. */
  importsPerMinute: 20,
  importBurst: 20,
  /** Per address, of this machine and holders of the create key excepted. */
  sessionsPerHour: 30,

  /** Of one workspace: contacts that are noted, lines of each, characters of a line, and saved agendas. */
  contacts: 500,
  contactLines: 3,
  contactLineCharacters: 280,
  savedAgendas: 30,
  /** How many days a workspace may choose to keep its sessions for, at least; the operator says how many at most. */
  retentionDaysLeast: 30,

  graceMs: 2_000,
  /** How long before items are frozen it is announced. */
  freezeMs: 2_000,
  armMs: 5_000,
  undoMs: 10_000,
  /** How long an item that was dealt to one person is dealt to nobody else. */
  leaseMs: 60_000,
  /** The same for a negative idea that somebody turns round. */
  turningMs: 180_000,
  faceDownRefreshMs: 5_000,
  counterRefreshMs: 1_000,
  viewCoalesceMs: 100,
  commandMemoryMs: DAY_MS,
  /** How long after the end those who lead may put words right. */
  correctionsMs: 14 * DAY_MS,
  codeAfterEndMs: DAY_MS,
  /** How long a rehearsal is kept. */
  rehearsalMs: DAY_MS,
  keeperOfferMs: 120_000,
  /** How long somebody who waits in line may be away before the place in it is lost. */
  lineHoldMs: 120_000,
  /** How long a line to all is shown. */
  messageMs: 10_000,
  /** Everyone is called back at most once in this time. */
  gatherMs: 5_000,
  /** How long a host of a table may be away before somebody there takes over, and how long a place at a table is held. */
  hostGraceMs: 60_000,
  tableHoldMs: 120_000,
  stillWritingMs: 30_000,
  quietPersonMs: 180_000,

  cells: { width: 3_200, height: 2_000 },
} as const
