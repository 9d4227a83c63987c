import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { runCaptured } from './child.mjs'
import { programOf } from './program.mjs'
import { ROOT } from './root.mjs'

const YJS = "import * as Y from 'yjs'\nexport const doc = new Y.Doc()\n"
const ZUSTAND = "import { create } from 'zustand'\nexport const useIt = create(() => ({}))\n"
const PROCESS = 'export const port = process.env.PORT\n'
const GET_MAP = "export const items = (doc) => doc.getMap('items')\n"
const from = (address) => `import { x } from '${address}'\nexport const y = x\n`

/** File, text, and the words that the complaint must hold; null where nothing may be complained about. */
const FIXTURES = [
  ['shared/src/session/uses-server.ts', from('@roundel/server'), 'shared imports nothing of ours'],
  ['shared/src/session/uses-client.ts', from('../../../client/src/app/x.ts'), 'shared imports nothing of ours'],
  ['shared/src/session/uses-node.ts', from('node:fs'), 'shared runs in browsers too'],
  ['shared/src/session/uses-yjs.ts', YJS, 'Only shared/src/board knows Yjs'],
  ['shared/src/session/uses-protocol.ts', from('../protocol/index.ts'), 'stands below the protocol'],
  ['shared/src/session/reads-clock.ts', 'export const at = () => Date.now()\n', 'Time is passed in'],
  ['shared/src/session/throws-dice.ts', 'export const luck = () => Math.random()\n', 'Chance is passed in'],
  ['shared/src/session/gets-map.ts', GET_MAP, 'through the accessors of shared/src/board'],
  ['shared/src/session/uses-methods.ts', from('../methods/index.ts'), null],
  ['shared/src/kernel/uses-board.ts', from('../board/index.ts'), 'kernel is the lowest layer'],
  ['shared/src/board/uses-methods.ts', from('../methods/index.ts'), 'stands below methods'],
  ['shared/src/board/throws-dice.ts', 'export const luck = () => Math.random()\n', 'Chance is passed in'],
  ['shared/src/board/uses-yjs.ts', YJS, null],
  ['shared/src/board/gets-map.ts', GET_MAP, null],
  ['shared/src/methods/uses-session.ts', from('../session/index.ts'), 'know no session'],
  ['shared/src/methods/cafe/uses-session.ts', from('../../session/index.ts'), 'know no session'],
  ['shared/src/methods/cafe/uses-sibling.ts', from('../random/index.ts'), 'knows no other'],
  ['shared/src/scoring/fan/uses-sibling.ts', from('../tesco/index.ts'), 'knows no other'],
  ['shared/src/methods/cafe/uses-method.ts', from('../method.ts'), null],
  ['server/src/http/uses-client.ts', from('@roundel/client'), 'server knows no client'],
  ['server/src/http/uses-zustand.ts', ZUSTAND, 'server knows no client'],
  ['server/src/http/uses-yjs.ts', YJS, 'Only server/src/relay and server/src/storage know Yjs'],
  ['server/src/http/reads-process.ts', PROCESS, 'Only server/src/main.ts'],
  ['server/src/http/imports-process.ts', from('node:process'), 'Only server/src/main.ts'],
  ['server/src/relay/reads-process.ts', PROCESS, 'Only server/src/main.ts'],
  ['server/src/relay/imports-process.ts', from('node:process'), 'Only server/src/main.ts'],
  ['server/src/relay/gets-map.ts', GET_MAP, 'through the accessors of shared/src/board'],
  ['server/src/relay/uses-yjs.ts', YJS, null],
  ['server/src/storage/uses-yjs.ts', YJS, null],
  ['server/src/http/room.test.ts', YJS, null],
  ['server/src/http/uses-shared.ts', from('@roundel/shared/board'), null],
  ['server/src/main.ts', PROCESS, null],
  ['client/src/app/uses-server.ts', from('../../../server/src/http/x.ts'), "server's contract only"],
  ['client/src/app/uses-yjs.ts', YJS, 'Only client/src/sync knows Yjs'],
  ['client/src/app/uses-provider.ts', from('y-websocket'), 'Only client/src/sync knows Yjs'],
  ['client/src/app/uses-zustand.ts', ZUSTAND, 'Stores live in client/src/state'],
  ['client/src/app/opens-socket.ts', "export const open = () => new WebSocket('/')\n", 'Only client/src/sync talks'],
  ['client/src/app/gets-map.ts', GET_MAP, 'through the accessors of shared/src/board'],
  ['client/src/app/writes-markup.ts', "export const show = (e) => (e.innerHTML = '')\n", 'text is never markup'],
  ['client/src/app/uses-shared.ts', from('@roundel/shared/board'), null],
  ['client/src/methods/cafe/uses-sibling.ts', from('../random/view.tsx'), 'knows no other'],
  ['client/src/methods/cafe/uses-yjs.ts', YJS, 'Only client/src/sync knows Yjs'],
  ['client/src/methods/cafe/uses-app.ts', from('../../app/frame.tsx'), 'app composes the methods'],
  ['client/src/ui/uses-board.ts', from('../board/wall.tsx'), 'knows nothing of boards'],
  ['client/src/sync/uses-server.ts', from('@roundel/server'), "server's contract only"],
  ['client/src/sync/uses-app.ts', from('../app/frame.tsx'), 'stands below what is shown'],
  ['client/src/sync/uses-zustand.ts', ZUSTAND, 'Stores live in client/src/state'],
  ['client/src/sync/uses-yjs.ts', YJS, null],
  ['client/src/sync/opens-socket.ts', "export const open = () => new WebSocket('/')\n", null],
  ['client/src/state/uses-yjs.ts', YJS, 'Only client/src/sync knows Yjs'],
  ['client/src/state/uses-sync.ts', from('../sync/session.ts'), 'knows nothing else'],
  ['client/src/state/uses-zustand.ts', ZUSTAND, null],
  ['client/src/app/picture.tsx', 'export const Picture = () => <img src="x.png" />\n', 'alt'],
  ['client/src/app/conditional.tsx', hookFixture(), 'React Hook'],
  ['e2e/journeys/imports-ours.ts', from('@roundel/shared/board'), 'meets the product from outside'],
  ['shared/src/session/egg.ts', from('./hen.ts'), 'Dependency cycle'],
  ['shared/src/session/hen.ts', "import { y } from './egg.ts'\nexport const x = y\n", 'Dependency cycle'],
  ['server/src/http/floats.ts', 'export const go = (wait: () => Promise<void>) => {\n  wait()\n}\n', 'Promise'],
]

