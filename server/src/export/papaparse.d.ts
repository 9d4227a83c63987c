/** What the tests use of the parser that plays the spreadsheet; the package brings no types. */
declare module 'papaparse' {
  const Papa: {
    readonly parse: <Row>(
      text: string,
      options?: { header?: boolean; newline?: string; delimiter?: string },
    ) => { readonly data: Row[] }
  }
  export default Papa
}
