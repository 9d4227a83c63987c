import { Component, type ReactNode, Suspense } from 'react'

/** A part that could not be loaded is not there; the rest of the screen stays. */
export class Optional extends Component<{ readonly children: ReactNode }, { readonly isMissing: boolean }> {
  override state = { isMissing: false }

  static getDerivedStateFromError() {
    return { isMissing: true }
  }

  override render(): ReactNode {
    return this.state.isMissing ? null : <Suspense fallback={null}>{this.props.children}</Suspense>
  }
}
