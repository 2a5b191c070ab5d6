import { asTime } from '../../kit/format';
import { Icon } from '../../kit/icons';
import { texts } from '../../kit/texts';
import { asText } from '../../parts/values';

import { approve } from './actions/approve';
import { ask } from './actions/ask';
import { confirm } from './actions/confirm';
import { edit } from './actions/edit';
import { history } from './actions/history';
import { nextCase } from './actions/next-case';
import { note } from './actions/note';
import { reject } from './actions/reject';
import { ActionButton } from './action-button';
import { EarlierUndo } from './earlier-undo';
import { ReasonPanel } from './reason-panel';
import type { ReviewDesk } from './review-desk';
import type { DraftState } from './use-draft';

import styles from './action-bar.module.css';

type Properties = { desk: ReviewDesk; draft: DraftState; savedAt: string | null };

/** The same actions in the same place for every case. */
export function ActionBar({ desk, draft, savedAt }: Properties) {
  const { state, detail } = desk;
  const changes = state.changes.length;
  const effect = detail.content.effect ?? null;
  return (
    <section className={styles.bar} aria-label={texts.review.actions}>
      {state.asking ? <ReasonPanel key={state.asking.kind} desk={desk} asking={state.asking} /> : null}
      {desk.canAct ? (
        <div className={styles.buttons}>
          <ActionButton desk={desk} action={approve} look="primary" label={changes > 0 ? texts.review.approveChanged(changes) : approve.label} />
          <ActionButton desk={desk} action={reject} />
          <ActionButton desk={desk} action={ask} />
          <ActionButton desk={desk} action={edit} />
          <span className={styles.space} />
          <span className={styles.progress}>
            {desk.flagged.length > 0 ? (
              <ActionButton
                desk={desk}
                action={confirm}
                look="quiet"
                label={
                  desk.openFlags.length > 0
                    ? texts.review.nextCheck(desk.flagged.length - desk.openFlags.length, desk.flagged.length)
                    : texts.review.allChecked
                }
              />
            ) : null}
          </span>
        </div>
      ) : (
        <div className={styles.buttons}>
          <p className={styles.readOnly}>
            <Icon name="alert" /> {desk.refusal}
          </p>
          <EarlierUndo row={detail.row} title={detail.content.title} />
        </div>
      )}
      <div className={styles.more}>
        {effect !== null && desk.canAct ? (
          <span className={styles.effect}>
            {texts.review.effect} {effectText(effect)}
            {detail.holdSeconds > 0 ? ` · ${texts.review.hold(detail.holdSeconds)}` : ''}
          </span>
        ) : null}
        <span className={styles.space} />
        <ActionButton desk={desk} action={note} look="quiet" />
        <ActionButton desk={desk} action={history} look="quiet" />
        <ActionButton desk={desk} action={nextCase} look="quiet" />
        <span className={styles.draft} data-failed={draft === 'failed' || undefined}>
          {texts.review.draft(draft, savedAt ? asTime(savedAt) : null)}
        </span>
      </div>
    </section>
  );
}

function effectText(effect: NonNullable<ReviewDesk['detail']['content']['effect']>): string {
  if (typeof effect !== 'object') return asText(effect);
  const words = 'text' in effect ? effect.text : 'step' in effect ? effect.step : 'name' in effect ? effect.name : null;
  return typeof words === 'string' ? words : asText(effect);
}
