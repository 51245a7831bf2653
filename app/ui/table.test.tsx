import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Table } from './table.tsx';

test('a cell that says nothing is marked, so that no label stands alone on a phone; nought says something', () => {
  const values = [null, undefined, false, '', 0, 'Room 4'];
  const html = renderToStaticMarkup(
    <Table
      caption="Rooms"
      rows={values.map((value, index) => ({ value, name: `Row ${index}` }))}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', header: 'Name', isName: true, cell: ({ name }) => name },
        { key: 'room', header: 'Room', cell: ({ value }) => value },
      ]}
    />,
  );

  const marked = [...html.matchAll(/Row (\d)<\/th><td[^>]*data-empty/g)].map(([, row]) => row);
  expect(marked).toEqual(['0', '1', '2', '3']);
});
