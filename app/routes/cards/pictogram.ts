import type { LoaderFunctionArgs } from '@remix-run/node';
import type { PictogramName } from '@tessera/core/cards/pictograms.ts';
import { api } from '~/server/api.server.ts';
import { networkParams } from '~/server/params.server.ts';

/** A motif as SVG. It is drawn by itself: nothing in it may run or load anything. */
export async function loader(args: LoaderFunctionArgs) {
  const name = (args.params.pictogram ?? '') as PictogramName;
  const { svg } = await api(args).cards.pictogram({ ...networkParams(args), name });
  return new Response(svg, {
    headers: {
      'Content-Type': 'image/svg+xml',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'Cache-Control': 'public, max-age=86400',
    },
  });
}
