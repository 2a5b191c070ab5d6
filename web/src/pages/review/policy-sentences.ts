import type { PolicyTrace, TracedRule, TracedTable } from '../../api/types';
import { texts } from '../../kit/texts';
import { asText } from '../../parts/values';

/** The table whose rules held the case: the last that has one, since those of required decisions come first. */
export const decidingTable = (policy: PolicyTrace): TracedTable | undefined => policy.tables.findLast((table) => table.matched.some((rule) => rule.decided));

/** The clauses of a rule as one sentence; a rule without clauses holds for everything that gets so far. */
export function ruleWords(table: TracedTable, rule: TracedRule): string {
  if (rule.clauses.length > 0) return rule.clauses.map((clause) => clause.words).join(' and ');
  return table.hitPolicy === 'FIRST' ? texts.why.noEarlierRule : texts.why.always;
}

/** Why the case was held, one sentence for each rule that decided, as "amount 12,400 is over 10,000 (rule 3 of AP limits v4)". */
export function policySentences(policy: PolicyTrace): string[] {
  if (policy.state === 'notDeployed') return [];
  const named = texts.why.policy(policy.name, policy.version);
  if (policy.state !== 'explained') {
    const rules = policy.matched.map((rule) => texts.why.recorded(rule.number, rule.decision === policy.decision ? named : `${rule.decision}, ${named}`));
    return rules.slice(-1);
  }

  const table = decidingTable(policy);
  if (!table) return [texts.why.answered(named, answerOf(policy), policy.values.map((value) => `${value.label} ${value.words}`).join(', '))];
  const place = table.decision === policy.decision ? named : `${table.name}, ${named}`;
  return table.matched.filter((rule) => rule.decided).map((rule) => texts.why.sentence(ruleWords(table, rule), rule.number, place));
}

function answerOf({ output }: PolicyTrace): string {
  if (output === undefined || output === null) return texts.why.nothing;
  if (typeof output === 'object' && 'outcome' in output && typeof output.outcome === 'string') return output.outcome;
  return asText(output);
}
