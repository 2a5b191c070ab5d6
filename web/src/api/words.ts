import type { Json } from './types';

// Words of the API that its description gives as plain strings.
export type JsonObject = { [name: string]: Json };
export type ReviewListing = 'open' | 'mine' | 'atRisk' | 'done';
export type CaseState = 'running' | 'waiting' | 'incident' | 'suspended' | 'completed' | 'terminated' | 'cancelled';
