import type { TableSign as Sign } from '@roundel/shared/methods/cafe'
import {
  Anchor,
  Apple,
  Bell,
  Bird,
  Cherry,
  Cloud,
  Feather,
  FishSymbol,
  Flame,
  Flower2,
  Gem,
  KeyRound,
  Lamp,
  Leaf,
  type LucideIcon,
  Moon,
  Mountain,
  Puzzle,
  Sailboat,
  Shell,
  Snowflake,
  Sun,
  TreeDeciduous,
  Turtle,
  Umbrella,
} from 'lucide-react'

const ICONS: Readonly<Record<Sign, LucideIcon>> = {
  sun: Sun,
  fish: FishSymbol,
  key: KeyRound,
  leaf: Leaf,
  anchor: Anchor,
  umbrella: Umbrella,
  bell: Bell,
  moon: Moon,
  mountain: Mountain,
  apple: Apple,
  feather: Feather,
  sailboat: Sailboat,
  flower: Flower2,
  cloud: Cloud,
  lamp: Lamp,
  bird: Bird,
  gem: Gem,
  tree: TreeDeciduous,
  turtle: Turtle,
  snowflake: Snowflake,
  shell: Shell,
  puzzle: Puzzle,
  cherry: Cherry,
  flame: Flame,
}

/** The sign of a table, in the colour of the words beside it. Decoration: its number and its name are said. */
export const TableSign = ({
  sign,
  size = 20,
  at,
}: {
  readonly sign: Sign
  /** Pixels, or units of the drawing that it is a part of. */
  readonly size?: number
  /** Its middle, in a drawing. */
  readonly at?: { readonly x: number; readonly y: number }
}) => {
  const Icon = ICONS[sign]
  const place = at && { x: at.x - size / 2, y: at.y - size / 2 }
  return <Icon size={size} aria-hidden="true" focusable="false" data-sign={sign} {...place} />
}
