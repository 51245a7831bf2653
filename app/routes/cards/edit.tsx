import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CardFields } from '@tessera/core/cards/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { CardForm } from '~/components/cards/card-form.tsx';
import { CardWays } from '~/components/cards/card-ways.tsx';
import { hostText } from '~/components/cards/host-text.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { cardParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = cardParams(args);
  const card = await api(args).cards.one(where);
  if (!card.mayEdit) throw refuse('not_allowed');
  return { ...where, card, title: hostText(card) };
}

export async function action(args: ActionFunctionArgs) {
  const where = cardParams(args);
  return submit(args, CardFields, async (fields) => {
    await api(args).cards.change({ ...where, ...fields });
    return redirectWithFlash(paths.card(where.network, where.cardId), 'cards:edit.done');
  });
}

export const handle: Handle = { title: (t) => t('cards:edit.title') };

export default function EditCardPage() {
  const { network, cardId, card, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  return (
    <>
      <CardWays card={{ id: cardId, title }} />
      <PageHeader eyebrow={title} title={t('edit.title')} />
      <CardForm card={card} host={card.host} backTo={paths.card(network, cardId)} />
    </>
  );
}
