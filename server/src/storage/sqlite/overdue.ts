/**
 * Which sessions are past their time: nothing has touched them since `?2`, or for as long as their workspace keeps what is
 * its own, or they have expired. `?3` is now. To stand in a `WHERE` about `sessions`.
 */
export const OVERDUE = `(
  expires_at <= ?3 OR touched_at <= coalesce(
    (SELECT ?3 - retention_ms FROM workspaces WHERE workspaces.id = sessions.workspace), ?2
  )
)`
