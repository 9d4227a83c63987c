import { Component, type ReactNode } from 'react'
import { Broken } from './broken.tsx'

interface State {
  readonly fault?: unknown
}

/** Shows a page that says what happened where a screen broke. What was written is in the documents and stays there. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {}

  static getDerivedStateFromError(fault: unknown): State {
    return { fault }
  }

  override render(): ReactNode {
    return this.state.fault === undefined ? this.props.children : <Broken fault={this.state.fault} />
  }
}
