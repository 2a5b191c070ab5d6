import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';

import { reviewListQuery } from '../../api/queries';
import { FromTop } from '../../kit/from-top';
import { texts } from '../../kit/texts';
import { useKeys } from '../../kit/use-keys';
import { ProblemNote } from '../../parts/problem-note';

import { ActionBar } from './action-bar';
import { reviewActions } from './actions/all';
import { ChangedBanner } from './changed-banner';
import { EvidencePane } from './evidence-pane';
import { FieldList } from './field-list';
import { HistoryPanel } from './history-panel';
import { NoteField } from './note-field';
import { useOutbox } from './outbox-context';
import { ReviewHead } from './review-head';
import { draftOf } from './review-state';
import { useDraft } from './use-draft';
import { type Opened, useReviewDesk } from './use-review-desk';
import { VerdictGiven } from './verdict-given';
import { WhyPanel } from './why-panel';

import styles from './review.module.css';

type Properties = Opened & { onReload: () => void };

/** Evidence left, judgement right, one bar of actions that never moves. */
export function ReviewWorkspace({ onReload, ...opened }: Properties) {
  const { latest, search, opening } = opened;
  const outbox = useOutbox();
  const client = useQueryClient();
  const { desk, detail, neighbours, fine, state, dispatch, claimProblem } = useReviewDesk(opened);
  const draft = useDraft(opening, detail.row.id, state, desk.canAct);
  const { perform } = desk;
  const bindings = useMemo(
    () =>
      reviewActions.map((action) => ({
        id: action.id,
        keys: action.keys,
        label: action.label,
        group: texts.review.title,
        ...(action.repeats ? { repeats: true } : {}),
        run: () => perform(action),
      })),
    [perform],
  );
  useKeys(bindings);

  const decidedMeanwhile = latest.row.state === 'completed' && detail.row.state !== 'completed' && !outbox.isDecided(detail.row.id);
  const changed = latest.shown !== detail.shown || decidedMeanwhile;
  const reload = (): void => {
    outbox.keep(detail.row.id, draftOf(state));
    void client.invalidateQueries({ queryKey: reviewListQuery({ view: search.view }).queryKey, refetchType: 'none' });
    onReload();
  };
  return (
    <div className={styles.workspace} data-workspace>
      <ReviewHead desk={desk} neighbours={neighbours} />
      <div className={styles.banners}>
        {changed ? <ChangedBanner latest={latest} decided={decidedMeanwhile} onReload={reload} /> : null}
        {state.notice?.place === 'whole' ? (
          <p className={styles.banner} role="alert">
            {state.notice.text}
          </p>
        ) : null}
        {claimProblem ? <ProblemNote error={claimProblem} /> : null}
      </div>
      <div className={styles.columns} data-panel={state.panel ? true : undefined}>
        <EvidencePane desk={desk} />
        <FromTop of={opening} className={styles.judgement}>
          {latest.verdict ? <VerdictGiven verdict={latest.verdict} /> : null}
          <FieldList desk={desk} fine={fine} dispatch={dispatch} />
          <NoteField key={opening} desk={desk} />
        </FromTop>
        {state.panel === 'why' ? <WhyPanel detail={detail} /> : null}
        {state.panel === 'history' ? <HistoryPanel caseId={detail.row.case} /> : null}
      </div>
      <ActionBar desk={desk} draft={draft} savedAt={detail.draft?.savedAt ?? null} />
    </div>
  );
}
