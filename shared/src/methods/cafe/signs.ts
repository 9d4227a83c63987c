/** The signs by which tables are told apart besides number and name: plain things whose outlines differ. The client draws them. */
export const TABLE_SIGNS = [
  'sun',
  'fish',
  'key',
  'leaf',
  'anchor',
  'umbrella',
  'bell',
  'moon',
  'mountain',
  'apple',
  'feather',
  'sailboat',
  'flower',
  'cloud',
  'lamp',
  'bird',
  'gem',
  'tree',
  'turtle',
  'snowflake',
  'shell',
  'puzzle',
  'cherry',
  'flame',
] as const
export type TableSign = (typeof TABLE_SIGNS)[number]

interface Signed {
  readonly icon?: string | undefined
}

const isSign = (icon: string | undefined): icon is TableSign =>
  icon !== undefined && (TABLE_SIGNS as readonly string[]).includes(icon)

/** The sign of a table, by its place among the tables where it has none that can be drawn. */
export const signOf = ({ icon }: Signed, nth: number): TableSign =>
  isSign(icon) ? icon : (TABLE_SIGNS[nth % TABLE_SIGNS.length] ?? TABLE_SIGNS[0])

/**
 * The tables, each with a sign: its own, which no other table before it has, else the first of those that are used least.
 * No two are alike as long as there are signs enough.
 */
export const withSigns = <Table extends Signed>(tables: readonly Table[]): readonly (Table & { icon: TableSign })[] => {
  const uses = new Map<TableSign, number>(TABLE_SIGNS.map((sign) => [sign, 0]))
  const use = (sign: TableSign): TableSign => {
    uses.set(sign, (uses.get(sign) ?? 0) + 1)
    return sign
  }
  const kept = tables.map(({ icon }) => (isSign(icon) && uses.get(icon) === 0 ? use(icon) : undefined))
  return tables.map((table, nth) => {
    const least = Math.min(...uses.values())
    const free = TABLE_SIGNS.find((sign) => uses.get(sign) === least) ?? TABLE_SIGNS[0]
    return { ...table, icon: kept[nth] ?? use(free) }
  })
}

/** The tables after one of them took a sign: whoever had it gets that one's in exchange. */
export const withSign = <Table extends Signed & { readonly id: string }>(
  tables: readonly Table[],
  id: string,
  sign: string,
): readonly Table[] => {
  const former = tables.find((table) => table.id === id)?.icon
  return tables.map((table) => {
    if (table.id === id) return { ...table, icon: sign }
    return table.icon === sign && former !== undefined ? { ...table, icon: former } : table
  })
}
