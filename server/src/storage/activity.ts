import type { Write } from './store.ts'

/** The latest moment that a write tells of, or undefined when it tells of none (updates of documents carry no time). */
export const latestTimeOf = (write: Write): number | undefined => {
  const times = [
    write.value?.endedAt,
    write.command?.at,
    write.log?.at,
    ...(write.grants ?? []).map((grant) => grant.createdAt),
  ].filter((time) => time !== undefined)
  return times.length > 0 ? Math.max(...times) : undefined
}
