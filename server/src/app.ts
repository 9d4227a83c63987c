import cookie from '@fastify/cookie'
import websocket from '@fastify/websocket'
import { DAY_MS, LIMITS } from '@roundel/shared/kernel'
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { Config } from './config.ts'
import { serveCalendar } from './http/calendar.ts'
import { readBuild, serveClient } from './http/client-files.ts'
import { serveActions } from './http/actions.ts'
import { serveCommands } from './http/commands.ts'
import { serveCreation } from './http/create-session.ts'
import { countCreations } from './http/creations.ts'
import { serveDocuments } from './http/document-socket.ts'
import type { Doors } from './http/doors.ts'
import { handleErrors } from './http/error-handler.ts'
import { serveExchange } from './http/exchange.ts'
import { serveExport } from './http/export.ts'
import { serveImport } from './http/import.ts'
import { serveJoinPage } from './http/join-page.ts'
import { serveLineage } from './http/lineage.ts'
import { serveLive } from './http/live-socket.ts'
import { describeInterface, serveOpenApi } from './http/open-api.ts'
import { serveMetrics, serveOperation } from './http/operation.ts'
import { refuseClosing, refuseUnreadable, sendError } from './http/refuse.ts'
import { serveReport } from './http/report.ts'
import { serveReportPdf } from './http/report-pdf.ts'
import { serveRestore } from './http/restore.ts'
import { serveSeats, serveTransfers } from './http/seats.ts'
import { protectPages } from './http/security-headers.ts'
import { serveSession } from './http/session.ts'
import { serveBallots } from './http/ballot.ts'
import { serveWorkspaces } from './http/workspaces.ts'
import { serveSwitchPreview } from './http/switch-preview.ts'
import { refuseForeignPages } from './http/trusted-source.ts'
import { openTurnstile } from './http/turnstile.ts'
import { useValibot } from './http/valibot.ts'
import { openFileReader } from './import/file-reader.ts'
import { loopbackOrigin } from './identity/address.ts'
import { countFailures } from './identity/failures.ts'
import { openRenewals } from './identity/renewal.ts'
import { chooseSubprotocol } from './identity/subprotocol.ts'
import { type LogStream, logOptions } from './log.ts'
import { openMetrics } from './metrics.ts'
import { printWith } from './paper/installed-browser.ts'
import { type PrintPage, openPrinter } from './paper/printer.ts'
import { openDocumentRoom } from './relay/document-room.ts'
import { judge } from './relay/gate/judge.ts'
import type { Chance } from './sessions/chance.ts'
import { openRehearsals } from './rehearsal/rehearsals.ts'
import { keepHouse } from './sessions/housekeeping.ts'
import { openReadiness } from './sessions/readiness.ts'
import { openRooms } from './sessions/rooms.ts'
import type { Store } from './storage/store.ts'
import { openPast } from './workspaces/stored-past.ts'
import { openTrails } from './workspaces/trails.ts'
import { listLeftOpen } from './workspaces/undertakings.ts'
import { openWorkspaces } from './workspaces/workspaces.ts'

const REQUEST_TIMEOUT_MS = 30_000
/** How long people's sockets may take to close when the server stops. */
const FAREWELL_MS = 2_000

/** What the server is made of. The store stays the caller's, who closes it after the server. */
export interface Dependencies {
  readonly config: Config
  readonly store: Store
  readonly chance: Chance
  /** Where the built client lies. */
  readonly clientFolder: string
  /** This machine's address in the local network, when the server can be reached there. */
  readonly lanAddress?: string | undefined
  readonly logStream?: LogStream
  /** Prints reports, instead of the browser that `config` names. */
  readonly printPage?: PrintPage | undefined
}

