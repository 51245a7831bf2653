import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';

/** What the loaders of one page of the product answered. */
export type Answers = { root: unknown; network: unknown; page: unknown };

const [, , , file = ''] = process.argv;
const byAddress = deserialize(readFileSync(file)) as Map<string, Answers>;

/** The static data of an address. */
export function answerOf(request: Request): Answers {
  const { pathname, search } = new URL(request.url);
  const answers = byAddress.get(pathname + search);
  if (!answers) throw new Response(null, { status: 404 });
  return answers;
}
