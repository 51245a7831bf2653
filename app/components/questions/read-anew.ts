import type { ShouldRevalidateFunction } from '@remix-run/react';

/** A refused form shows the questions as they stand by now, which may be why it was refused. */
export const readAnew: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 422 || defaultShouldRevalidate;
