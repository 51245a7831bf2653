import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Notice } from '~/ui/notice.tsx';
import { Section } from '~/ui/page.tsx';
import type { ImportPage } from './import-page.ts';

/** How an import ended, and the way back. */
export function ImportResult({ network, page }: { network: string; page: ImportPage }) {
  const { t } = useTranslation('transfer');
  const another = (
    <LinkButton to={paths.imports(network, { kind: page.kind })}>{t('result.again')}</LinkButton>
  );
  if (page.state === 'failed') {
    return (
      <Notice tone="danger" title={t('result.failed')} actions={another}>
        <FailureWords page={page} /> {t('result.failedText')}
      </Notice>
    );
  }
  if (page.state === 'undone') {
    return (
      <Notice title={t('result.undone')} actions={another}>
        {t('result.undoneText')}
      </Notice>
    );
  }
  return <Done network={network} page={page} />;
}

function Done({ network, page }: { network: string; page: ImportPage }) {
  const { t } = useTranslation('transfer');
  const { counts } = page;
  return (
    <>
      <Notice
        tone="success"
        title={t('result.done')}
        actions={
          <>
            <LinkButton
              look="primary"
              to={page.kind === 'people' ? paths.invitations(network) : paths.institutions(network)}
            >
              {t('result.look')}
            </LinkButton>
            <LinkButton to={paths.imports(network)}>{t('result.again')}</LinkButton>
          </>
        }
      >
        {t('list.figures', {
          new: counts.new,
          changed: counts.changed,
          same: counts.same,
          wrong: counts.wrong,
        })}
      </Notice>
      {counts.wrong > 0 && !page.isFileGone && (
        <div className="mt-6">
          <Notice
            tone="warning"
            title={t('result.wrongOut', { count: counts.wrong })}
            actions={
              <LinkButton to={paths.importWrongRows(network, page.id)} reloadDocument>
                {t('check.download')}
              </LinkButton>
            }
          />
        </div>
      )}
      <Back network={network} page={page} />
    </>
  );
}

function Back({ network, page }: { network: string; page: ImportPage }) {
  const { t } = useTranslation('transfer');
  const format = useFormats();
  const zone = useNetwork()?.timeZone ?? 'UTC';
  if (page.isFileGone || !page.keptUntil) return <p className="mt-8 text-muted">{t('result.tooOld')}</p>;
  return (
    <Section
      id="back"
      title={t('result.back')}
      lead={t('result.undoUntil', { date: format.date(page.keptUntil, zone) })}
    >
      <LinkButton look="danger" to={paths.importUndo(network, page.id)}>
        {t('result.undo')}
      </LinkButton>
    </Section>
  );
}

// The code of a failure is one of the area `errors`, chosen by the server.
function FailureWords({ page }: { page: ImportPage }) {
  const { t } = useTranslation('errors');
  return (t as unknown as (key: string, params: object) => string)(page.failure, page.failureParams);
}
