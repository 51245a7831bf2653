import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { elseKey } from '@tessera/core/cards/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { CardWays } from '~/components/cards/card-ways.tsx';
import { inPlaces, PlacedChoices } from '~/components/cards/choice-places.ts';
import { ChoicesField } from '~/components/cards/choices-field.tsx';
import { hostText } from '~/components/cards/host-text.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { cardParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = cardParams(args);
  const [card, { cards }] = await Promise.all([
    api(args).cards.one(where),
    api(args).cards.list({ network: where.network, situation: 'answers' }),
  ]);
  if (!card.mayEdit || card.answer !== 'point_list') throw refuse('not_allowed');
  const chosen = card.choices.map(({ id }) => id);
  const before = new URL(args.request.url).searchParams.get('before');
  const place = (id: string) => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length);
  const words = cards
    .filter(({ conceptKey }) => conceptKey !== elseKey)
    .map(({ id, host, pictogram }) => ({ id, text: host, pictogram }))
    .sort((one, other) => place(one.id) - place(other.id));
  return { ...where, title: hostText(card), host: card.host, chosen, words, before };
}

export async function action(args: ActionFunctionArgs) {
  const where = cardParams(args);
  return submit(args, PlacedChoices, async (placed) => {
    await api(args).cards.choose({ ...where, answerIds: inPlaces(placed), seenIds: placed.seen });
    const page = paths.cardChoices(where.network, where.cardId, { before: placed.seen.join(' ') });
    return redirectWithFlash(page, 'cards:choices.done');
  });
}

export const handle: Handle = { title: (t) => t('cards:choices.title') };

export default function CardChoicesPage() {
  const { network, cardId, title, host, chosen, words } = useLoaderData<typeof loader>();
  const { t } = useTranslation('cards');
  const state = useTesseraForm<{ answerIds: string }>({
    id: 'choices',
    labels: { answerIds: t('choices.title') },
    hints: { answerIds: t('choices.placeHint') },
  });
  return (
    <>
      <CardWays card={{ id: cardId, title }} />
      <PageHeader eyebrow={title} title={t('choices.title')} lead={t('choices.lead')} />
      <TakenBack />
      <TesseraForm state={state}>
        <input type="hidden" name="seen" value={chosen.join(' ')} />
        <ChoicesField
          {...state.field('answerIds')}
          key={chosen.join()}
          words={words}
          chosen={chosen}
          language={host}
        />
        <p className="mb-8">
          <Link to={paths.newCard(network, { situation: 'answers' })} className="link">
            {t('choices.missing')}
          </Link>
        </p>
        <FormEnd back={paths.card(network, cardId)} isPending={state.isPending}>
          {t('choices.save')}
        </FormEnd>
      </TesseraForm>
    </>
  );
}

// The list before the change is chosen again in the place of the one that stands here.
function TakenBack() {
  const { chosen, before } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['cards', 'common']);
  if (before === null || before === chosen.join(' ')) return null;
  const earlier = before.split(' ').filter(Boolean);
  return (
    <Form method="post" className="mb-8">
      <input type="hidden" name="seen" value={chosen.join(' ')} />
      {earlier.map((id, index) => (
        <span key={id}>
          <input type="hidden" name="answerIds" value={id} />
          <input type="hidden" name="ids" value={id} />
          <input type="hidden" name="places" value={index + 1} />
        </span>
      ))}
      <Notice title={t('choices.done')} tone="success" actions={<Button>{t('common:undo')}</Button>} />
    </Form>
  );
}
