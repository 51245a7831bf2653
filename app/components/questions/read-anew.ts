import type { ShouldRevalidateFunction } from '@remix-run/react';

/** A refused form shows what stands by now, which may be why it was refused. */
export const readAnew: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || actionStatus === 422 || defaultShouldRevalidate;
