/** A table as it was read: every cell a text, in rows as wide as each is. */
export type Rows = readonly (readonly string[])[]

/**
 * Why a file cannot be read as a table. `encoding`: neither UTF-8 nor marked UTF-16; `broken`: no workbook a spreadsheet
 * program would open, or an old one; `packed`: it unpacks to too much; `columns`, `rows`: too many; `slow`: it took too long
 * or too much memory.
 */
export type Unreadable = 'encoding' | 'broken' | 'packed' | 'columns' | 'rows' | 'empty' | 'slow'

/** What reading a file came to. */
export type ReadTable =
  | { readonly ok: true; readonly rows: Rows; readonly format: 'xlsx' | 'text' }
  | { readonly ok: false; readonly reason: Unreadable }
