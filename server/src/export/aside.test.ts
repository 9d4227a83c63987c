import { expect, test } from 'vitest'
import { makeFileAside, makeReportAside } from './aside.ts'
import { reportOf } from './file-source.ts'
import { makeFile } from './make-file.ts'
import { sourceOf } from './testing/made-source.ts'

test('X37 a file and a report that are made aside are the same as here, also several at once', async () => {
  const sources = ['One', 'Two', 'Three'].map((text) => sourceOf([text]))
  const csv = { format: 'csv', language: 'en', sheet: 'items' } as const
  const files = await Promise.all(sources.map((source) => makeFileAside(source, csv)))
  expect(files).toEqual(await Promise.all(sources.map((source) => makeFile(source, csv))))
  expect(await makeReportAside(sources[0] as (typeof sources)[0])).toEqual(reportOf(sources[0] as (typeof sources)[0]))
})
