import { setTimeout as wait } from 'node:timers/promises';
import { type Child, startChild, untilReady } from './children.ts';
import { inProject } from './project.ts';
import { CommandError, nodeArgs, webArgs } from './run.ts';
import { beforeExit, exit, isStopping } from './stopping.ts';

export type Service = Parameters<typeof startChild>[2];

/** Starts web and worker and waits until the web server is ready. Both end with this process. */
export async function startServices({ url, ...service }: Service & { url: string }): Promise<Child[]> {
  const children: Child[] = [];
  beforeExit(async () => {
    await Promise.all(children.map((child) => child.stop()));
  });
  children.push(
    await startChild('worker', nodeArgs(inProject('packages/cli/src/main.ts'), 'worker'), service),
  );
  const web = await startChild('web', webArgs(), service);
  children.push(web);
  await untilReady(url, web);
  return children;
}

/** Runs until one of the services or the database ends, then stops the others. */
export async function untilOneEnds(
  children: Child[],
  isDatabaseRunning: () => boolean = () => true,
): Promise<never> {
  const words = await Promise.race([
    ...children.map((child) => child.ended.then((how) => `The ${child.name} process ${how}.`)),
    untilFalse(isDatabaseRunning),
  ]);
  if (!isStopping())
    throw new CommandError(`${words} Everything else stops as well; start again to continue.`);
  return exit(0);
}

async function untilFalse(isRunning: () => boolean): Promise<string> {
  while (isRunning() || isStopping()) await wait(1000);
  return 'The database ended.';
}
