import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// The machine that runs the tests may be busy with other things.
configure({ asyncUtilTimeout: 5_000 });

// What jsdom lacks and the widgets ask for.
Object.defineProperty(window, 'matchMedia', {
  value: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
});
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
window.scrollTo = () => undefined;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
});
