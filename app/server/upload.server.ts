import {
  type ActionFunctionArgs,
  data,
  unstable_parseMultipartFormData as parseMultipart,
} from '@remix-run/node';
import { DomainError, statusOf } from '@tessera/core/errors.ts';
import { domainErrorOf } from './refusal.server.ts';
import { messageOf } from './submit.server.ts';

const longestText = 1000;

/**
 * The round trip of a form with one file, which is handed on as it comes in and never held by the web server. Fields of
 * text must stand before the file.
 * @param take reads the file; what it throws as `DomainError` becomes a message at its field
 */
export async function submitUpload<Answer>(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
  take: (
    fields: Record<string, string>,
    file: { name: string; content: AsyncIterable<Uint8Array> },
  ) => Promise<Answer>,
) {
  const fields: Record<string, string> = {};
  let answer: { value: Answer } | undefined;
  try {
    await parseMultipart(args.request, async ({ name, filename, data: content }) => {
      if (filename === undefined) fields[name] = await text(content);
      else if (filename !== '' && !answer)
        answer = { value: await take(fields, { name: filename, content }) };
      else for await (const _ of content);
      return undefined;
    });
    if (!answer) throw new DomainError('file_needed', {}, 'file');
    return answer.value;
  } catch (thrown) {
    const refusal = domainErrorOf(thrown);
    if (!refusal || statusOf(refusal.code) === 404 || statusOf(refusal.code) === 401) throw thrown;
    const message = messageOf(args.context.language, refusal);
    const field = refusal.field ?? '';
    return data(
      { status: 'error' as const, initialValue: fields, error: { [field]: [message] } },
      { status: statusOf(refusal.code) },
    );
  }
}

async function text(content: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size <= longestText) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
