// The few statistics that the benchmark reports.

const ascending = (values) => values.filter(Number.isFinite).sort((a, b) => a - b);

/** The smallest value that at least this share of the values does not exceed (nearest rank); `undefined` for none. */
export function quantile(values, share) {
  const sorted = ascending(values);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** The lower median; `undefined` for no values. */
export const median = (values) => quantile(values, 0.5);

/** The sum. */
export const sum = (values) => values.reduce((total, value) => total + value, 0);
