import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type TeamMove, teamMoves } from '@tessera/core/initiatives/rules.ts';
import { InitiativeStep } from '@tessera/core/initiatives/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { InitiativeWays } from '~/components/initiatives/initiative-ways.tsx';
import { textOf } from '~/components/initiatives/text-of.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { initiativeParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

const Step = InitiativeStep.pick({ peopleReached: true });

/** @throws a refusal for what is no step */
function stepParams(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const move = teamMoves.find((each) => each === args.params.step);
  if (!move) throw refuse('not_found');
  return { ...initiativeParams(args), move };
}

export async function loader(args: LoaderFunctionArgs) {
  const { move, ...where } = stepParams(args);
  const { texts, moves } = await api(args).initiatives.one(where);
  if (!moves.includes(move)) throw refuse('transition_not_possible');
  return { ...where, move, title: textOf(texts, [args.context.language])?.title ?? '' };
}

export async function action(args: ActionFunctionArgs) {
  const { move, ...where } = stepParams(args);
  return submit(args, Step, async ({ peopleReached }) => {
    await api(args).initiatives.move({ ...where, move, peopleReached });
    return redirectWithFlash(
      paths.initiative(where.network, where.initiativeId),
      `initiatives:moved.${move}`,
    );
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && t(`initiatives:moves.${data.move as TeamMove}`),
};

export default function StepPage() {
  const { network, initiativeId, move, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation('initiatives');
  const state = useTesseraForm<{ peopleReached: string }>({
    id: 'step',
    labels: { peopleReached: t('reached') },
    hints: { peopleReached: t('reachedHint') },
  });
  return (
    <>
      <InitiativeWays initiative={{ id: initiativeId, title }} />
      <PageHeader eyebrow={title} title={t(`moves.${move}`)} lead={t(`moveLeads.${move}`)} />
      <TesseraForm state={state}>
        {move === 'complete' && (
          <TextField {...state.field('peopleReached')} type="number" min={0} width="short" />
        )}
        <FormEnd
          back={paths.initiative(network, initiativeId)}
          look={move === 'stop' ? 'danger' : 'primary'}
          isPending={state.isPending}
        >
          {t(`moves.${move}`)}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
