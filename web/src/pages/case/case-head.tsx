import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { CaseDetail } from '../../api/types';
import { Button } from '../../kit/button';
import { asDateTime } from '../../kit/format';
import { texts } from '../../kit/texts';
import { caseWord } from '../../parts/state-words';

import { CancelDialog } from './cancel-dialog';

import styles from '../../parts/page.module.css';

type Properties = { detail: CaseDetail; maySteer: boolean; mayReadProcess: boolean };

export function CaseHead({ detail, maySteer, mayReadProcess }: Properties) {
  const [cancelling, setCancelling] = useState(false);
  return (
    <header className={styles.bar}>
      <h1>{detail.title ?? detail.businessKey ?? detail.id}</h1>
      {mayReadProcess ? (
        <Link to="/processes/$id" params={{ id: detail.process }} search={{ version: detail.processVersion }}>
          {detail.processName}
        </Link>
      ) : (
        <span>{detail.processName}</span>
      )}
      <span className={styles.muted}>{texts.case_.version(detail.processVersion)}</span>
      <span className={detail.state === 'incident' ? styles.alarm : undefined}>{caseWord(detail.state)}</span>
      <span className={styles.muted}>
        {detail.closedAt ? texts.case_.closed(asDateTime(detail.closedAt)) : texts.case_.opened(asDateTime(detail.openedAt))}
      </span>
      <span className={styles.mono}>{detail.id}</span>
      <span className={styles.end}>
        <a href={`/api/cases/${encodeURIComponent(detail.id)}/export`} download={`case-${detail.id}.json`}>
          {texts.case_.export}
        </a>
        {maySteer ? <Button onClick={() => setCancelling(true)}>{texts.case_.cancel}</Button> : null}
      </span>
      {cancelling ? <CancelDialog caseId={detail.id} onClose={() => setCancelling(false)} /> : null}
    </header>
  );
}
