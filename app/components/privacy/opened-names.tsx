import type { Opened } from '@tessera/core/privacy/seal.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';

/** The names of a consent that was opened for this one answer. */
export function OpenedNames({ names }: { names: { subject: Opened; guardian: Opened } }) {
  const { t } = useTranslation('privacy');
  const words = (opened: Opened) => {
    switch (opened.state) {
      case 'open':
        return (
          <span translate="no" className="text-lg font-semibold">
            {opened.text}
          </span>
        );
      case 'empty':
        return t('consents.noGuardian');
      default:
        return t(`consents.${opened.state}`);
    }
  };
  return (
    <>
      <Notice title={t('consents.shown')}>{t('consents.shownText')}</Notice>
      <div className="mt-4">
        <DefinitionList
          entries={[
            { term: t('consents.subjectField'), value: words(names.subject) },
            { term: t('consents.guardianField'), value: words(names.guardian) },
          ]}
        />
      </div>
    </>
  );
}
