import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import './app/base.css';
import { router } from './app/router';
import { startTexts } from './lib/i18n';
import { signStyles } from './lib/nonce';
import { startTheme } from './lib/theme/tokens';

signStyles();
startTheme();
await startTexts();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <Suspense>
      <RouterProvider router={router} />
    </Suspense>
  </StrictMode>,
);
