import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { WebApp } from '../../platform/web/app/web-app.tsx'
import { modules } from './routes.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <WebApp modules={modules} />
  </StrictMode>,
)
