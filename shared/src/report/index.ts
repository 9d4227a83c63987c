export { buildReport } from './build-report.ts'
export type { ReportSource } from './report-source.ts'
export type * from './report.ts'
