import { statfs } from 'node:fs/promises'
import { UnusableStore } from '../store.ts'

// Magic numbers of statfs(2) on Linux. Locks and shared memory cannot be trusted on these.
const NETWORK_DRIVES: Readonly<Record<number, string>> = {
  0x6969: 'NFS',
  0x517b: 'SMB',
  0xfe534d42: 'SMB2',
  0xff534d42: 'CIFS',
  0x5346414f: 'AFS',
}

/** The name of the network file system with this statfs type, or undefined for a local or unknown one. */
export const nameNetworkDrive = (type: number): string | undefined => NETWORK_DRIVES[type >>> 0]

/** Throws `UnusableStore` (`network-drive`) when a folder lies where SQLite cannot lock. Known on Linux only. */
export const refuseNetworkDrive = async (folder: string): Promise<void> => {
  const { type } = await statfs(folder)
  const drive = nameNetworkDrive(type)
  if (drive) throw new UnusableStore('network-drive', `${folder} is on ${drive}; the store needs a local disk`)
}
