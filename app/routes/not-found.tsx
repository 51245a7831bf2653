import { refuse } from '~/server/refusal.server.ts';

export function loader() {
  throw refuse('not_found');
}

export function action() {
  throw refuse('not_found');
}

export default function NotFound() {
  return null;
}
