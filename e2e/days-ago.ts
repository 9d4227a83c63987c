import { type Server, startServer } from './server.ts'

const DAY_MS = 86_400_000

/** A server whose clock stands so many days ago: what is moved is the clock of its process, from outside. */
export const startDaysAgo = (days: number, port?: number, folder?: string): Promise<Server> =>
  startServer(
    {
      ...(port !== undefined && { PORT: String(port) }),
      NODE_OPTIONS: `--import=data:text/javascript,const%20now=Date.now;Date.now=()=>now()-${days * DAY_MS}`,
    },
    folder,
  )
