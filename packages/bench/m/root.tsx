import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerOf } from './answers.server.ts';

export { default, ErrorBoundary, Layout, links } from '~/root.tsx';

export function loader({ request }: LoaderFunctionArgs) {
  return answerOf(request).root;
}
