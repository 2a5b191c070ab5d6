import { createTheme } from '@mantine/core';

// Colours, type and radius come from tokens.css; this only keeps the ordinary widgets at the application's size.
export const theme = createTheme({
  fontFamily: 'var(--font)',
  defaultRadius: 4,
  cursorType: 'pointer',
  respectReducedMotion: true,
});
