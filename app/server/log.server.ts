import { redactedPaths } from '@tessera/core/privacy/redaction.ts';
import { env } from '@tessera/env/env.server.ts';
import { destination, type Logger, pino } from 'pino';

let loggers: { plain: Logger; hiding: Logger } | undefined;

/** The log of this process: one JSON line for each request and each failure, no personal data. */
export function log(): Logger {
  loggers ??= makeLoggers();
  return loggers.hiding;
}

/** The same log for the line of a request: its fields are named in one place, so none has to be looked for and hidden. */
export function requestLog(): Logger {
  loggers ??= makeLoggers();
  return loggers.plain;
}

// Lines are written together, at the latest after half a second and when the process ends.
function makeLoggers() {
  const out = destination({ dest: 1, sync: false, minLength: 4096 });
  setInterval(() => out.flush(), 500).unref();
  const options = { level: env().LOG_LEVEL, base: { part: 'web' } };
  return { plain: pino(options, out), hiding: pino({ ...options, redact: redactedPaths }, out) };
}

/**
 * Logs a failure that nobody foresaw, on one line.
 * @param error what was thrown; its text is cut, and what stands in quotation marks is left out, because a text can quote what a
 *   person typed
 */
export function logFailure(error: unknown, requestId: string | undefined, where: string): void {
  const known = error instanceof Error ? error : new Error(String(error));
  const [first = ''] = known.message.split('\n', 1);
  const frames = (known.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  log().error({
    requestId,
    path: loggedPath(where),
    error: known.name,
    message: withoutQuotes(first).slice(0, 200),
    stack: frames.slice(0, 12).map((line) => line.trim()),
  });
}

/** A text in which nothing stands between quotation marks. */
export function withoutQuotes(text: string): string {
  return text.replaceAll(/(["'`]).*?\1/g, '$1…$1');
}

const secretAfter: Record<string, number> = {
  invitations: 2,
  questionnaires: 3,
  leave: 1,
  presence: 2,
  pass: 1,
  certificate: 1,
  join: 1,
  'join-requests': 2,
  'seat-requests': 2,
  'seat-invitations': 2,
  'password-reset': 2,
  feeds: 2,
  surveys: 2,
};

/** The path of a URL without its query and without segments that open a door: tokens, certificate codes. */
export function loggedPath(url: string): string {
  const segments = (url.split(/[?#]/, 1)[0] ?? '').split('/');
  return segments
    .map((segment, index) => {
      const opensDoor = segments
        .slice(1, index)
        .some((earlier, at) => index - at - 1 <= (secretAfter[earlier] ?? 0));
      const isCertificateCode = index === 2 && segments[1] === 'certificates';
      const isPlain = /^[\w.-]{0,40}$/.test(segment);
      return opensDoor || isCertificateCode || !isPlain ? ':hidden' : segment;
    })
    .join('/');
}
