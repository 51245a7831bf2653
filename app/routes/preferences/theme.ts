import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { preferenceCookie } from '~/server/cookies.server.ts';
import { safePath } from '~/server/safe-path.server.ts';
import { submit } from '~/server/submit.server.ts';
import { themes } from '~/server/theme.server.ts';

const ThemeChoice = z.object({ theme: z.enum(themes).catch('auto'), next: z.string().optional() });

export function loader() {
  return redirect(paths.home());
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, ThemeChoice, async ({ theme, next }) =>
    redirect(safePath(next, paths.home()), {
      headers: { 'Set-Cookie': preferenceCookie('tessera_theme', theme) },
    }),
  );
}

// A page, so that a refusal has one too.
export default function Theme() {
  return null;
}
