import { useRouteLoaderData } from '@remix-run/react';
import type { Permission } from '@tessera/core/permissions.ts';
import type { Module } from '@tessera/core/settings/modules.ts';
import type { loader } from '~/routes/network/layout.tsx';

/** The id of the layout route around every page of a network, as in `routes.ts`. */
export const networkRoute = 'network';

export type NetworkShell = NonNullable<ReturnType<typeof useNetwork>>;

/** The network around the current page; undefined outside of one. */
export function useNetwork() {
  return useRouteLoaderData<typeof loader>(networkRoute) ?? undefined;
}

/** Whether a module is on in the current network; a page only hides what the server refuses. */
export function useModule(): (module: Module) => boolean {
  const modules = useNetwork()?.modules;
  return (module) => modules?.includes(module) ?? false;
}

/** Whether the reader may do something in the current network, by the same rule as the server's. */
export function useCan(): (permission: Permission) => boolean {
  const viewer = useNetwork()?.viewer;
  return (permission) => Boolean(viewer?.isMember && viewer.can.includes(permission));
}

/** What a role for one object alone, for example one training, opens of it. */
export function useCanOn(objectId: string): (permission: Permission) => boolean {
  const objects = useNetwork()?.viewer?.objects ?? [];
  return (permission) => objects.some(({ id, can }) => id === objectId && can.includes(permission));
}
