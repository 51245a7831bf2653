import type { SubmissionResult } from '@conform-to/react';
import { useActionData } from '@remix-run/react';
import { importFields, neededFields } from '@tessera/core/imports/terms.ts';
import { roles } from '@tessera/core/permissions.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Section } from '~/ui/page.tsx';
import type { ImportPage } from './import-page.ts';

const encodings = ['utf-8', 'windows-1250', 'windows-1251', 'windows-1252'] as const;
const leaveOut = '-';

type Head = { encoding: string | null; isEncodingGuessed: boolean; rows: { cells: string[] }[] };

/** What each column of a file holds: suggested, with the first entries to compare. */
export function ColumnsForm({ network, page, head }: { network: string; page: ImportPage; head: Head }) {
  const { t } = useTranslation(['transfer', 'identity']);
  const form = useTesseraForm({ id: 'columns', labels: {} });
  const sent = useActionData<SubmissionResult<string[]>>()?.initialValue as
    | { mapping?: string[]; encoding?: string; role?: string }
    | undefined;
  const fields = importFields[page.kind];
  const options = [
    { value: leaveOut, label: t('columns.skip') },
    ...fields.map((field) => ({ value: field, label: t(`fields.${field}`) })),
  ];
  return (
    <Section
      id="columns"
      title={t('columns.title')}
      lead={
        <>
          {t('columns.lead')}{' '}
          {t('columns.needed', {
            fields: neededFields[page.kind].map((field) => t(`fields.${field}`)).join(', '),
          })}
        </>
      }
    >
      <TesseraForm state={form} action={paths.import(network, page.id, { step: 'columns' })}>
        {head.isEncodingGuessed && (
          <SelectField
            id="columns-encoding"
            name="encoding"
            required
            label={t('columns.encoding')}
            hint={t('columns.encodingHint')}
            defaultValue={sent?.encoding ?? head.encoding ?? undefined}
            options={encodings.map((value) => ({ value, label: t(`encodings.${value}`) }))}
          />
        )}
        {page.headings.map((heading, column) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={column}
            id={`columns-mapping-${column}`}
            name={`mapping[${column}]`}
            required
            label={
              heading
                ? t('columns.heading', { number: column + 1, heading })
                : t('columns.noHeading', { number: column + 1 })
            }
            hint={<Sample rows={head.rows} column={column} />}
            defaultValue={sent?.mapping?.[column] ?? (page.mapping[column] || leaveOut)}
            options={options}
          />
        ))}
        {page.kind === 'people' && (
          <SelectField
            id="columns-role"
            name="role"
            label={t('columns.role')}
            hint={t('columns.roleHint')}
            placeholder={t('columns.noRole')}
            defaultValue={sent?.role ?? page.options.role}
            options={roles.slice(1).map((role) => ({ value: role, label: t(`identity:roles.${role}`) }))}
          />
        )}
        <FormEnd back={paths.imports(network)} isPending={form.isPending}>
          {t('columns.submit')}
        </FormEnd>
      </TesseraForm>
    </Section>
  );
}

function Sample({ rows, column }: { rows: Head['rows']; column: number }) {
  const { t } = useTranslation('transfer');
  const cells = rows.map((row) => (row.cells[column] ?? '').trim()).filter(Boolean);
  if (cells.length === 0) return t('columns.noSample');
  const sample = cells.map((cell) => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell)).slice(0, 3);
  return <span className="wrap-anywhere">{t('columns.sample', { sample: sample.join(' · ') })}</span>;
}
