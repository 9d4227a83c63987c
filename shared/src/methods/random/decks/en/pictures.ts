import type { PictureKey, PictureText } from '../picture-keys.ts'

/** The pictures of the deck in English. */
export const PICTURES: Readonly<Record<PictureKey, PictureText>> = {
  anchor: { name: 'Anchor', alt: 'A ship’s anchor with a ring at the top' },
  bike: { name: 'Bicycle', alt: 'A bicycle seen from the side' },
  'cable-car': { name: 'Cable car', alt: 'A cabin that hangs from a cable' },
  compass: { name: 'Compass', alt: 'A round compass with a needle' },
  feather: { name: 'Feather', alt: 'A single bird feather' },
  footprints: { name: 'Footprints', alt: 'Two footprints, one ahead of the other' },
  gift: { name: 'Gift', alt: 'A box tied with a bow' },
  hourglass: { name: 'Hourglass', alt: 'An hourglass, its sand running' },
  'key-round': { name: 'Key', alt: 'A key with a round head' },
  lightbulb: { name: 'Light bulb', alt: 'A light bulb' },
  magnet: { name: 'Magnet', alt: 'A magnet in the shape of a horseshoe' },
  map: { name: 'Map', alt: 'A folded map' },
  mountain: { name: 'Mountain', alt: 'A mountain peak' },
  puzzle: { name: 'Puzzle piece', alt: 'One piece of a jigsaw puzzle' },
  rabbit: { name: 'Rabbit', alt: 'A sitting rabbit' },
  sailboat: { name: 'Sailing boat', alt: 'A small boat under sail' },
  scissors: { name: 'Scissors', alt: 'A pair of open scissors' },
  shell: { name: 'Shell', alt: 'A shell wound into a spiral' },
  snail: { name: 'Snail', alt: 'A snail with its house on its back' },
  snowflake: { name: 'Snowflake', alt: 'A snowflake with six arms' },
  sprout: { name: 'Sprout', alt: 'A young plant with two leaves' },
  telescope: { name: 'Telescope', alt: 'A telescope on a stand' },
  turtle: { name: 'Turtle', alt: 'A turtle seen from the side' },
  umbrella: { name: 'Umbrella', alt: 'An open umbrella' },
}
