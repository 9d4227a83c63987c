import type { Report } from '@roundel/shared/report'
import { openThread } from '../threads/thread.ts'
import type { FileSource } from './file-source.ts'
import type { FileOrder } from './make-file.ts'
import type { Made, Making } from './making.ts'

// A large session takes seconds, and people write meanwhile. Files are rare, so all rooms share the thread.
const makeAside = openThread<Making, Made>(new URL('./making.ts', import.meta.url))

/** As `makeFile`, away from the thread that serves people. */
export const makeFileAside = async (source: FileSource, order: FileOrder): Promise<string | Uint8Array> =>
  (await makeAside({ source, order })) as string | Uint8Array

/** As `reportOf`, away from the thread that serves people. */
export const makeReportAside = async (source: FileSource): Promise<Report> =>
  (await makeAside({ source, order: 'report' })) as Report
