import type { AppLoadContext } from '@remix-run/node';
import { DomainError } from '@tessera/core/errors.ts';
import { expect, test } from 'vitest';
import { submitUpload } from './upload.server.ts';

const context = { language: 'en' } as AppLoadContext;

function formWith(content: BlobPart | null): Request {
  const form = new FormData();
  form.set('kind', 'people');
  if (content !== null) form.set('file', new File([content], 'a.csv'));
  return new Request('http://localhost/imports', { method: 'POST', body: form });
}

async function answerOf(request: Request, take: Parameters<typeof submitUpload>[1]) {
  const answer = (await submitUpload({ request, context }, take)) as {
    init?: { status: number };
    data?: { initialValue: object; error: object };
  };
  return [answer.init?.status, answer.data?.initialValue, answer.data?.error];
}

test('a file is handed on as it comes in, after the fields before it', async () => {
  const seen: unknown[] = [];

  await submitUpload({ request: formWith('abc'), context }, async (fields, { name, content }) => {
    for await (const chunk of content) seen.push(Buffer.from(chunk).toString());
    seen.push(fields, name);
  });

  expect(seen).toEqual(['abc', { kind: 'people' }, 'a.csv']);
});

test('a refusal stands beside the field, and the rest of a large file is not waited for', async () => {
  const request = formWith(new Uint8Array(30_000_000));

  const answer = await answerOf(request, async (_fields, { content }) => {
    for await (const _ of content) throw new DomainError('file_too_large', { megabytes: 20 }, 'file');
  });

  expect(answer).toEqual([
    422,
    { kind: 'people' },
    { file: ['This file is larger than 20 MB. Divide it into several files.'] },
  ]);
});

test('without a file one is asked for, and what is no form is refused', async () => {
  const take = async () => {};
  const plain = (body: string, type: string) =>
    new Request('http://localhost/imports', { method: 'POST', body, headers: { 'Content-Type': type } });

  expect(await answerOf(formWith(null), take)).toEqual([
    422,
    { kind: 'people' },
    { file: ['Choose a file.'] },
  ]);
  expect((await answerOf(plain('a=b', 'application/x-www-form-urlencoded'), take))[0]).toBe(422);
  expect((await answerOf(plain('nothing', 'multipart/form-data; boundary=x'), take))[0]).toBe(422);
  await expect(
    submitUpload({ request: plain('a=%00', 'application/x-www-form-urlencoded'), context }, take),
  ).rejects.toMatchObject({ init: { status: 400 } });
});

// The line breaks before the form has said that it ends; what came until then looks like a shorter file.
function cutOff(sent: number): Request {
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at > sent) return controller.close();
      controller.enqueue(at === 0 ? Buffer.from(head) : Buffer.alloc(1_000_000, 65));
      at += 1_000_000;
    },
  });
  return new Request('http://localhost/imports', {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
  } as RequestInit);
}

test('an upload that is cut off in the middle is no file, however much of it came', async () => {
  const kept: number[] = [];
  for (const sent of [0, 3_000_000])
    await expect(
      submitUpload({ request: cutOff(sent), context }, async (_fields, { content }) => {
        let size = 0;
        for await (const chunk of content) size += chunk.length;
        kept.push(size);
      }),
    ).rejects.toMatchObject({ init: { status: 400 } });
  expect(kept).toEqual([]);
});
