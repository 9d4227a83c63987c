import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { hideSecret } from './app/navigation.ts'
import { takeWishes } from './app/wishes.ts'
import { EVERYONE } from './i18n/catalogue.ts'
import { loadCatalogue } from './i18n/load-catalogue.ts'

hideSecret()
const language = takeWishes()
const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
const catalogue = await loadCatalogue(EVERYONE, language)
createRoot(root).render(
  <StrictMode>
    <App first={{ language, catalogue }} />
  </StrictMode>,
)
