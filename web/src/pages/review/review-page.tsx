import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';

import { live } from '../../api/live';
import { reviewQuery } from '../../api/queries';
import { Button } from '../../kit/button';
import { Skeleton } from '../../kit/skeleton';
import { texts } from '../../kit/texts';
import { useKeys } from '../../kit/use-keys';
import { ProblemNote } from '../../parts/problem-note';

import { useOutbox } from './outbox-context';
import { ReviewWorkspace } from './review-workspace';
import { useShownCase } from './use-shown-case';

import styles from './review.module.css';

export function ReviewPage() {
  const { id: addressed } = useParams({ from: '/signed-in/review/$id' });
  const outbox = useOutbox();
  const returns = useSyncExternalStore(outbox.watch, () => outbox.returns);
  const { id, ahead } = useShownCase(addressed, returns);
  const search = useSearch({ from: '/signed-in/review/$id' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const detail = useQuery(reviewQuery(id));
  const [turn, setTurn] = useState(0);

  useEffect(
    () =>
      live.listen((event) => {
        if (event === 'tick') return;
        // A case that was fetched in advance and changed since is fetched again when it is opened.
        if (event.review) void client.invalidateQueries({ queryKey: ['review', event.review] });
        // Whether a case is suspended says whether its reviews can be judged.
        if (/^case\.(suspended|resumed)\b/.test(event.type ?? ''))
          void client.invalidateQueries({ queryKey: ['review'], predicate: ({ queryKey }) => String(queryKey[1]).startsWith(`${event.case}-`) });
      }),
    [client],
  );

  const toInbox = (): void => void navigate({ to: '/inbox', search: { ...search, at: id } });
  if (detail.data) {
    return (
      <ReviewWorkspace
        latest={detail.data}
        search={search}
        opening={`${id}/${turn}/${returns}`}
        onAhead={ahead}
        onReload={() => setTurn((last) => last + 1)}
      />
    );
  }

  return <ReviewUnavailable error={detail.error} onRetry={() => void detail.refetch()} onLeave={toInbox} />;
}

function ReviewUnavailable({ error, onRetry, onLeave }: { error: Error | null; onRetry: () => void; onLeave: () => void }) {
  useKeys([{ id: 'review.leave', keys: ['Escape'], label: texts.actions.leave, group: texts.review.title, run: onLeave }]);
  return (
    <div className={styles.unavailable}>
      {error ? <ProblemNote error={error} onRetry={onRetry} /> : <Skeleton lines={14} />}
      {error ? <Button onClick={onLeave}>{texts.review.toInbox}</Button> : null}
    </div>
  );
}
