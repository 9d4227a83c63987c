import type { MethodId } from '@roundel/shared/methods'
import { useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { Panel } from '../ui/panel.tsx'
import { AboutMethod } from './about-method.tsx'
import { WithMethodTexts } from './method-texts.tsx'

/** The page of a method over the screen. */
export const MethodPanel = ({ id, onClose }: { readonly id: MethodId; readonly onClose: () => void }) => {
  const t = useText()
  return (
    <WithMethodTexts id={id}>
      <Panel title={t(METHOD_VIEWS[id].name)} onClose={onClose}>
        <AboutMethod id={id} />
      </Panel>
    </WithMethodTexts>
  )
}
