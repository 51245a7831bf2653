import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { canReach, copyPrograms, EmbeddedError, type Programs } from './embedded-programs.server.ts';

/**
 * Decides where the server's files live: inside `home`, or, when the command runs as root in a folder that the
 * server's own user cannot enter (such as /root), under /var/tmp, together with a copy of the programs.
 */
export function chooseFolder(
  programs: Programs,
  home: string,
  report: (line: string) => void = () => {},
): { programs: Programs; folder: string } {
  if (!programs.user) return { programs, folder: prepare(join(home, 'postgres'), programs) };
  chmodSync(home, statSync(home).mode | 0o011);
  if (canReach(programs, join(programs.folder, 'initdb')) && canReach(programs, home)) {
    return { programs, folder: prepare(join(home, 'postgres'), programs) };
  }
  const name = createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 12);
  const outside = prepare(join('/var/tmp', `tessera-${name}`), programs);
  const copied = copyPrograms(programs, outside);
  if (!canReach(copied, join(copied.folder, 'initdb'))) {
    throw new EmbeddedError(
      `PostgreSQL does not run as root, and its own user can enter neither ${home} nor ${outside}. Start as an ordinary user.`,
    );
  }
  report(`${home} is closed to the user that runs PostgreSQL; its data live in ${outside}.`);
  return { programs: copied, folder: prepare(join(outside, 'postgres'), programs) };
}

function prepare(folder: string, programs: Programs): string {
  const owner = programs.user?.uid ?? process.getuid?.();
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (programs.user) chownSync(folder, programs.user.uid, programs.user.gid);
  }
  if (statSync(folder).uid !== owner) {
    throw new EmbeddedError(
      `${folder} belongs to another user. Start as the user who made it, or delete it.`,
    );
  }
  // One name for one folder: the command line of the server is compared with it later.
  return realpathSync(folder);
}
