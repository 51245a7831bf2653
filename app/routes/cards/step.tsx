import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type CardMove, cardMoves } from '@tessera/core/cards/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { CardText } from '~/components/cards/card-text.tsx';
import { CardWays } from '~/components/cards/card-ways.tsx';
import { hostText } from '~/components/cards/host-text.ts';
import { NamedBy } from '~/components/cards/named-by.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { cardParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

/** @throws a refusal for what is no step */
function stepParams(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const move = cardMoves.find((each) => each === args.params.step);
  if (!move) throw refuse('not_found');
  return { ...cardParams(args), move };
}

export async function loader(args: LoaderFunctionArgs) {
  const { move, ...where } = stepParams(args);
  const card = await api(args).cards.one(where);
  if (!card.moves.includes(move)) throw refuse('transition_not_possible');
  return { ...where, move, host: card.host, title: hostText(card), namedBy: card.namedBy };
}

export async function action(args: ActionFunctionArgs) {
  const { move, ...where } = stepParams(args);
  return submit(args, z.object({}), async () => {
    await api(args).cards.move({ ...where, move });
    return redirectWithFlash(paths.card(where.network, where.cardId), `cards:moved.${move}`);
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && t(`cards:moves.${data.move as CardMove}`),
};

export default function StepPage() {
  const { network, cardId, move, host, title, namedBy } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const state = useTesseraForm({ id: 'step', labels: {} });
  return (
    <>
      <CardWays card={{ id: cardId, title }} />
      <PageHeader
        eyebrow={<CardText language={host}>{title}</CardText>}
        title={t(`moves.${move}`)}
        lead={t(`moveLeads.${move}`)}
      />
      {move === 'retire' && namedBy.length > 0 && (
        <div className="mb-8">
          <Notice tone="warning" title={t('choices.retire')}>
            <NamedBy network={network} host={host} cards={namedBy} />
          </Notice>
        </div>
      )}
      <TesseraForm state={state}>
        <FormEnd
          back={paths.card(network, cardId)}
          look={move === 'retire' ? 'danger' : 'primary'}
          isPending={state.isPending}
        >
          {t(`moves.${move}`)}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
