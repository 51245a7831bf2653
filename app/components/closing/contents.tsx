import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

type Contents = Awaited<ReturnType<Caller['closing']['page']>>['contents'];

/** The trial: what a closing would delete, and what would stay. */
export function ClosingContents({ contents }: { contents: Contents }) {
  const { t } = useTranslation('closing');
  const format = useFormats();
  const size = useMegabytes();
  const { kinds, files, cards, peopleForgotten, partners } = contents;
  const columns: Column<Contents['kinds'][number]>[] = [
    { key: 'kind', header: t('goes.kind'), isName: true, cell: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'rows', header: t('goes.rows'), isNumber: true, cell: ({ rows }) => format.number(rows) },
  ];
  return (
    <>
      <Section id="goes" title={t('goes.title')} lead={t('goes.lead')}>
        <div className="max-w-[46rem]">
          <Table
            caption={t('goes.title')}
            isCaptionHidden
            columns={columns}
            rows={kinds}
            rowKey={({ kind }) => kind}
          />
        </div>
        <div className="mt-6">
          <DefinitionList
            entries={[
              {
                term: t('goes.files'),
                value: t('goes.filesText', { number: format.number(files.count), size: size(files.bytes) }),
              },
              { term: t('goes.people'), value: peopleForgotten },
              { term: t('goes.cards'), value: cards.removed },
              { term: t('goes.partners'), value: partners },
            ]}
          />
        </div>
        <p className="mt-4 max-w-[42rem]">{t('goes.certificates')}</p>
      </Section>
      <Section id="stays" title={t('stays.title')}>
        <DefinitionList entries={[{ term: t('stays.cards'), value: cards.passed }]} />
        <p className="mt-4 max-w-[42rem]">{t('stays.people')}</p>
        <p className="mt-3 max-w-[42rem]">{t('stays.tombstone')}</p>
      </Section>
    </>
  );
}

/** What has to be settled before a network can be closed. */
export function Blockers({ blockers }: { blockers: Contents['blockers'] }) {
  const { t } = useTranslation('closing');
  if (!isBlocked(blockers)) return <p>{t('blockers.none')}</p>;
  return (
    <Notice tone="warning" title={t('blockers.text')}>
      <DefinitionList
        entries={(['children', 'imports', 'moves', 'holds'] as const).map((kind) => ({
          term: t(`blockers.${kind}`),
          value: blockers[kind] || null,
        }))}
      />
    </Notice>
  );
}

/** Whether something stands against closing a network. */
export function isBlocked(blockers: Contents['blockers']): boolean {
  return Object.values(blockers).some((count) => count > 0);
}

/** A number of bytes in megabytes, in the form of the language. */
export function useMegabytes(): (bytes: number) => string {
  const format = useFormats();
  return (bytes) => format.number(Math.ceil(bytes / 10_000) / 100);
}
