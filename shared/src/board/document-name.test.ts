import { expect, test } from 'vitest'
import { asId } from '../kernel/index.ts'
import { type DocumentAddress, documentName, parseDocumentName } from './document-name.ts'

test('K13 a document and its name mean each other', () => {
  const addresses: readonly DocumentAddress[] = [
    { kind: 'board' },
    { kind: 'presence' },
    { kind: 'draft', seat: asId('seat-00000000_01') },
    { kind: 'table', table: asId('table00000000001') },
  ]
  for (const address of addresses) expect(parseDocumentName(documentName(address))).toEqual(address)
})

test.each([
  '',
  'draft',
  'draft.',
  'draft.short',
  'Board',
  'board.x',
  'table.',
  'draft.../../etc/passwd',
  'draft.seat-00000000_01.x',
  'other.seat-00000000_01',
])('K13 %j names no document', (name) => expect(parseDocumentName(name)).toBeUndefined())
