const SERVERS = {
  bare: () => import('./servers/bare.ts'),
  reference: () => import('./servers/reference.ts'),
  memory: async () => (await import('./servers/relay.ts')).serveRelay('memory'),
  disk: async () => (await import('./servers/relay.ts')).serveRelay('disk'),
}

export type ServerKind = keyof typeof SERVERS

export const isServerKind = (kind: string | undefined): kind is ServerKind =>
  kind !== undefined && Object.hasOwn(SERVERS, kind)

/** Becomes one of the servers under test. */
export const serve = async (kind: ServerKind): Promise<void> => void (await SERVERS[kind]())
