import type { User } from '../api/types';

// What the rail and the buttons offer. The server decides for itself; this only spares people refusals.
const has = (user: User, ...roles: string[]): boolean => user.roles.some((role) => role === 'admin' || roles.includes(role));

export const mayReview = (user: User): boolean => has(user, 'reviewer');
export const mayReadReviews = (user: User): boolean => has(user, 'reviewer', 'owner', 'auditor');
export const mayReadCases = (user: User): boolean => has(user, 'reviewer', 'owner', 'builder', 'auditor');
export const mayOpenCases = (user: User): boolean => has(user, 'owner', 'builder', 'reviewer');
export const maySteerCases = (user: User): boolean => has(user, 'owner');
export const mayReadProcesses = (user: User): boolean => has(user, 'owner', 'builder', 'auditor');
export const mayDeployProcesses = (user: User): boolean => has(user, 'builder');
export const mayDeployDecisions = (user: User): boolean => has(user, 'owner', 'builder');
export const mayReadFacts = (user: User): boolean => has(user, 'owner', 'builder', 'auditor');
export const mayAudit = (user: User): boolean => has(user, 'auditor', 'owner');

export type Landing = '/inbox' | '/cases' | '/processes' | '/audit';

export function landingOf(user: User): Landing {
  if (mayReview(user)) return '/inbox';
  if (user.roles.includes('builder')) return '/processes';
  if (user.roles.includes('auditor')) return '/audit';
  return '/cases';
}
