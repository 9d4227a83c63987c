/**
 * The pictures of the deck, in the order by which a draw counts them: one that comes, goes or moves makes another
 * version of the deck. Each is the name of the icon that shows it, as lucide has it.
 */
export const PICTURE_KEYS = [
  'anchor',
  'bike',
  'cable-car',
  'compass',
  'feather',
  'footprints',
  'gift',
  'hourglass',
  'key-round',
  'lightbulb',
  'magnet',
  'map',
  'mountain',
  'puzzle',
  'rabbit',
  'sailboat',
  'scissors',
  'shell',
  'snail',
  'snowflake',
  'sprout',
  'telescope',
  'turtle',
  'umbrella',
] as const

export type PictureKey = (typeof PICTURE_KEYS)[number]

/** What a picture is called, and what can be seen on it, for those who do not see it. */
export interface PictureText {
  readonly name: string
  readonly alt: string
}
