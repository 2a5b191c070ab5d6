import type { User } from '../api/types';
import { texts } from '../kit/texts';
import { mayAudit, mayReadCases, mayReadProcesses, mayReadReviews } from '../parts/access';

export type Place = {
  id: string;
  to: '/inbox' | '/cases' | '/processes' | '/audit';
  label: string;
  goLabel: string;
  keys: readonly string[];
  icon: 'inbox' | 'cases' | 'processes' | 'audit';
  allowed: (user: User) => boolean;
};

/** The places of the rail; the same list feeds the go keys. */
export const places: readonly Place[] = [
  {
    id: 'go.inbox',
    to: '/inbox',
    label: texts.shell.pages.inbox,
    goLabel: texts.keys.goInbox,
    keys: ['g i'],
    icon: 'inbox',
    allowed: mayReadReviews,
  },
  { id: 'go.cases', to: '/cases', label: texts.shell.pages.cases, goLabel: texts.keys.goCases, keys: ['g c'], icon: 'cases', allowed: mayReadCases },
  {
    id: 'go.processes',
    to: '/processes',
    label: texts.shell.pages.processes,
    goLabel: texts.keys.goProcesses,
    keys: ['g p'],
    icon: 'processes',
    allowed: mayReadProcesses,
  },
  { id: 'go.audit', to: '/audit', label: texts.shell.pages.audit, goLabel: texts.keys.goAudit, keys: ['g a'], icon: 'audit', allowed: mayAudit },
];

export const sheetKeys: readonly string[] = ['?'];
