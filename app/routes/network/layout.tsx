import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet } from '@remix-run/react';
import { api } from '~/server/api.server.ts';
import { domainErrorOf } from '~/server/refusal.server.ts';

/** The frame around every page of a network; the shell shows its name, colour and pages. */
export async function loader(args: LoaderFunctionArgs) {
  const { network = '', token } = args.params;
  try {
    return await api(args).networks.shell({ network });
  } catch (thrown) {
    // Whoever is invited into a network that is not open yet reads the invitation without its frame.
    if (token && domainErrorOf(thrown)?.code === 'not_found') return null;
    throw thrown;
  }
}

export default function NetworkLayout() {
  return <Outlet />;
}
