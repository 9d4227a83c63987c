import * as Y from 'yjs'

const MAPS = ['items', 'clusters', 'links', 'meta']

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]))
}

/** All that a document says, the same text for the same content. */
export const contentOf = (doc: Y.Doc): string =>
  JSON.stringify(Object.fromEntries(MAPS.map((name) => [name, inOrder(doc.getMap(name).toJSON())])))

/** How two replicas of a document differ, in words; undefined when they do not, down to what was deleted. */
export const compare = (one: Y.Doc, other: Y.Doc): string | undefined => {
  if ([one, other].some(({ store }) => store.pendingStructs !== null || store.pendingDs !== null))
    return 'something waits for what it depends on'
  if (contentOf(one) !== contentOf(other)) return 'the contents differ'
  if (!Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other)))
    return 'the contents are the same, what they are made of is not'
  return undefined
}
