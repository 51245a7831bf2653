import { Writable } from 'node:stream';
import { fieldClasses } from '@tessera/db/classes.ts';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { redactedPaths } from './redaction.ts';

test('a log shows no confidential, personal or door-opening field, wherever it stands', () => {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const log = pino({ redact: redactedPaths }, stream);
  const canary = 'KANARI';
  const confidential = Object.values(fieldClasses)
    .flatMap((columns) => Object.entries(columns))
    .filter(([, dataClass]) => ['conf', 'spec', 'secret'].includes(dataClass))
    .map(([column]) => column)
    .filter((column) => column !== 'id');

  for (const column of [...confidential, 'email', 'given_name', 'familyName', 'passwordHash', 'guardian']) {
    log.info({ [column]: canary, row: { [column]: canary, in: { [column]: canary } } }, 'line');
  }
  log.info({ networkId: 'kept', state: 'kept' }, 'line');

  expect(confidential).toContain('subject');
  expect(lines.join('')).not.toContain(canary);
  expect(lines.at(-1)).toContain('"state":"kept"');
});
