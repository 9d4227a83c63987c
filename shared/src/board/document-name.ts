import { type SeatId, type TableId, isId } from '../kernel/index.ts'

/** What a document of a session is. `presence` is never stored: it carries awareness only. */
export type DocumentAddress =
  | { readonly kind: 'board' }
  | { readonly kind: 'presence' }
  | { readonly kind: 'draft'; readonly seat: SeatId }
  | { readonly kind: 'table'; readonly table: TableId }

export type DocumentKind = DocumentAddress['kind']

/** The name of a document as it stands in addresses and in the store: `board`, `draft.<seat>`, `table.<table>`. */
export const documentName = (address: DocumentAddress): string => {
  switch (address.kind) {
    case 'board':
    case 'presence':
      return address.kind
    case 'draft':
      return `draft.${address.seat}`
    case 'table':
      return `table.${address.table}`
  }
}

/** The document that a name means, or undefined when it is not a document's name. */
export const parseDocumentName = (name: string): DocumentAddress | undefined => {
  if (name === 'board' || name === 'presence') return { kind: name }
  const dot = name.indexOf('.')
  const id = name.slice(dot + 1)
  if (dot < 0 || !isId(id)) return undefined
  if (name.startsWith('draft.')) return { kind: 'draft', seat: id as SeatId }
  if (name.startsWith('table.')) return { kind: 'table', table: id as TableId }
  return undefined
}
