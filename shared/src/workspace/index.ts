export * from './changes.ts'
export * from './counters.ts'
export * from './quarter.ts'
export * from './workspace.ts'
