import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { accentStyle } from '~/ui/accent.ts';

export type TreeNetwork = {
  code: string;
  name: string;
  parentCode: string | null;
  accent: string | null;
  institutions: number;
  openTrainings: number;
};

/** Networks with their sub-networks beneath them. */
export function NetworkTree({
  networks,
  parentCode = null,
}: {
  networks: readonly TreeNetwork[];
  parentCode?: string | null;
}) {
  const codes = new Set(networks.map(({ code }) => code));
  const isRoot = parentCode === null;
  const here = networks.filter((each) =>
    isRoot ? !codes.has(each.parentCode ?? '') : each.parentCode === parentCode,
  );
  if (here.length === 0) return null;
  return (
    <ul className={isRoot ? 'border-t border-rule' : 'ms-[5px] border-s border-rule ps-6'}>
      {here.map((network) => (
        <li key={network.code} className={isRoot ? 'border-b border-rule py-1.5' : ''}>
          <Branch network={network} />
          <NetworkTree networks={networks} parentCode={network.code} />
        </li>
      ))}
    </ul>
  );
}

function Branch({ network }: { network: TreeNetwork }) {
  const { t } = useTranslation('shell');
  const { code, name, accent, institutions, openTrainings } = network;
  return (
    <div className="flex flex-wrap items-baseline gap-x-6 py-1.5">
      <span className="flex min-w-0 flex-1 basis-64 items-baseline gap-3">
        <span aria-hidden style={tileStyle(accent)} className="tile mosaic-tile size-[11px] shrink-0" />
        <Link
          to={paths.network(code)}
          prefetch="intent"
          className="text-lg font-semibold underline-offset-4 hover:underline"
        >
          {name}
        </Link>
      </span>
      <span className="ms-[23px] text-sm text-muted tabular-nums">
        {t('front.institutions', { count: institutions })},{' '}
        {openTrainings > 0 ? t('front.openTrainings', { count: openTrainings }) : t('front.noOpenTrainings')}
      </span>
    </div>
  );
}

/** For `mosaic-tile`: the network's colour, readable in both modes. */
export function tileStyle(accent: string | null): Record<string, string> | undefined {
  const style = accentStyle(accent);
  return (
    style && { '--tile-light': style['--accent-light'] ?? '', '--tile-dark': style['--accent-dark'] ?? '' }
  );
}
