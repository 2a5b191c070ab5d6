import styles from './select.module.css';

type Properties = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  visibleLabel?: boolean;
};

/** The native list of choices. */
export function Select({ label, value, options, onChange, visibleLabel = false }: Properties) {
  const control = (
    <select className={styles.select} aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  return visibleLabel ? (
    <label className={styles.label}>
      <span>{label}</span>
      {control}
    </label>
  ) : (
    control
  );
}
