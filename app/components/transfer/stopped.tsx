import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import type { ImportPage } from './import-page.ts';

/** Work of the background that came to no end, and the two ways on. */
export function Stopped({ network, page }: { network: string; page: ImportPage }) {
  const { t } = useTranslation('transfer');
  const form = useTesseraForm({ id: 'again', labels: {} });
  return (
    <>
      <Notice tone="danger" title={t(page.state === 'checking' ? 'stopped.checking' : 'stopped.running')}>
        {t('stopped.text')}
      </Notice>
      <div className="mt-6">
        <TesseraForm state={form} action={paths.import(network, page.id, { step: 'again' })}>
          <FormEnd
            back={paths.imports(network, { kind: page.kind })}
            backLabel={t('result.again')}
            isPending={form.isPending}
          >
            {t('stopped.again')}
          </FormEnd>
        </TesseraForm>
      </div>
    </>
  );
}
