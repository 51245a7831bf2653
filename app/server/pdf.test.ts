import { expect, test } from 'vitest';
import { pdfAnswer } from './pdf.server.ts';

test('a file has a name in every alphabet and one that every client can read', () => {
  const answer = pdfAnswer(new Uint8Array([37, 80, 68, 70]), 'Ștefan "Țepeș" – Обучение/1');

  expect(answer.headers.get('Content-Type')).toBe('application/pdf');
  expect(answer.headers.get('Content-Disposition')).toBe(
    'inline; filename="Stefan Tepes _ ________ 1.pdf"; ' +
      "filename*=UTF-8''%C8%98tefan%20%C8%9Aepe%C8%99%20%E2%80%93%20%D0%9E%D0%B1%D1%83%D1%87%D0%B5%D0%BD%D0%B8%D0%B5%201.pdf",
  );
});
