export * from './job.ts'
export * from './poll.ts'
export * from './poll-rules.ts'
