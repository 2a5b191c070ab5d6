import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';

import { Button } from '../kit/button';
import { Icon } from '../kit/icons';
import { texts } from '../kit/texts';

export function ThemeToggle() {
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const current = useComputedColorScheme('light');
  return (
    <Button look="quiet" aria-label={texts.shell.theme} title={texts.shell.theme} onClick={() => setColorScheme(current === 'dark' ? 'light' : 'dark')}>
      <Icon name={current === 'dark' ? 'sun' : 'moon'} />
    </Button>
  );
}
