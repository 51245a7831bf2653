import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { cardMoveNames, membershipMoveNames } from '@tessera/core/institutions/terms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { graveMoves } from '~/components/institutions/institution-moves.tsx';
import { InstitutionWays } from '~/components/institutions/institution-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { institutionParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader } from '~/ui/page.tsx';

const Nothing = z.object({});
const allMoves = [...cardMoveNames, ...membershipMoveNames];

export async function loader(args: LoaderFunctionArgs) {
  const where = institutionParams(args);
  const move = moveOf(args.params.move);
  const { id, name, moves, staff, may } = await api(args).institutions.page(where);
  if (!may.manage) throw refuse('not_allowed');
  const isPossible = [...moves.card, ...moves.membership].some((each) => each === move);
  return {
    network: where.network,
    institution: { id, name },
    move,
    isPossible,
    staff: staff?.length ?? 0,
  };
}

export async function action(args: ActionFunctionArgs) {
  const where = institutionParams(args);
  const move = moveOf(args.params.move);
  return submit(args, Nothing, async () => {
    const call = api(args).institutions;
    const card = cardMoveNames.find((each) => each === move);
    const membership = membershipMoveNames.find((each) => each === move);
    if (card) await call.moveCard({ ...where, move: card });
    if (membership) await call.moveMembership({ ...where, move: membership });
    return redirectWithFlash(
      paths.institution(where.network, where.institutionId),
      `institutions:moves.${move}Done`,
      {},
      graveMoves.includes(move) ? 'info' : 'success',
    );
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && t(`institutions:moves.${data.move}`),
};

export default function MoveInstitution() {
  const { network, institution, move, isPossible, staff } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['institutions', 'common']);
  const format = useFormats();
  const state = useTesseraForm<Record<string, never>>({ id: 'move', labels: {} });
  const back = paths.institution(network, institution.id);
  return (
    <>
      <InstitutionWays institution={institution} />
      <PageHeader
        eyebrow={institution.name}
        title={t(`moves.${move}`)}
        lead={isPossible && t(`moves.${move}Text`)}
      />
      {isPossible ? (
        <TesseraForm state={state}>
          {move === 'leave' && staff > 0 && (
            <p className="font-semibold">{t('moves.staff', { number: format.number(staff) })}</p>
          )}
          <FormEnd
            back={back}
            look={graveMoves.includes(move) ? 'danger' : 'primary'}
            isPending={state.isPending}
          >
            {t(`moves.${move}`)}
          </FormEnd>
        </TesseraForm>
      ) : (
        <Notice
          title={t('moves.notPossible')}
          actions={<LinkButton to={back}>{t('common:back')}</LinkButton>}
        >
          {t('moves.notPossibleText')}
        </Notice>
      )}
    </>
  );
}

function moveOf(value: string | undefined): (typeof allMoves)[number] {
  const move = allMoves.find((each) => each === value);
  if (!move) throw refuse('not_found');
  return move;
}
