import { expect, test } from 'vitest';
import { failureKey } from './failure.ts';

test('an operator reads why a job failed, also for codes that nobody foresaw', () => {
  const codes = [
    'mail_rate_limited:daily_quota_exceeded',
    'mail_rejected:invalid_recipient',
    'mail_unavailable:ECONNREFUSED',
    'database_57P01',
    'domain_not_found',
    'stalled',
    'error_TypeError',
    'errors',
    '',
  ];

  const keys = codes.map(failureKey);

  expect(keys).toEqual([
    'mail_rate_limited',
    'mail_rejected',
    'mail_unavailable',
    'database',
    'domain',
    'stalled',
    'error',
    'unknown',
    'unknown',
  ]);
});
