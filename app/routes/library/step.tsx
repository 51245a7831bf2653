import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type ResourceMove, resourceMoves } from '@tessera/core/library/rules.ts';
import { ResourceStep } from '@tessera/core/library/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { textOf } from '~/components/initiatives/text-of.ts';
import { ResourceWays } from '~/components/library/resource-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { resourceParams } from '~/server/params.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { PageHeader } from '~/ui/page.tsx';
import { DateTimeField, TextareaField } from '~/ui/text-field.tsx';

const Step = ResourceStep.pick({ reviewBy: true, comment: true });

/** @throws a refusal for what is no step */
function stepParams(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const move = resourceMoves.find((each) => each === args.params.step);
  if (!move) throw refuse('not_found');
  const { network, resourceId } = resourceParams(args);
  return { network, resourceId, move };
}

export async function loader(args: LoaderFunctionArgs) {
  const { move, ...where } = stepParams(args);
  const { texts, moves, reviewBy } = await api(args).library.one(where);
  if (!moves.includes(move)) throw refuse('transition_not_possible');
  return { ...where, move, reviewBy, title: textOf(texts, [args.context.language])?.title ?? '' };
}

export async function action(args: ActionFunctionArgs) {
  const { move, ...where } = stepParams(args);
  return submit(args, Step, async (input) => {
    await api(args).library.move({ ...where, move, ...input });
    return redirectWithFlash(paths.resource(where.network, where.resourceId), 'library:moved');
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, data) => data && t(`library:moves.${data.move as ResourceMove}`),
};

export default function StepPage() {
  const { network, resourceId, move, title, reviewBy } = useLoaderData<typeof loader>();
  const { t } = useTranslation('library');
  const state = useTesseraForm<{ reviewBy: string; comment: string }>({
    id: 'step',
    labels: { reviewBy: t('reviewBy'), comment: t('step.comment') },
    hints: { reviewBy: t('form.reviewByHint') },
    optional: ['reviewBy', 'comment'],
    // What was planned before holds for a publication; a check plans anew.
    defaultValue: { reviewBy: move === 'publish' ? (reviewBy ?? '') : '', comment: '' },
  });
  return (
    <>
      <ResourceWays resource={{ id: resourceId, title }} />
      <PageHeader
        eyebrow={title}
        title={t(`moves.${move}`)}
        lead={t(move === 'archive' ? 'step.archiveLead' : 'step.lead')}
      />
      <TesseraForm state={state}>
        {(move === 'publish' || move === 'check') && (
          <DateTimeField {...state.field('reviewBy')} withTime={false} />
        )}
        {move === 'return' && <TextareaField {...state.field('comment')} rows={3} maxLength={500} />}
        <FormEnd
          back={paths.resource(network, resourceId)}
          look={move === 'archive' ? 'danger' : 'primary'}
          isPending={state.isPending}
        >
          {t(`moves.${move}`)}
        </FormEnd>
      </TesseraForm>
    </>
  );
}
