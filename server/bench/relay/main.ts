import { parseArgs } from 'node:util'
import { compareServers } from './compare.ts'
import { isServerKind, serve } from './serve.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { ms: { type: 'string', default: '2500' }, rounds: { type: 'string', default: '1' } },
})

// Each server under test is this program once more, in a process of its own.
const [kind] = positionals
if (isServerKind(kind)) await serve(kind)
else await compareServers(Number(values.ms), Number(values.rounds))
