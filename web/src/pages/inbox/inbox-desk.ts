import type { ReviewRow } from '../../api/types';

/** What the actions of the inbox may see and do. */
export type InboxDesk = {
  rows: readonly ReviewRow[];
  cursor: number;
  row: ReviewRow | undefined;
  me: string;
  mayReview: boolean;
  arrived: number;
  filtered: boolean;
  select: (index: number) => void;
  open: (row: ReviewRow) => void;
  claim: (row: ReviewRow) => void;
  release: (row: ReviewRow) => void;
  merge: () => void;
  focusSearch: () => void;
  clear: () => void;
  showView: (number: number) => void;
};

/** One user action: what it is called, its keys, when it is allowed and what it does. */
export type InboxAction = {
  id: string;
  label: string;
  keys: readonly string[];
  repeats?: boolean;
  allowed: (desk: InboxDesk) => boolean;
  perform: (desk: InboxDesk, keys: string) => void;
};
