/** What we use of the parser of tables; the package brings no types. */
declare module 'papaparse' {
  interface ParseOptions<Row> {
    header?: boolean
    newline?: string
    delimiter?: string
    skipEmptyLines?: boolean
    step?: (row: { readonly data: Row }, parser: { readonly abort: () => void }) => void
  }
  const Papa: {
    readonly parse: <Row>(text: string, options?: ParseOptions<Row>) => { readonly data: Row[] }
  }
  export default Papa
}
