import type { FieldMetadata } from '@conform-to/react';
import { maxFileBytes, mostFilesAtOnce } from '@tessera/core/library/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { type ChangeEvent, useState } from 'react';
import { useFormats } from '~/components/use-formats.ts';
import type { Uploaded } from '~/routes/library/upload.ts';
import { controlProps, Field, FieldError, type FieldProps } from '~/ui/field.tsx';
import { Progress } from '~/ui/lists.tsx';

const accept = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.webp,.mp4,.mp3,.txt,.csv';

type Upload = { key: string; name: string; percent: number; fileId?: string; problem?: string };

/**
 * Files that are added to a resource. With scripts each is on its way at once and says how far it is; without them they
 * come with the form. Those that arrived before are in it by their ids.
 */
export function UploadFiles({
  to,
  field,
  kept,
  onBusy,
}: {
  to: string;
  field: FieldProps;
  /** Files that came with the form before it was refused */
  kept: FieldMetadata<{ fileId: string }>[];
  onBusy: (isBusy: boolean) => void;
}) {
  const { t } = useTranslation('library');
  const format = useFormats();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const change = (key: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)));

  async function onChange({ currentTarget: input }: ChangeEvent<HTMLInputElement>) {
    const files = [...(input.files ?? [])].map((file) => ({ file, key: crypto.randomUUID() }));
    input.value = '';
    onBusy(true);
    setUploads((all) => [...all, ...files.map(({ file, key }) => ({ key, name: file.name, percent: 0 }))]);
    for (const { file, key } of files) {
      const answer = await send(to, file, (percent) => change(key, { percent }));
      if (answer && 'fileId' in answer) change(key, { percent: 100, fileId: answer.fileId });
      else change(key, { problem: answer?.error.files?.join(' ') ?? t('files.failed', { name: file.name }) });
    }
    onBusy(false);
  }

  const hint = t('files.chooseHint', {
    most: format.number(mostFilesAtOnce),
    megabytes: format.number(maxFileBytes / 1_000_000),
  });
  const whole = { ...field, hint, required: false };
  return (
    <div>
      <Field {...whole}>
        <input
          type="file"
          multiple
          accept={accept}
          {...controlProps(whole)}
          onChange={onChange}
          className="control h-auto py-2"
        />
      </Field>
      <ul aria-live="polite" className="mt-3 space-y-2">
        {kept.map((file) => {
          const { fileId } = file.getFieldset();
          const id = String(fileId.initialValue ?? '');
          return (
            id !== '' && (
              <li key={file.key}>
                <input type="hidden" name={fileId.name} value={id} />
                {t('files.kept')}
              </li>
            )
          );
        })}
        {uploads.map(({ key, name, percent, fileId, problem }, index) => (
          <li key={key} className="wrap-anywhere">
            {fileId && (
              <input type="hidden" name={`${field.name}[${kept.length + index}].fileId`} value={fileId} />
            )}
            {problem && <FieldError id={key} errors={[problem]} />}
            {fileId && t('files.ready', { name })}
            {!fileId && !problem && (
              <Progress
                label={t('files.uploading', { name, percent: format.number(percent) })}
                value={percent}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

// Only this way of asking tells how much has been sent.
function send(to: string, file: File, onProgress: (percent: number) => void): Promise<Uploaded | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.set('files', file);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(Math.floor((100 * loaded) / Math.max(total, 1))),
    );
    request.addEventListener('loadend', () => resolve(answerOf(request.responseText)));
    request.open('POST', to);
    request.send(form);
  });
}

function answerOf(text: string): Uploaded | null {
  try {
    const answer = JSON.parse(text) as Partial<Record<'fileId' | 'error', unknown>>;
    return answer.fileId || answer.error ? (answer as Uploaded) : null;
  } catch {
    return null;
  }
}
