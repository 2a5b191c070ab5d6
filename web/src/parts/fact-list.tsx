import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { FactRow } from '../api/types';
import { asDateTimeSeconds, shortHash } from '../kit/format';
import { Table } from '../kit/table';
import { texts } from '../kit/texts';

import styles from './page.module.css';

/** Facts as they are stored, each with its hash; a line opens into the raw fact. */
export function FactList({ facts }: { facts: readonly FactRow[] }) {
  if (facts.length === 0) return null;
  return (
    <Table columns={texts.audit.columns}>
      {facts.map((fact) => (
        <FactLine key={fact.position} fact={fact} />
      ))}
    </Table>
  );
}

function FactLine({ fact }: { fact: FactRow }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td className={styles.muted}>{asDateTimeSeconds(fact.at)}</td>
        <td>{fact.by.kind === 'system' ? texts.timeline.system : fact.by.name}</td>
        <td>
          <button type="button" className={styles.reveal} aria-expanded={open} onClick={() => setOpen(!open)}>
            <span aria-hidden="true">{open ? '▾' : '▸'}</span> <code className={styles.mono}>{fact.type}</code>
          </button>
        </td>
        <td className={styles.mono}>
          <Link to="/case/$id" params={{ id: fact.case }}>
            {fact.case}
          </Link>
        </td>
        <td className={styles.mono} title={fact.hash}>
          {fact.sequence} · {shortHash(fact.hash)}
        </td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={5}>
            <pre className={styles.raw} aria-label={texts.audit.raw}>
              {JSON.stringify(fact, null, 2)}
            </pre>
          </td>
        </tr>
      ) : null}
    </>
  );
}
