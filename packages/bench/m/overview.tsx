import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerOf } from './answers.server.ts';

export { default, meta } from '~/routes/network/overview.tsx';

export function loader({ request }: LoaderFunctionArgs) {
  return answerOf(request).page;
}
