import { Clock, Flag, Heart, Leaf, Lightbulb, type LucideIcon, Star, Users, Wrench } from 'lucide-react'

/** The icons that a cluster may have. Their names stand in the document, so they never change. */
export const CLUSTER_ICONS = {
  lightbulb: Lightbulb,
  star: Star,
  heart: Heart,
  flag: Flag,
  users: Users,
  clock: Clock,
  wrench: Wrench,
  leaf: Leaf,
} as const satisfies Record<string, LucideIcon>

export type ClusterIconName = keyof typeof CLUSTER_ICONS

/** The names of the icons, in the order of the menu. */
export const CLUSTER_ICON_NAMES = Object.keys(CLUSTER_ICONS) as readonly ClusterIconName[]

/** Whether a document names an icon that is known here. */
export const isClusterIcon = (name: string | undefined): name is ClusterIconName =>
  CLUSTER_ICON_NAMES.some((known) => known === name)
