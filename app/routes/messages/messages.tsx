import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { messageKinds, messageStates } from '@tessera/core/messages/kinds.ts';
import { MessageFilter } from '@tessera/core/messages/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import { MessageTable } from '~/components/messages/message-table.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { Filter, FilterBar } from '~/ui/filter-bar.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { Pagination } from '~/ui/ways.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const code = args.params.network ?? '';
  const { page, ...words } = Object.fromEntries(new URL(args.request.url).searchParams);
  const filter = MessageFilter.parse({ ...words, page: page === undefined ? 1 : Number(page) });
  return { code, filter, ...(await api(args).messages.list({ network: code, ...filter })) };
}

export const handle: Handle = { title: (t) => t('messages:log.title') };

export default function Messages() {
  const { code, filter, messages, total, pages } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['messages', 'common']);
  const { page, sort, ...sought } = filter;
  const isFiltered = Object.values(sought).some((value) => value !== '');
  const address = (more: Record<string, string | number>) =>
    paths.messages(code, { ...sought, sort, ...more });
  return (
    <>
      <PageHeader title={t('log.title')} lead={t('log.lead')} />
      <SettingsTabs />
      {(total > 0 || isFiltered) && (
        <FilterBar label={t('log.title')} clearTo={isFiltered ? paths.messages(code) : undefined}>
          <Filter label={t('log.search')}>
            <input type="search" name="q" defaultValue={filter.q} maxLength={100} className="control" />
          </Filter>
          <Filter label={t('log.kind')}>
            <select name="kind" defaultValue={filter.kind} className="control max-w-64">
              <option value="">{t('common:all')}</option>
              {messageKinds.map((each) => (
                <option key={each} value={each}>
                  {t(`kinds.${each}`)}
                </option>
              ))}
            </select>
          </Filter>
          <Filter label={t('log.state')}>
            <select name="state" defaultValue={filter.state} className="control">
              <option value="">{t('common:all')}</option>
              {messageStates.map((each) => (
                <option key={each} value={each}>
                  {t(`stateFilter.${each}`)}
                </option>
              ))}
            </select>
          </Filter>
          <input type="hidden" name="sort" value={sort} />
        </FilterBar>
      )}
      {messages.length > 0 ? (
        <MessageTable
          code={code}
          messages={messages}
          total={total}
          sort={sort}
          sortTo={(next) => address({ sort: next })}
        />
      ) : (
        <Empty title={isFiltered ? t('log.noneFound') : t('log.none')}>
          {isFiltered ? t('log.noneFoundText') : t('log.noneText')}
        </Empty>
      )}
      <Pagination page={page} pages={pages} to={(next) => address({ page: next })} />
    </>
  );
}
