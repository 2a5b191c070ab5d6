import { useEffect, useLayoutEffect, useRef } from 'react';

import { type KeyBinding, type KeyLayer, keyRegistry } from './keys';

/** Binds keys while the component is mounted. The bindings may change on every render. */
export function useKeys(bindings: readonly KeyBinding[], layer: KeyLayer = 'page'): void {
  const registration = useRef({ layer, bindings });
  useLayoutEffect(() => {
    registration.current.bindings = bindings;
    registration.current.layer = layer;
  });
  useEffect(() => keyRegistry.register(registration.current), []);
}
