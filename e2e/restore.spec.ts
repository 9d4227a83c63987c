import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { operate, startServer } from './server.ts'
import { WritingCompany } from './writing-company.ts'

const BACKUPS = Number(process.env['BACKUPS'] ?? 1)

test('D41 a server put up from a backup that was made under load has everything acknowledged before it began', async () => {
  test.setTimeout(60_000 + BACKUPS * 90_000)
  const server = await startServer()
  const folder = await mkdtemp(join(tmpdir(), 'roundel-e2e-'))
  try {
    const company = await WritingCompany.gather(server.origin)
    for (let nth = 1; nth <= BACKUPS; nth++) {
      const file = join(folder, `backup-${nth}.db`)
      const enough = Promise.withResolvers<void>()
      const goal = company.acknowledged() + 150
      const onProgress = (): void => {
        if (company.acknowledged() >= goal) enough.resolve()
      }
      for (const giver of company.givers) giver.start(onProgress)
      await Promise.all(company.writers.map((writer) => writer.connect(onProgress)))
      await enough.promise
      const promised = company.promised()
      expect(await operate(['backup', file], server.folder)).toMatchObject({ code: 0 })
      const during = company.acknowledged() - promised.writings.length - promised.commands.length
      for (const writer of company.writers) writer.stop()
      await Promise.all(company.givers.map((giver) => giver.stop()))
      expect(promised.commands.length).toBeGreaterThan(0)
      expect(during).toBeGreaterThan(0)

      expect(await operate(['verify', file], server.folder)).toMatchObject({ code: 0 })
      const elsewhere = join(folder, `data-${nth}`)
      expect(await operate(['restore', file], elsewhere)).toMatchObject({ code: 0 })
      const second = await startServer({}, elsewhere)
      const lost = await company.findLost([], promised, second.origin)
      await second.stop()
      expect(lost).toEqual([])
      console.log(
        `backup ${nth}: 0 lost of ${promised.writings.length} writes and ${promised.commands.length} commands; ` +
          `${during} more were acknowledged while it was made`,
      )
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
