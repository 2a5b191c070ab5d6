import type { Json, Proposal, ProposedField } from '../api/types';

/** `check`: look hard. `likely`: probably right, look anyway. `fine`: nothing in doubt. */
export type FieldLevel = 'check' | 'likely' | 'fine';

const likelyFrom = 0.75;

/** A field with reasons is flagged. How sure the answer is only chooses between the two kinds of flag. */
export function levelOf(field: ProposedField): FieldLevel {
  if (field.reasons.length === 0) return 'fine';
  const sure = field.confidence.calibrated ?? field.confidence.stated;
  return field.value !== null && sure >= likelyFrom ? 'likely' : 'check';
}

export const isFlagged = (field: ProposedField): boolean => field.reasons.length > 0;

/** The proposed fields, then the entries of the answer that no field describes, so that nothing of the answer is hidden. */
export function fieldsOf(proposal: Proposal): ProposedField[] {
  const known = new Set(proposal.fields.map((field) => field.name));
  const answer = proposal.answer;
  if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) {
    return proposal.fields.length > 0 ? proposal.fields : [bare('answer', answer)];
  }

  const others = Object.entries(answer).filter(([name]) => !known.has(name));
  return [...proposal.fields, ...others.map(([name, value]) => bare(name, value))];
}

/** Flagged ones first, and of these the doubtful before the likely; else the order of the proposal. */
export function flaggedFirst(fields: readonly ProposedField[]): { flagged: ProposedField[]; fine: ProposedField[] } {
  const flagged = [...fields.filter((field) => levelOf(field) === 'check'), ...fields.filter((field) => levelOf(field) === 'likely')];
  return { flagged, fine: fields.filter((field) => !isFlagged(field)) };
}

function bare(name: string, value: Json): ProposedField {
  return { name, label: labelOf(name), value, confidence: { stated: 1 }, reasons: [], regions: [], candidates: [] };
}

function labelOf(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
