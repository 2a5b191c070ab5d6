import type { FieldChange, Json, Reason, ReviewDetail, VerdictKind } from '../../api/types';
import type { JsonObject } from '../../api/words';

export type Place = 'fields' | 'evidence' | 'reasons' | 'note' | 'whole';
export type Notice = { place: Place; text: string };
export type SidePanel = 'why' | 'history';
export type Asking = { kind: VerdictKind; picked: Reason | null };

/** What the reviewer has done so far with one review. Only `confirmed`, `changes` and `note` are worth keeping. */
export type ReviewState = {
  focused: string | null;
  focusTurn: number;
  editing: string | null;
  confirmed: readonly string[];
  changes: readonly FieldChange[];
  note: string;
  page: number;
  zoom: number;
  showFine: boolean;
  seen: readonly string[];
  asking: Asking | null;
  panel: SidePanel | null;
  notice: Notice | null;
  touched: boolean;
};

export type KeptInput = Pick<ReviewState, 'confirmed' | 'changes' | 'note'>;

export type ReviewStep =
  | { type: 'focus'; name: string | null; page?: number | undefined; move?: boolean }
  | { type: 'edit'; name: string | null }
  | { type: 'confirm'; name: string }
  | { type: 'change'; change: FieldChange }
  | { type: 'note'; text: string }
  | { type: 'page'; page: number }
  | { type: 'zoom'; zoom: number }
  | { type: 'fine'; show: boolean }
  | { type: 'seen'; hash: string }
  | { type: 'ask'; asking: Asking | null }
  | { type: 'panel'; panel: SidePanel }
  | { type: 'notice'; notice: Notice | null };

export const zoomSteps: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

export function startState(kept: KeptInput | null, focused: string | null, page: number): ReviewState {
  return {
    focused,
    focusTurn: 1,
    editing: null,
    confirmed: kept?.confirmed ?? [],
    changes: kept?.changes ?? [],
    note: kept?.note ?? '',
    page,
    zoom: 1,
    showFine: false,
    seen: [],
    asking: null,
    panel: null,
    notice: null,
    touched: false,
  };
}

export function stepped(state: ReviewState, step: ReviewStep): ReviewState {
  switch (step.type) {
    case 'focus':
      return {
        ...state,
        focused: step.name,
        focusTurn: step.move ? state.focusTurn + 1 : state.focusTurn,
        page: step.page ?? state.page,
        editing: state.editing === step.name ? state.editing : null,
      };
    case 'edit':
      return { ...state, editing: step.name, focused: step.name ?? state.focused, focusTurn: step.name ? state.focusTurn : state.focusTurn + 1 };
    case 'confirm':
      return state.confirmed.includes(step.name) ? state : { ...state, confirmed: [...state.confirmed, step.name], notice: null, touched: true };
    case 'change':
      return changed(state, step.change);
    case 'note':
      return { ...state, note: step.text, touched: true, notice: state.notice?.place === 'note' ? null : state.notice };
    case 'page':
      return { ...state, page: step.page };
    case 'zoom':
      return { ...state, zoom: step.zoom };
    case 'fine':
      return { ...state, showFine: step.show };
    case 'seen':
      if (state.seen.includes(step.hash)) return state;
      return { ...state, seen: [...state.seen, step.hash], notice: state.notice?.place === 'evidence' ? null : state.notice };
    case 'ask':
      return { ...state, asking: step.asking, notice: null };
    case 'panel':
      return { ...state, panel: state.panel === step.panel ? null : step.panel };
    case 'notice':
      return { ...state, notice: step.notice };
  }
}

function changed(state: ReviewState, change: FieldChange): ReviewState {
  const others = state.changes.filter((other) => other.name !== change.name);
  const back = JSON.stringify(change.before) === JSON.stringify(change.after);
  const confirmed = state.confirmed.includes(change.name) ? state.confirmed : [...state.confirmed, change.name];
  return { ...state, changes: back ? others : [...others, change], confirmed, editing: null, focusTurn: state.focusTurn + 1, notice: null, touched: true };
}

export const draftOf = (state: KeptInput): { confirmed: readonly string[]; changes: readonly FieldChange[]; note: string } => ({
  confirmed: state.confirmed,
  changes: state.changes,
  note: state.note,
});

/** A draft is whatever was stored once; only what still fits is taken from it. */
export function readDraft(detail: ReviewDetail): KeptInput | null {
  const stored = detail.draft?.body;
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null;
  const body: JsonObject = stored;
  const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
  return {
    confirmed: list(body['confirmed']).filter((name): name is string => typeof name === 'string'),
    changes: list(body['changes']).filter((change) => isChange(change)) as unknown as FieldChange[],
    note: typeof body['note'] === 'string' ? body['note'] : '',
  };
}

function isChange(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'name' in value && 'before' in value && 'after' in value;
}
