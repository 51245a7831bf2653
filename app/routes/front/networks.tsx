import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { translator } from '@tessera/i18n/server.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { NetworkTree } from '~/components/network-tree.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { publicHead } from '~/server/public-head.server.ts';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { networks } = await api(args).networks.publicTree();
  const t = translator(args.context.language, 'networks');
  return {
    networks,
    head: publicHead(args, { path: paths.tree(), title: t('tree.title'), text: t('tree.lead') }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

export const handle: Handle = { title: (t) => t('networks:tree.title') };

export default function Networks() {
  const { networks } = useLoaderData<typeof loader>();
  const { t } = useTranslation('networks');
  return (
    <>
      <PageHeader title={t('tree.title')} lead={t('tree.lead')} />
      <p className="mb-3 text-sm text-muted tabular-nums">{t('tree.count', { count: networks.length })}</p>
      {networks.length > 0 ? (
        <NetworkTree networks={networks} />
      ) : (
        <Empty title={t('tree.empty')}>{t('tree.emptyHint')}</Empty>
      )}
    </>
  );
}
