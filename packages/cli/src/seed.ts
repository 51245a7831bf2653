import { CommandError } from './run.ts';

/** Adds the demo networks to the database that the settings name. */
export async function seed([preset]: string[]): Promise<void> {
  if (preset !== 'live' && preset !== 'fixed')
    throw new CommandError('Say which dates: seed live, or seed fixed.');
  const { seedDemo } = await import('@tessera/prisma/seed/seed.server.ts');
  await seedDemo({ preset }, console.log);
}
