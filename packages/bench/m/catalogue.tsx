import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerOf } from './answers.server.ts';

export { default, handle, meta } from '~/routes/trainings/catalogue.tsx';

export function loader({ request }: LoaderFunctionArgs) {
  return answerOf(request).page;
}
