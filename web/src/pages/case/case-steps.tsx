import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { CaseDetail, ElementState } from '../../api/types';
import { Button } from '../../kit/button';
import { texts } from '../../kit/texts';

import { MoveDialog } from './move-dialog';

import styles from '../../parts/page.module.css';

/** Where the case is: steps within the part or the called process that they lie in. */
export function CaseSteps({ detail, maySteer }: { detail: CaseDetail; maySteer: boolean }) {
  const [moving, setMoving] = useState<ElementState | null>(null);
  const open = detail.tokens.filter((token) => token.state === 'active' || token.state === 'incident');
  if (open.length === 0) return null;
  return (
    <section aria-label={texts.case_.steps}>
      <h2>{texts.case_.steps}</h2>
      <Level scope={0} open={open} onMove={maySteer ? setMoving : null} />
      {moving ? <MoveDialog caseId={detail.id} step={moving} onClose={() => setMoving(null)} /> : null}
    </section>
  );
}

type LevelProperties = { scope: number; open: readonly ElementState[]; onMove: ((step: ElementState) => void) | null };

function Level({ scope, open, onMove }: LevelProperties) {
  const here = open.filter((token) => token.scope === scope);
  if (here.length === 0) return null;
  return (
    <ul className={scope === 0 ? undefined : styles.nested}>
      {here.map((token) => (
        <li key={token.instance}>
          <div className={styles.item}>
            <strong>{token.name}</strong>
            <span className={token.state === 'incident' ? styles.alarm : styles.muted}>
              {token.isPostponed ? texts.case_.postponed : texts.case_.stepState[token.state]}
            </span>
            {onMove ? (
              <Button look="quiet" aria-label={texts.case_.move.titleOf(token.name)} onClick={() => onMove(token)}>
                {texts.case_.move.short}
              </Button>
            ) : null}
            {token.called ? (
              <span className={`${styles.full} ${styles.muted}`}>
                {texts.case_.calls(token.called.name, token.called.version, token.called.depth)}
                {token.called.case ? (
                  <>
                    {' '}
                    <Link to="/case/$id" params={{ id: token.called.case }}>
                      {texts.case_.ownCase}
                    </Link>
                  </>
                ) : null}
              </span>
            ) : null}
          </div>
          <Level scope={token.instance} open={open} onMove={onMove} />
        </li>
      ))}
    </ul>
  );
}
