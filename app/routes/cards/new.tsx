import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { situations } from '@tessera/core/cards/rules.ts';
import { NewCard } from '@tessera/core/cards/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { CardForm } from '~/components/cards/card-form.tsx';
import { CardWays } from '~/components/cards/card-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { mayCreate, host } = await api(args).cards.list(where);
  if (!mayCreate) throw refuse('not_allowed');
  const wished = new URL(args.request.url).searchParams.get('situation');
  return { ...where, host, situation: situations.find((each) => each === wished) ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  return submit(args, NewCard, async (fields) => {
    const { cardId } = await api(args).cards.create({ ...where, ...fields });
    return redirectWithFlash(paths.card(where.network, cardId), 'cards:new.done');
  });
}

export const handle: Handle = { title: (t) => t('cards:new.title') };

export default function NewCardPage() {
  const { network, host, situation } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  return (
    <>
      <CardWays />
      <PageHeader title={t('new.title')} lead={t('new.lead')} />
      <CardForm card={null} situation={situation} host={host} backTo={paths.cardLibrary(network)} />
    </>
  );
}
