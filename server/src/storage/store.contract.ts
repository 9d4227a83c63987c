import { describe } from 'vitest'
import { describeBallots } from './contract/ballots.contract.ts'
import { describeDocuments } from './contract/documents.contract.ts'
import { describeLifetime } from './contract/lifetime.contract.ts'
import { describeRecords } from './contract/records.contract.ts'
import type { OpenStore } from './contract/sample.ts'
import { describeWorkspaces } from './contract/workspaces.contract.ts'
import { describeWrites } from './contract/writes.contract.ts'

/** The laws of every store. `open` gives a blank one; `reopen` closes it and opens what it left behind. */
export const describeStore = (name: string, open: OpenStore): void => {
  describe(`store: ${name}`, () => {
    describeWrites(open)
    describeRecords(open)
    describeBallots(open)
    describeDocuments(open)
    describeLifetime(open)
    describeWorkspaces(open)
  })
}
