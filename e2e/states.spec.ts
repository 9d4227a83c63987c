import { lookAt } from './look.ts'
import { type Device, type Language, type Person, expect, test } from './people.ts'
import { STATES } from './screens.ts'

const ALL = (['en', 'fa'] as const).flatMap((language) =>
  (['desktop', 'phone'] as const).map((device): { language: Language; device: Device } => ({ language, device })),
)
// Each direction and each width once; `LOOKS=all` for every pair, before a release.
const VIEWERS =
  process.env['LOOKS'] === 'all'
    ? ALL
    : ALL.filter(({ language, device }) => (language === 'fa') === (device === 'phone'))

test.describe.configure({ mode: 'parallel' })

for (const viewer of VIEWERS) {
  const { language, device } = viewer

  test(`C53 H9 every state, ${language} ${device}, light and dark`, async ({ bring, server }) => {
    test.setTimeout(240_000)
    const one = await bring(viewer)
    for (const { name, reach } of STATES) {
      await test.step(name, async () => {
        const others: Person[] = []
        await one.page.emulateMedia({ colorScheme: 'light' })
        const person = await reach({
          origin: server.origin,
          bring: async () => one,
          bringAnother: async (wish = {}) => {
            const other = await bring({ ...viewer, ...wish })
            others.push(other)
            return other
          },
        })
        await lookAt(person, `${name}-${language}-light-${device}`)
        await person.page.emulateMedia({ colorScheme: 'dark' })
        await lookAt(person, `${name}-${language}-dark-${device}`, 'colours')
        expect.soft(person.troubles, name).toEqual([])
        for (const { context } of others) await context.close()
      })
    }
  })
}
