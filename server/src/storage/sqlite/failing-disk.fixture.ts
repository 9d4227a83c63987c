import { existsSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { workerData } from 'node:worker_threads'
import type { WriterSettings } from './writer.ts'

const { file } = workerData as WriterSettings
const prepare = Reflect.get(DatabaseSync.prototype, 'prepare') as (sql: string) => StatementSync

// SQLITE_IOERR_FSYNC, as `COMMIT` throws it when the disk does not take what it is given.
const fail = (): never => {
  throw Object.assign(new Error('disk I/O error'), { errcode: 1034 })
}

// A writing thread whose commits fail for as long as there is a file of that name.
DatabaseSync.prototype.prepare = function prepareOnFailingDisk(sql) {
  const statement = prepare.call(this, sql)
  if (sql === 'COMMIT') {
    const run = statement.run.bind(statement, {})
    statement.run = () => (existsSync(`${file}.fault`) ? fail() : run())
  }
  return statement
}

await import('./writer.ts')
