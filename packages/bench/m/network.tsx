import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerOf } from './answers.server.ts';

export { default } from '~/routes/network/layout.tsx';

export function loader({ request }: LoaderFunctionArgs) {
  return answerOf(request).network;
}
