import { useState } from 'react';

import { Dialog } from '../kit/dialog';
import { KeyCap } from '../kit/key-cap';
import { keyRegistry } from '../kit/keys';
import { texts } from '../kit/texts';

import styles from './shell.module.css';

/** What the keys do here: the registry itself, drawn. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const [bindings] = useState(() => keyRegistry.list());
  const [off, setOff] = useState(keyRegistry.singleKeysOff);
  const groups = [...new Set(bindings.map((binding) => binding.group))].reverse();
  return (
    <Dialog title={texts.keys.title} onClose={onClose}>
      <div className={styles.sheet}>
        {groups.map((group) => (
          <section key={group}>
            <h2>{group}</h2>
            <ul>
              {bindings
                .filter((binding) => binding.group === group)
                .map((binding) => (
                  <li key={binding.id}>
                    <span className={styles.caps}>
                      {binding.keys.map((keys) => (
                        <KeyCap key={keys} keys={keys} />
                      ))}
                    </span>
                    {binding.label}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <label className={styles.single}>
        <input
          type="checkbox"
          checked={!off}
          onChange={(event) => {
            keyRegistry.singleKeysOff = !event.target.checked;
            setOff(!event.target.checked);
          }}
        />
        {texts.keys.single}
      </label>
      <p className={styles.muted}>{texts.keys.singleHelp}</p>
    </Dialog>
  );
}
