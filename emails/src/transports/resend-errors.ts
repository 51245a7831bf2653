import { MailError } from '../transport.ts';

type Problem = { name?: string; statusCode?: number | null } | null;

const anHour = 3_600_000;

/**
 * What an answer of Resend means for the mail. A wrong key is trouble of the platform and not of the mail, so it can
 * be tried again; an answer that nobody understands is trouble of the line.
 */
export function resendError(problem: Problem, headers: Record<string, string> | null): MailError {
  const status = problem?.statusCode ?? 0;
  const reason = reasonOf(problem, status);
  const retryAfterMs = retryAfter(headers?.['retry-after']);
  if (reason.endsWith('_quota_exceeded')) {
    return new MailError('rate_limited', reason, { retryAfterMs: retryAfterMs ?? anHour });
  }
  if (status === 429 || reason === 'rate_limit_exceeded')
    return new MailError('rate_limited', reason, { retryAfterMs });
  const passes = status === 401 || status === 408 || reason.endsWith('_api_key');
  if (passes || reason === 'concurrent_idempotent_requests' || status < 400 || status >= 500) {
    return new MailError('unavailable', reason, { retryAfterMs });
  }
  return new MailError('rejected', reason);
}

// The message of an answer may quote the address; its name cannot.
function reasonOf(problem: Problem, status: number): string {
  const name = problem?.name;
  return typeof name === 'string' && /^[a-z_]{1,60}$/.test(name) ? name : `http_${status || 'none'}`;
}

/** Reads seconds or a date, as the header may hold either. */
function retryAfter(header: string | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, Math.ceil(ms)) : undefined;
}
