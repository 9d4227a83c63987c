/** The packages that carry Node state `os` and `cpu` as a plain string, which pnpm would drop and then download all of them. */
const asList = (value) => (typeof value === 'string' ? [value] : value)

export const hooks = {
  readPackage(manifest) {
    if (manifest.os) manifest.os = asList(manifest.os)
    if (manifest.cpu) manifest.cpu = asList(manifest.cpu)
    return manifest
  },
}
