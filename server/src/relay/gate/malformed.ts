/** What stops the reading of an update. Never leaves the reader, which turns it into a value. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}
