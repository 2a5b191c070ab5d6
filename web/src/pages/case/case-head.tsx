import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { CaseDetail } from '../../api/types';
import { Button } from '../../kit/button';
import { asDateTime } from '../../kit/format';
import { texts } from '../../kit/texts';
import { caseWord } from '../../parts/state-words';

import { MigrateDialog } from './migrate-dialog';
import { OperateDialog } from './operate-dialog';

import styles from '../../parts/page.module.css';

type Operation = 'cancel' | 'suspend' | 'resume' | 'migrate';
type Properties = { detail: CaseDetail; maySteer: boolean; mayReadProcess: boolean };

export function CaseHead({ detail, maySteer, mayReadProcess }: Properties) {
  const [doing, setDoing] = useState<Operation | null>(null);
  const close = (): void => setDoing(null);
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
        {maySteer
          ? (['migrate', detail.suspension ? 'resume' : 'suspend', 'cancel'] as const).map((operation) => (
              <Button key={operation} onClick={() => setDoing(operation)}>
                {texts.case_[operation].title}
              </Button>
            ))
          : null}
      </span>
      {detail.caller ? (
        <p className={styles.full}>
          {texts.case_.calledBy}{' '}
          <Link to="/case/$id" params={{ id: detail.caller.case }}>
            {detail.caller.case}
          </Link>
        </p>
      ) : null}
      {detail.suspension ? (
        <p role="status" className={styles.full}>
          {texts.case_.suspended(detail.suspension.by.name, asDateTime(detail.suspension.at), detail.suspension.reason)}
        </p>
      ) : null}
      {doing === 'migrate' ? <MigrateDialog detail={detail} onClose={close} /> : null}
      {doing !== null && doing !== 'migrate' ? (
        <OperateDialog key={doing} caseId={detail.id} path={doing} words={texts.case_[doing]} onClose={close} />
      ) : null}
    </header>
  );
}
