import { lookAt } from './look.ts'
import { type Device, type Language, expect, test } from './people.ts'
import { STATES } from './screens.ts'

const VIEWERS = (['en', 'fa'] as const).flatMap((language) =>
  (['desktop', 'phone'] as const).map((device): { language: Language; device: Device } => ({ language, device })),
)

test.describe.configure({ mode: 'parallel' })

for (const { language, device } of VIEWERS) {
  test(`C53 H9 every state, ${language} ${device}, light and dark`, async ({ bring, server }) => {
    test.setTimeout(240_000)
    for (const { name, reach } of STATES) {
      await test.step(name, async () => {
        const person = await reach({
          origin: server.origin,
          bring: (wish = {}) => bring({ language, device, ...wish }),
        })
        await lookAt(person, `${name}-${language}-light-${device}`)
        await person.page.emulateMedia({ colorScheme: 'dark' })
        await lookAt(person, `${name}-${language}-dark-${device}`, 'colours')
        expect.soft(person.troubles, name).toEqual([])
        await person.context.close()
      })
    }
  })
}
