import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { CardPack } from '@tessera/core/cards/pack.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { translator } from '@tessera/i18n/server.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { useState } from 'react';
import type { Handle } from '~/components/shell/handle.ts';
import { CardChooser } from '~/components/spot/chooser.tsx';
import { fetchPack, fetchRecordings } from '~/components/spot/device.ts';
import { LanguageList } from '~/components/spot/language-list.tsx';
import { EmergencyNumbers } from '~/components/spot/numbers.tsx';
import type { Recordings } from '~/components/spot/pack-rules.ts';
import { usePacks } from '~/components/spot/use-packs.ts';
import { useHasScripts } from '~/components/use-has-scripts.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { publicHead } from '~/server/public-head.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const { network } = networkParams(args);
  const { languages, numbers } = await api(args).cards.overview({ network });
  const t = translator(args.context.language, 'spot');
  return {
    network,
    languages,
    numbers,
    head: publicHead(args, { path: paths.spot(network), title: t('title'), text: t('lead') }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [...data.head, { tagName: 'link', rel: 'manifest', href: paths.spotManifest(data.network) }] : [];

export const handle: Handle = { title: (t) => t('spot:title') };

export default function Spot() {
  const { network, languages, numbers } = useLoaderData<typeof loader>();
  const { t } = useTranslation('spot');
  const hasScripts = useHasScripts();
  const packs = usePacks(network, paths.spot(network));
  const [language, setLanguage] = useState<string | null>(null);
  const [fetched, setFetched] = useState<CardPack | null>(null);
  const [heard, setHeard] = useState<Recordings>({});
  const [hasFailed, setHasFailed] = useState(false);
  const kept = packs.kept.find(({ pack }) => pack.language === language);
  const pack = kept?.pack ?? (fetched?.language === language ? fetched : null);

  async function choose(wanted: string) {
    setHasFailed(false);
    setLanguage(wanted);
    if (packs.kept.some((each) => each.pack.language === wanted)) return;
    const found = await fetchPack(network, wanted).catch(() => null);
    setFetched(found?.pack ?? null);
    setHasFailed(found === null);
    if (found) setHeard(await fetchRecordings(network, found.pack, {}).catch(() => ({})));
  }

  return (
    <>
      <EmergencyNumbers numbers={pack?.numbers ?? numbers} />
      <PageHeader
        title={t('title')}
        lead={pack ? undefined : t('lead')}
        actions={
          !pack &&
          languages.length > 0 && <LinkButton to={paths.cardPrint(network)}>{t('print.title')}</LinkButton>
        }
      />
      {hasScripts && (
        <div role="status" className="mb-6 text-sm text-muted empty:hidden">
          {!packs.isOnline && <p>{t('offline')}</p>}
          {packs.isOnline && packs.isReady && !pack && <p>{t('ready')}</p>}
          {packs.isReady === null && <p>{t('cannotKeep')}</p>}
        </div>
      )}
      {hasFailed && (
        <div role="alert" className="mb-6">
          <Notice tone="danger" title={t('failed')} />
        </div>
      )}
      {pack ? (
        <CardChooser pack={pack} recordings={kept?.recordings ?? heard} onBack={() => setLanguage(null)} />
      ) : languages.length + packs.kept.length > 0 ? (
        <LanguageList
          network={network}
          decks={languages}
          packs={packs}
          hasScripts={hasScripts}
          onChoose={(wanted) => void choose(wanted)}
        />
      ) : (
        <Empty title={t('empty')}>{t('emptyHint')}</Empty>
      )}
    </>
  );
}