/** The server, not listening yet: every plugin and every route, in order. */
export const buildApp = ({
  config,
  store,
  chance,
  clientFolder,
  lanAddress,
  logStream,
  printPage = config.reportBrowser === undefined ? undefined : printWith(config.reportBrowser),
}: Dependencies): FastifyInstance => {
  const app: FastifyInstance = Fastify({
    logger: logOptions(config, logStream),
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    bodyLimit: LIMITS.bodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    frameworkErrors: ({ code }, request, reply) => {
      // No hook runs for these, so nothing else would end the connection of an upgrade.
      if (request.headers.upgrade !== undefined) reply.raw.on('finish', () => request.raw.socket.destroy())
      void sendError(reply as FastifyReply, code === 'FST_ERR_BAD_URL' ? 'bad-request' : 'unknown')
    },
    clientErrorHandler: (_error, socket) => refuseUnreadable(socket),
  })
  const readiness = openReadiness(store, chance)
  const past = openPast(store)
  const workspaces = openWorkspaces({ store, chance, mostDays: config.workspaceRetentionDays })
  const rooms = openRooms({
    store,
    chance,
    readiness,
    log: app.log,
    openRoom: openDocumentRoom,
    judge,
    trailsFor: openTrails(past, workspaces.peek),
    leftOpen: async (workspace, but) =>
      listLeftOpen((await past.sessionsOf(workspace)).filter(({ session }) => session.id !== but)),
  })
  const turnstile = openTurnstile({
    clock: chance.clock,
    perSecond: config.upgradesPerSecond,
    most: config.maxSockets,
    open: rooms.sockets,
  })
  // Whoever is sent away comes back to a server like this one, which takes them at this pace.
  const departure = {
    atOnce: config.upgradesPerSecond * LIMITS.upgradeBurstSeconds,
    perSecond: config.upgradesPerSecond,
    withinMs: config.drainSeconds * 1000,
  }
  const metrics = openMetrics(() => rooms)
  const rehearsals = openRehearsals({ origin: () => loopbackOrigin(app.server.address()), chance, log: app.log })
  const doors: Doors = {
    config,
    store,
    chance,
    rooms,
    readiness,
    failures: countFailures(),
    turnstile,
    renewals: openRenewals(store, chance),
    metrics,
    creations: countCreations(config),
    workspaces,
    past,
    readFile: openFileReader(),
    printer: printPage && openPrinter(printPage, (error) => app.log.error({ err: error }, 'a report was not printed')),
    clientFolder,
    rehearsals,
    build: readBuild(clientFolder),
    lanAddress,
  }

  const retentionMs = config.retentionDays * DAY_MS
  const stopKeeping = keepHouse({ store, rooms, workspaces, chance, retentionMs, log: app.log })

  handleErrors(app, readiness)
  // Only JSON comes in, and bytes at one address: a form of a foreign page cannot be sent as that without asking first.
  app.removeContentTypeParser('text/plain')
  protectPages(app, config.publicUrl)
  void app.register(cookie)
  void app.register(websocket, {
    options: { maxPayload: LIMITS.frameBytes, perMessageDeflate: false, handleProtocols: chooseSubprotocol },
    errorHandler: (error, socket, request) => {
      if (socket.readyState !== socket.OPEN) return
      request.log.error({ err: error }, 'a socket failed')
      socket.terminate()
    },
    preClose: async () => {
      readiness.stop()
      // The framework answers what comes now without its hooks, and those are what ends the connection of an upgrade.
      app.server.removeAllListeners('upgrade')
      app.server.on('upgrade', (_request, socket) => refuseClosing(socket))
      stopKeeping()
      rehearsals.stop()
      await rooms.close(departure)
      await dismiss(app)
    },
  })
  describeInterface(app)
  app.addHook('onResponse', async (request, reply) => {
    metrics.countRequest(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1000)
  })
  void app.register(
    async (plain) => {
      refuseForeignPages(plain, config.publicUrl)
      plain.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))
      const api = useValibot(plain)
      serveCreation(api, doors)
      serveJoinPage(api, doors)
      serveSeats(api, doors)
      serveTransfers(api, doors)
      serveSession(api, doors)
      serveCommands(api, doors)
      serveExport(api, doors)
      serveReport(api, doors)
      serveReportPdf(api, doors)
      serveRestore(api, doors)
      serveSwitchPreview(api, doors)
      serveBallots(api, doors)
      serveActions(api, doors)
      serveCalendar(api, doors)
      serveWorkspaces(api, doors)
      serveImport(api, doors)
      serveLineage(api, doors)
      serveLive(api, doors)
      serveDocuments(api, doors)
      serveExchange(api, doors)
      serveOperation(api, doors)
      serveOpenApi(plain)
    },
    { prefix: '/api' },
  )
  void app.register(async (plain) => {
    serveMetrics(plain, doors)
  })
  serveClient(app, clientFolder)
  return app
}

/** Waits for the sockets to close that were told to, and ends those that do not. */
const dismiss = async (app: FastifyInstance): Promise<void> => {
  const { websocketServer: server } = app
  const open = [...server.clients].filter((client) => client.readyState !== client.CLOSED)
  const late = setTimeout(() => {
    for (const client of open) client.terminate()
  }, FAREWELL_MS)
  await Promise.all(open.map((client) => new Promise<void>((resolve) => void client.once('close', () => resolve()))))
  clearTimeout(late)
  server.close()
}
