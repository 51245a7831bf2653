import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedError } from './embedded-programs.server.ts';

export type Passwords = { owner: string; app: string; jobs: string };

/** Random secrets of one embedded installation, kept in `credentials.json` for its owner only. */
export type Credentials = { admin: string; passwords: Passwords; appSecret: string; port?: number };

/**
 * The secrets of a folder, made on first use.
 * @throws EmbeddedError when there are data but no secrets for them
 */
export function readCredentials(home: string, hasData: boolean): Credentials {
  const file = join(home, 'credentials.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Credentials;
  if (hasData)
    throw new EmbeddedError(`${file} is missing; without it the data cannot be opened. Start with --fresh.`);
  const secret = () => randomBytes(24).toString('base64url');
  const made = {
    admin: secret(),
    passwords: { owner: secret(), app: secret(), jobs: secret() },
    appSecret: secret() + secret(),
  };
  keepCredentials(home, made);
  return made;
}

/** Writes the secrets so that a crash leaves the old ones or the new ones. */
export function keepCredentials(home: string, credentials: Credentials): void {
  const file = join(home, 'credentials.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}
