import { texts } from '../kit/texts';

// The server may learn a new word before this interface does; then the word itself is shown.
export const verdictWord = (kind: string): string => (texts.verdicts.done as Record<string, string>)[kind] ?? kind;
export const caseWord = (state: string): string => (texts.cases.states as Record<string, string>)[state] ?? state;
