import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';

import { live } from '../../api/live';
import { caseQuery, processXmlQuery, sessionQuery } from '../../api/queries';
import type { CaseDetail } from '../../api/types';
import { Button } from '../../kit/button';
import { Skeleton } from '../../kit/skeleton';
import { Tabs } from '../../kit/tabs';
import { texts } from '../../kit/texts';
import { mayReadFacts, mayReadProcesses, maySteerCases } from '../../parts/access';
import { Diagram } from '../../parts/diagram';
import { ProblemNote } from '../../parts/problem-note';
import { TimelineList } from '../../parts/timeline-list';
import { ValueTable } from '../../parts/value-table';

import { CaseActions } from './case-actions';
import { CaseEvidence } from './case-evidence';
import { CaseFacts } from './case-facts';
import { CaseHead } from './case-head';
import { CaseIncidents } from './case-incidents';
import { CaseReviews } from './case-reviews';
import { CaseSteps } from './case-steps';
import { marksOf } from './diagram-marks';
import { EditValuesDialog } from './edit-values-dialog';
import { scopesOf } from './scopes-of';

import styles from '../../parts/page.module.css';

type Tab = keyof typeof texts.case_.tabs;
const allTabs = (Object.keys(texts.case_.tabs) as Tab[]).map((id) => ({ id, label: texts.case_.tabs[id] }));

export function CasePage() {
  const { id } = useParams({ from: '/signed-in/case/$id' });
  const client = useQueryClient();
  const detail = useQuery(caseQuery(id));
  useEffect(
    () =>
      live.listen((event) => {
        if (event !== 'tick' && event.case !== id) return;
        void client.invalidateQueries({ queryKey: ['case', id] });
        void client.invalidateQueries({ queryKey: ['case-facts', id] });
      }),
    [client, id],
  );
  if (detail.data) return <CaseSheet detail={detail.data} />;
  return (
    <div className={styles.page}>
      {detail.error ? <ProblemNote error={detail.error} onRetry={() => void detail.refetch()} /> : <Skeleton lines={12} />}
    </div>
  );
}

function CaseSheet({ detail }: { detail: CaseDetail }) {
  const { tab: wanted } = useSearch({ from: '/signed-in/case/$id' });
  const navigate = useNavigate();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const xml = useQuery(processXmlQuery(detail.process, detail.processVersion));
  const [lit, setLit] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const marks = useMemo(() => marksOf(detail.tokens, lit), [detail.tokens, lit]);
  const tabs = allTabs.filter((other) => other.id !== 'facts' || mayReadFacts(session.user));
  const tab = tabs.find((other) => other.id === wanted)?.id ?? 'timeline';
  const steer = maySteerCases(session.user) && detail.closedAt == null;
  return (
    <div className={styles.page}>
      <CaseHead detail={detail} maySteer={steer} mayReadProcess={mayReadProcesses(session.user)} />
      <div className={styles.diagram}>
        {xml.data ? <Diagram xml={xml.data} label={texts.case_.diagram(detail.processName)} marks={marks} /> : null}
        {xml.isPending ? <Skeleton lines={4} /> : null}
        {xml.error ? <ProblemNote error={xml.error} onRetry={() => void xml.refetch()} /> : null}
      </div>
      <div className={styles.split}>
        <div className={styles.section}>
          <Tabs
            label={texts.case_.sections}
            tabs={tabs}
            current={tab}
            onSelect={(next) => void navigate({ to: '/case/$id', params: { id: detail.id }, search: { tab: next }, replace: true })}
          />
          <div role="tabpanel" aria-label={texts.case_.tabs[tab]}>
            {tab === 'timeline' ? <TimelineList entries={detail.timeline} onElement={setLit} /> : null}
            {tab === 'values' ? <ValueTable values={detail.variables} empty={texts.case_.noValues} /> : null}
            {tab === 'values'
              ? scopesOf(detail)
                  .slice(1)
                  .map((scope) => (
                    <section key={scope.number} aria-label={texts.case_.valuesOf(scope.name)}>
                      <h3>{texts.case_.valuesOf(scope.name)}</h3>
                      <ValueTable values={scope.values} empty={texts.case_.noValues} />
                    </section>
                  ))
              : null}
            {tab === 'values' && steer ? <Button onClick={() => setEditing(true)}>{texts.case_.edit.title}</Button> : null}
            {tab === 'evidence' ? <CaseEvidence evidence={detail.evidence} /> : null}
            {tab === 'facts' ? <CaseFacts caseId={detail.id} /> : null}
          </div>
        </div>
        <div className={styles.section}>
          <CaseSteps detail={detail} maySteer={steer} />
          <CaseIncidents detail={detail} mayRetry={steer} />
          <CaseActions actions={detail.actions} />
          <CaseReviews reviews={detail.reviews} />
        </div>
      </div>
      {editing ? <EditValuesDialog detail={detail} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}
