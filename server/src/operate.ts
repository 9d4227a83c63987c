import { resolve } from 'node:path'
import type { Config } from './config.ts'
import type { Chance } from './sessions/chance.ts'
import { copyDatabase } from './storage/sqlite/copy.ts'
import { storeFiles } from './storage/sqlite/files.ts'
import { repairStore } from './storage/sqlite/repair.ts'
import { forgetSeats } from './sessions/forget-seats.ts'
import { restoreStore } from './storage/sqlite/restore.ts'
import { type Damage, type Inspection, readFrom, verifyStore } from './storage/sqlite/verify.ts'

/** What the program can be told to do besides serving; each prints what it did and says whether all is well. */
export const OPERATIONS = ['backup', 'restore', 'verify', 'repair'] as const
export type Operation = (typeof OPERATIONS)[number]

/** Which file the operation is about, if any, and how it speaks. */
export interface OperationRequest {
  readonly file: string | undefined
  /** Whether `restore` may put another store aside. */
  readonly replace: boolean
  /** Other backups and stores, whose erasures `restore` is to carry out too. */
  readonly erasedIn: readonly string[]
  readonly chance: Pick<Chance, 'now' | 'newId'>
  readonly print: (line: string) => void
}

const describeDamage = (damage: Damage): string => {
  switch (damage.type) {
    case 'session':
      return `  session ${damage.session}: its value cannot be read`
    case 'workspace':
      return `  workspace ${damage.workspace}: its value cannot be read`
    case 'document':
      return `  session ${damage.session}, document ${damage.document}: lost ${damage.lost.length} changes (${damage.lost.join(', ')})`
  }
}

const report = ({ sessions, documents, damage }: Inspection, print: OperationRequest['print']): boolean => {
  print(`${sessions} sessions, ${documents} documents, ${damage.length} damaged`)
  for (const each of damage) print(describeDamage(each))
  return damage.length === 0
}

const needFile = (file: string | undefined): string => {
  if (file === undefined) throw new MissingFile()
  return resolve(file)
}

/** An operation that needs a file was not told which. */
export class MissingFile extends Error {
  override readonly name = 'MissingFile'
}

/** Does it. Throws `UnusableStore` and `MissingFile`; resolves with false when it found damage. */
export const operate = async (operation: Operation, config: Config, request: OperationRequest): Promise<boolean> => {
  const { print } = request
  const dataDir = resolve(config.dataDir)
  const { data } = storeFiles(dataDir)
  switch (operation) {
    case 'backup': {
      const file = needFile(request.file)
      await readFrom(data, (db) => copyDatabase(db, file))
      print(`Everything in ${dataDir} is copied to ${file}`)
      return true
    }
    case 'restore': {
      const file = needFile(request.file)
      const { inspection, kept, erased, isLedgerLost } = await restoreStore({
        file,
        dataDir,
        replace: request.replace,
        now: request.chance.now(),
        erasedIn: request.erasedIn.map((name) => resolve(name)),
        forgetter: forgetSeats(request.chance.newId),
      })
      print(`${dataDir} now holds what ${file} holds`)
      if (erased > 0) print(`${erased} things that were erased since it was made are erased again`)
      if (isLedgerLost) print('The store that was there cannot be read: what was erased in it is not known')
      if (kept !== undefined) print(`What was there before is kept as ${kept}`)
      return report(inspection, print)
    }
    case 'verify':
      return report(await verifyStore(request.file === undefined ? data : resolve(request.file)), print)
    case 'repair': {
      const { repaired, left, kept } = await repairStore(dataDir)
      print(`${repaired.length} repaired, ${left.length} left`)
      for (const each of [...repaired, ...left]) print(describeDamage(each))
      if (kept !== undefined) print(`The store as it was is kept as ${kept}`)
      return left.length === 0
    }
  }
}
