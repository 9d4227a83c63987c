const PREFIX = 'QXQ'
const DIGITS = 8
const NEEDLE = Buffer.from(PREFIX)

/** A text that stands in an update as it is, whatever is merged with it, and says which update it was. */
export const markerOf = (serial: number): string => `${PREFIX}${String(serial).padStart(DIGITS, '0')}`

/** The updates that a message holds. */
export const findMarkers = (message: Buffer, onMarker: (serial: number) => void): void => {
  for (let at = message.indexOf(NEEDLE); at >= 0; at = message.indexOf(NEEDLE, at + NEEDLE.length)) {
    let serial = 0
    for (let digit = 0; digit < DIGITS; digit++)
      serial = serial * 10 + (message[at + NEEDLE.length + digit] as number) - 48
    onMarker(serial)
  }
}
