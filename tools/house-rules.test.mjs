import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDeadPages, findLockedHosts, findLoosePins, findUnreadTexts, findUnwanted } from './house-rules.mjs'

/** Puts words together, so that this file does not hold what it forbids. */
const word = (...parts) => parts.join('')

test('H4 a committed text holds no registry, no path of one machine, no unfinished place', () => {
  const text = [
    `see https://${word('regis', 'try.')}example.org/x`,
    `const home = '${word('/wo', 'rk/')}main'`,
    `cat ${word('/t', 'mp/')}file`,
    `cat ${word('/ho', 'me/')}ann/file`,
    `// ${word('TO', 'DO')}: later`,
  ].join('\n')
  assert.deepEqual(
    findUnwanted('a.ts', text).map((line) => line.split(': ')[0]),
    ['a.ts:1', 'a.ts:2', 'a.ts:3', 'a.ts:4', 'a.ts:5'],
  )
  const inside = word('/wo', 'rk/')
  assert.deepEqual(
    findUnwanted('a.ts', `import x from '..${inside}item.ts'\nthe network${inside}flow\n// all done`),
    [],
  )
})

test('H4 a page that is mentioned is there', () => {
  const pages = new Set(['README.md'])
  assert.deepEqual(findDeadPages('a.md', 'see README.md', pages), [])
  assert.equal(findDeadPages('a.md', `see ${word('NOWHERE', '.md')}`, pages).length, 1)
})

test('H5 every version is pinned, and everywhere the same', () => {
  const manifests = [
    ['a/package.json', { dependencies: { one: '1.0.0', two: '^2.0.0', three: 'catalog:' } }],
    ['b/package.json', { devDependencies: { one: '1.0.1', three: 'catalog:', four: 'workspace:*' } }],
  ]
  const catalog = "packages:\n  - a\n\ncatalog:\n  '@types/three': ~3.0.0\n  # why\n  three: 3.0.0\n\nother: x\n"
  assert.deepEqual(findLoosePins(manifests, catalog), [
    'a/package.json: two is not pinned: ^2.0.0',
    'b/package.json: one 1.0.1, but 1.0.0 in a/package.json',
    'the catalog: @types/three is not pinned: ~3.0.0',
  ])
})

test('H5 the lockfile names no host', () => {
  assert.deepEqual(findLockedHosts('resolution: {integrity: sha512-x}\n'), [])
  assert.equal(findLockedHosts('resolution: {tarball: https://example.org/x.tgz}\n').length, 1)
})

test('H11 every text is asked for somewhere, by its whole name or by how it begins', () => {
  const sources = "t('note.title')\nt(`note.of-${kind}`)\n"
  const catalogue = ['en.json', { 'note.title': 'Note', 'note.of-cause': 'Cause', 'note.gone': 'Gone' }]
  assert.deepEqual(findUnreadTexts([catalogue], sources), ['en.json: nobody reads note.gone'])
})
