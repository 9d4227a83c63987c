import { type MethodId, isMethodId } from '@roundel/shared/methods'
import { useText } from '../i18n/text.ts'
import { AboutMethod } from '../method-pages/about-method.tsx'
import { WithMethodTexts } from '../method-pages/method-texts.tsx'
import { METHOD_VIEWS } from '../methods/index.ts'
import { useFocusOnArrival } from '../ui/focus.ts'
import styles from './method-page.module.css'
import { NotFound } from './not-found.tsx'
import { PageFrame } from './page-frame.tsx'

const Page = ({ id }: { readonly id: MethodId }) => {
  const t = useText()
  const heading = useFocusOnArrival()
  const { name, icon: Icon } = METHOD_VIEWS[id]
  return (
    <PageFrame title={t(name)} width="column">
      <article className={styles.page}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          <Icon size={30} strokeWidth={1.8} aria-hidden="true" />
          {t(name)}
        </h1>
        <AboutMethod id={id} />
      </article>
    </PageFrame>
  )
}

/** What a method is for, as a page of its own. */
export const MethodPage = ({ id }: { readonly id: string }) =>
  isMethodId(id) ? (
    <WithMethodTexts id={id}>
      <Page id={id} />
    </WithMethodTexts>
  ) : (
    <NotFound />
  )
