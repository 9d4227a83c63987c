import type { WebSocket } from 'ws'
import { listen } from './listen.ts'

// The floor: hands every message to everybody else as it came, and knows nothing.
const sockets = new Set<WebSocket>()

listen((socket) => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('message', (data) => {
    for (const other of sockets) if (other !== socket) other.send(data, { binary: true })
  })
})
