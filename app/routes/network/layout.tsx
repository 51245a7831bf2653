import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet } from '@remix-run/react';
import { api } from '~/server/api.server.ts';

/** The frame around every page of a network; the shell shows its name, colour and pages. */
export async function loader(args: LoaderFunctionArgs) {
  return api(args).networks.shell({ network: args.params.network ?? '' });
}

export default function NetworkLayout() {
  return <Outlet />;
}
