import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top folder of the workspace. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The packages of the workspace that have types to check, in the order in which they build on each other. */
export const PACKAGES = ['shared', 'server', 'client', 'e2e']
