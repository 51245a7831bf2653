import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DefinitionList } from './lists.tsx';

test('what has no value is left out with its term, nought is a value', () => {
  const values = [null, undefined, false, '', 0, 'Room 4'];
  const html = renderToStaticMarkup(
    <DefinitionList entries={values.map((value, index) => ({ term: `Term ${index}`, value }))} />,
  );

  expect(html.match(/Term \d/g)).toEqual(['Term 4', 'Term 5']);
});
