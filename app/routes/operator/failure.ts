const known = [
  'mail_rate_limited',
  'mail_rejected',
  'mail_unavailable',
  'database',
  'domain',
  'stalled',
  'error',
] as const;

/** Which words explain the short code of a failure: `mail_rejected:invalid_id` is `mail_rejected`. */
export function failureKey(failure: string): (typeof known)[number] | 'unknown' {
  return (
    known.find((key) => failure === key || failure.startsWith(`${key}:`) || failure.startsWith(`${key}_`)) ??
    'unknown'
  );
}
