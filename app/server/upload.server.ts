import {
  type ActionFunctionArgs,
  data,
  unstable_parseMultipartFormData as parseMultipart,
} from '@remix-run/node';
import { DomainError, statusOf } from '@tessera/core/errors.ts';
import { domainErrorOf } from './refusal.server.ts';
import { messageOf, notUnderstood, readForm } from './submit.server.ts';

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
  let answer: { value: Answer } | { thrown: unknown } | undefined;
  await readParts(args.request, async ({ name, filename, data: content }) => {
    if (filename === undefined) fields[name] = await text(content);
    else if (filename === '' || answer) for await (const _ of content);
    else
      answer = await take(fields, { name: filename, content: whole(content) }).then(
        (value) => ({ value }),
        (thrown: unknown) => ({ thrown }),
      );
    return !(answer && 'thrown' in answer);
  });
  if (answer && 'value' in answer) return answer.value;
  const thrown = answer ? answer.thrown : new DomainError('file_needed', {}, 'file');
  const refusal = domainErrorOf(thrown);
  if (!refusal || statusOf(refusal.code) === 404 || statusOf(refusal.code) === 401) throw thrown;
  const message = messageOf(args.context.language, refusal);
  return data(
    { status: 'error' as const, initialValue: fields, error: { [refusal.field ?? '']: [message] } },
    { status: statusOf(refusal.code) },
  );
}

type Part = { name: string; filename?: string; data: AsyncIterable<Uint8Array> };

/** Gives the parts of a form, until `onPart` wants no more. @throws an answer 400 when the body is no form */
async function readParts(request: Request, onPart: (part: Part) => Promise<boolean>): Promise<void> {
  if (!/^multipart\/form-data/i.test(request.headers.get('Content-Type') ?? '')) {
    await readForm(request);
    return;
  }
  let isOver = false;
  try {
    await parseMultipart(request, async (part) => {
      isOver = !(await onPart(part));
      // The rest of a refused file is not worth reading.
      if (isOver) throw new Error('over');
      return undefined;
    });
  } catch {
    if (!isOver) throw notUnderstood();
  }
}

// What came until the line broke looks like a file, and is none.
async function* whole(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* content;
  } catch {
    throw notUnderstood();
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
