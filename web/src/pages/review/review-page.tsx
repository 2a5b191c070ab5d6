import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { live } from '../../api/live';
import { reviewQuery } from '../../api/queries';
import { Button } from '../../kit/button';
import { Skeleton } from '../../kit/skeleton';
import { texts } from '../../kit/texts';
import { useKeys } from '../../kit/use-keys';
import { ProblemNote } from '../../parts/problem-note';

import { useOutbox, useSent } from './outbox-context';
import { ReviewWorkspace } from './review-workspace';

import styles from './review.module.css';

const here = { from: '', to: '', returns: 0 };

export function ReviewPage() {
  const { id: addressed } = useParams({ from: '/signed-in/review/$id' });
  // The router needs several turns until the address is there; the next case is painted in this one.
  const outbox = useOutbox();
  useSent();
  const [ahead, setAhead] = useState(here);
  if (ahead.to === addressed) setAhead(here);
  const id = ahead.from === addressed && ahead.returns === outbox.returns ? ahead.to : addressed;
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
      }),
    [client],
  );

  const toInbox = (): void => void navigate({ to: '/inbox', search: { ...search, at: id } });
  if (detail.data) {
    return (
      <ReviewWorkspace
        key={`${id}/${turn}/${outbox.returns}`}
        latest={detail.data}
        search={search}
        onAhead={(to) => setAhead({ from: addressed, to, returns: outbox.returns })}
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
