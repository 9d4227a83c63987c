import { expect, test } from 'vitest'
import { makeDataDir, openIn } from '../contract/data-dir.ts'
import { nameNetworkDrive } from './network-drive.ts'

test('D25 a store in use is not opened twice in one process, and again after closing', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await expect(openIn(dataDir)).rejects.toMatchObject({ name: 'UnusableStore', reason: 'in-use' })
  await store.close()
  await (await openIn(dataDir)).close()
})

test('D25 file systems on which locks cannot be trusted are known by their type', () => {
  expect(nameNetworkDrive(0x6969)).toBe('NFS')
  expect(nameNetworkDrive(0xff534d42)).toBe('CIFS')
  expect(nameNetworkDrive(0xff534d42 | 0)).toBe('CIFS')
  expect(nameNetworkDrive(0xef53)).toBeUndefined()
})
