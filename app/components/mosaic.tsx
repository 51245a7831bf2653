import { type TreeNetwork, tileStyle } from './network-tree.tsx';

const mostTiles = 240;

/** One tile for each institution in the colour of its network; when there are too many, one tile for several. */
export function Mosaic({ networks, label }: { networks: readonly TreeNetwork[]; label: string }) {
  const total = networks.reduce((sum, { institutions }) => sum + institutions, 0);
  const perTile = Math.max(1, Math.ceil(total / mostTiles));
  return (
    <div role="img" aria-label={label} className="mosaic flex flex-wrap gap-[3px]">
      {networks.map(({ code, accent, institutions }) => (
        <span key={code} style={tileStyle(accent)} className="contents">
          {Array.from({ length: Math.ceil(institutions / perTile) }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tiles of one network are alike
            <span key={index} className="mosaic-tile size-5 sm:size-6" />
          ))}
        </span>
      ))}
    </div>
  );
}
