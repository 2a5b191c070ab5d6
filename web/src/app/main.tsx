import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import '../kit/tokens.css';
import '../kit/global.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { sessionQuery } from '../api/queries';

import { Application, createQueryClient } from './application';
import { createAppRouter } from './router';

const client = createQueryClient(() => {
  client.removeQueries({ queryKey: sessionQuery.queryKey });
  void router.invalidate();
});
const router = createAppRouter(client);
const container = document.getElementById('root');
if (!container) throw new Error('index.html lacks the element #root.');
createRoot(container).render(
  <StrictMode>
    <Application client={client} router={router} />
  </StrictMode>,
);
