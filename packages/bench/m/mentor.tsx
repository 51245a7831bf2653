import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerOf } from './answers.server.ts';

export { default, handle } from '~/routes/mentoring/mine.tsx';

export function loader({ request }: LoaderFunctionArgs) {
  return answerOf(request).page;
}
