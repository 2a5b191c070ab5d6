import type { PolicyTrace, TracedRule, TracedTable, TracedValue } from '../../api/types';
import { texts } from '../../kit/texts';
import { ValueTable } from '../../parts/value-table';

import { decidingTable, policySentences, ruleWords } from './policy-sentences';

import styles from './panel.module.css';

/** The rules that held the case, in words; what nearly held and what was looked at are folded. */
export function PolicyExplained({ policy }: { policy: PolicyTrace }) {
  const table = decidingTable(policy);
  const decided = table?.matched.filter((rule) => rule.decided) ?? [];
  const near = policy.tables.flatMap((each) => each.near.map((rule) => ({ table: each, rule })));
  const leftOut = policy.tables.flatMap((each) => each.matched.filter((rule) => !rule.decided).map((rule) => ({ table: each, rule })));
  const values = policy.values.length + policy.tables.reduce((sum, each) => sum + each.inputs.length, 0);
  return (
    <>
      <h3>{texts.why.rules(policy.name, policy.version)}</h3>
      {policy.state === 'explained' ? null : <p className={styles.muted}>{texts.why.state[policy.state]}</p>}
      <ul className={styles.sentences}>
        {policySentences(policy).map((sentence, index) => (
          <li key={index}>
            {sentence}
            {decided[index]?.annotation ? <span className={styles.muted}> · {decided[index].annotation}</span> : null}
          </li>
        ))}
      </ul>
      {policy.notes.length > 0 ? (
        <ul className={styles.reasons} aria-label={texts.why.notes}>
          {policy.notes.map((note, index) => (
            <li key={index}>{note}</li>
          ))}
        </ul>
      ) : null}
      <RuleFold title={texts.why.near} rules={near} />
      <RuleFold title={texts.why.leftOut} rules={leftOut} />
      {policy.state === 'explained' ? (
        <details>
          <summary>{texts.why.inputs(values)}</summary>
          <Values title={texts.why.given} values={policy.values} />
          {policy.tables.map((each) => (
            <Values key={each.decision} title={each.name} values={each.inputs} />
          ))}
        </details>
      ) : (
        <ValueTable values={policy.inputs} empty={texts.why.noInputs} />
      )}
    </>
  );
}

function RuleFold({ title, rules }: { title: (count: number) => string; rules: { table: TracedTable; rule: TracedRule }[] }) {
  if (rules.length === 0) return null;
  return (
    <details>
      <summary>{title(rules.length)}</summary>
      <ul className={styles.reasons}>
        {rules.map(({ table, rule }) => {
          const missed = rule.clauses.find((clause) => !clause.holds);
          return (
            <li key={`${table.decision} ${rule.number}`}>
              {missed
                ? texts.why.missed(rule.number, table.name, missed.words, missed.test)
                : texts.why.sentence(ruleWords(table, rule), rule.number, table.name)}
              {rule.annotation ? <span className={styles.muted}> · {rule.annotation}</span> : null}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Values({ title, values }: { title: string; values: TracedValue[] }) {
  if (values.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ValueTable values={Object.fromEntries(values.map((value) => [nameOf(value, values), value.words]))} empty="" />
    </>
  );
}

/** Two columns may have one heading. */
function nameOf(value: TracedValue, values: TracedValue[]): string {
  return values.some((other) => other !== value && other.label === value.label) ? `${value.label}: ${value.expression}` : value.label;
}
