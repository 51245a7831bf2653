import { useTranslation } from '@tessera/i18n/react.tsx';
import { useEffect, useState } from 'react';
import { useFormats } from '~/components/use-formats.ts';
import type { FieldProps } from '~/ui/field.tsx';
import { TextareaField } from '~/ui/text-field.tsx';

/** Several lines in any script, with their limit said before it is met. Nothing that is typed is cut. */
export function CountedField({
  most,
  rows,
  ...field
}: FieldProps & { defaultValue?: string; most: number; rows: number }) {
  const { t } = useTranslation('mentoring');
  const format = useFormats();
  const [length, setLength] = useState((field.defaultValue ?? '').length);
  useEffect(() => {
    const area = document.getElementById(field.id);
    if (!(area instanceof HTMLTextAreaElement)) return;
    const count = () => setLength(area.value.length);
    count();
    area.form?.addEventListener('input', count);
    area.form?.addEventListener('restored', count);
    return () => {
      area.form?.removeEventListener('input', count);
      area.form?.removeEventListener('restored', count);
    };
  }, [field.id]);
  const isTooLong = length > most;
  return (
    <div>
      <TextareaField {...field} rows={rows} dir="auto" />
      <p role="status" className="mt-1 max-w-[36rem] text-sm tabular-nums">
        {isTooLong ? (
          <strong className="text-danger">{t('log.tooLong', { count: length - most })}</strong>
        ) : (
          length > most * 0.8 && t('log.characters', { count: length, most: format.number(most) })
        )}
      </p>
    </div>
  );
}
