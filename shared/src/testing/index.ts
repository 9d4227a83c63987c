export * from './tray.ts'
