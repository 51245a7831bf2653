import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Written } from './written.tsx';

const html = (text: string) => renderToStaticMarkup(<Written text={text} />);

test('COM-06: in Arabic and Dari, numbers and addresses keep their order', () => {
  expect(html('اتصل على +359 2 980 3083 أو 112')).toBe(
    'اتصل على <bdi dir="ltr">+359 2 980 3083</bdi> أو <bdi dir="ltr">112</bdi>',
  );
  expect(html('بنویسید به help@school.example، یا https://school.example/a?b=1')).toBe(
    'بنویسید به <bdi dir="ltr">help@school.example</bdi>، یا <bdi dir="ltr">https://school.example/a?b=1</bdi>',
  );
});

test('what is read from the left stays as it is', () => {
  expect(html('Call +359 2 980 3083 <now>')).toBe('Call +359 2 980 3083 &lt;now&gt;');
});