function hookFixture() {
  return "import { useState } from 'react'\nexport const View = ({ on }) => {\n  if (on) useState(0)\n  return null\n}\n"
}

const complaints = new Map()
let folder

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roundel-lint-'))
  copyFileSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  const compilerOptions = {
    target: 'es2024',
    module: 'esnext',
    strict: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
  for (const [file, text] of FIXTURES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const [command, ...args] = programOf('.', 'oxlint')
  const [, tsgolint] = programOf('.', 'oxlint-tsgolint', 'tsgolint')
  const env = { ...process.env, OXLINT_TSGOLINT_PATH: tsgolint }
  const { output } = await runCaptured(command, [...args, '--format=json'], { cwd: folder, env })
  for (const { filename, message, help } of JSON.parse(output).diagnostics) {
    const file = filename.replaceAll('\\', '/')
    complaints.set(file, `${complaints.get(file) ?? ''}${message} ${help ?? ''}\n`)
  }
})

after(() => rmSync(folder, { recursive: true, force: true }))

for (const [file, , words] of FIXTURES) {
  test(`H3 ${file} ${words ? `is told: ${words}` : 'is fine'}`, () => {
    const said = complaints.get(file) ?? ''
    if (words === null) assert.equal(said, '')
    else assert.ok(said.includes(words), `said instead: ${said || 'nothing'}`)
  })
}
