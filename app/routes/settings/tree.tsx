import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { MoveAnswer, MoveRequest } from '@tessera/core/networks/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { PeopleFigure } from '~/components/founding/child-figures.tsx';
import { SettingsTabs } from '~/components/founding/settings-tabs.tsx';
import { StateWord } from '~/components/founding/state-word.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { networkParams } from '~/server/params.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { RadioField, SelectField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { type Column, Table } from '~/ui/table.tsx';

const Step = z.union([
  MoveRequest.extend({ step: z.literal('request') }),
  MoveAnswer.extend({ step: z.literal('answer') }),
]);

export async function loader(args: LoaderFunctionArgs) {
  const where = networkParams(args);
  const { networks } = api(args);
  const [{ parent, name }, { children }, { moves }, tree] = await Promise.all([
    networks.page(where),
    networks.children(where),
    networks.moves(where),
    networks.publicTree(),
  ]);
  const others = tree.networks
    .filter(({ code }) => code !== where.network)
    .map(({ code, name: label }) => ({ value: code, label }));
  return { ...where, name, parent, children, moves, others };
}

export async function action(args: ActionFunctionArgs) {
  const where = networkParams(args);
  const to = paths.place(where.network);
  return submit(args, Step, async (input) => {
    const { networks } = api(args);
    if (input.step === 'request') {
      await networks.requestMove({ ...where, as: input.as, other: input.other });
      return redirectWithFlash(to, 'founding:tree.asked');
    }
    await networks.answerMove({ ...where, child: input.child, answer: input.answer });
    const words = { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' } as const;
    return redirectWithFlash(to, `founding:tree.${words[input.answer]}`);
  });
}

export const handle: Handle = { title: (t) => t('founding:tree.title') };

type Child = Awaited<ReturnType<Caller['networks']['children']>>['children'][number];
type Move = Awaited<ReturnType<Caller['networks']['moves']>>['moves'][number];

export default function Tree() {
  const { network, parent, children, moves, others } = useLoaderData<typeof loader>();
  const { t } = useTranslation('founding');
  return (
    <>
      <PageHeader title={t('tree.title')} lead={t('tree.lead')} />
      <SettingsTabs />
      <Section id="parent" title={t('tree.parent')}>
        {parent ? (
          <Link to={paths.network(parent.code)} className="link">
            {parent.name}
          </Link>
        ) : (
          <p>{t('tree.noParent')}</p>
        )}
      </Section>
      <Section id="children" title={t('tree.children')} lead={t('tree.childrenLead')} layout="full">
        {children.length > 0 ? (
          <Children network={network} rows={children} />
        ) : (
          <Empty title={t('tree.noChildren')}>{t('tree.noChildrenText')}</Empty>
        )}
      </Section>
      <Section id="moves" title={t('tree.moves')} lead={t('tree.movesLead')}>
        {moves.length > 0 ? (
          <ul>
            {moves.map((move) => (
              <OpenMove key={move.id} move={move} />
            ))}
          </ul>
        ) : (
          <p className="text-muted">{t('tree.noMoves')}</p>
        )}
      </Section>
      <Section id="ask" title={t('tree.ask')}>
        <Ask others={others} />
      </Section>
    </>
  );
}

function Children({ network, rows }: { network: string; rows: Child[] }) {
  const { t } = useTranslation('founding');
  const columns: Column<Child>[] = [
    {
      key: 'network',
      header: t('tree.network'),
      isName: true,
      cell: ({ code, name, state, parentCode, depth }) => (
        <>
          <Link to={paths.child(network, code)} className="link">
            {name}
          </Link>
          {depth > 1 && <span className="block font-normal text-muted">{parentCode}</span>}
          {state !== 'active' && (
            <span className="block">
              <StateWord state={state} />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'institutions',
      header: t('tree.institutions'),
      isNumber: true,
      cell: ({ institutions }) => institutions,
    },
    {
      key: 'open',
      header: t('tree.openTrainings'),
      isNumber: true,
      cell: ({ openTrainings }) => openTrainings,
    },
    ...(['confirmed', 'attended', 'certificates'] as const).map((key) => ({
      key,
      header: t(`tree.${key}`),
      isNumber: true,
      cell: (row: Child) => <PeopleFigure value={row[key]} />,
    })),
  ];
  return (
    <Table
      caption={t('tree.children')}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
    />
  );
}

function OpenMove({ move }: { move: Move }) {
  const { t } = useTranslation('founding');
  const { childCode, childName, parentName, oldParentName, step } = move;
  return (
    <li className="border-b border-rule py-4 first:border-t">
      <p className="font-semibold">{t('tree.moveText', { child: childName, parent: parentName })}</p>
      {oldParentName && <p className="text-sm text-muted">{t('tree.leaves', { network: oldParentName })}</p>}
      {step === 'withdraw' && (
        <p className="mt-2">
          <Badge shape="waiting">{t('tree.waiting')}</Badge>
        </p>
      )}
      {step !== 'none' && (
        <Form method="post" className="mt-3">
          <input type="hidden" name="step" value="answer" />
          <input type="hidden" name="child" value={childCode} />
          <ButtonRow>
            {step === 'answer' ? (
              <>
                <Button size="small" look="primary" name="answer" value="accept">
                  {t('tree.accept')}
                </Button>
                <Button size="small" name="answer" value="decline">
                  {t('tree.decline')}
                </Button>
              </>
            ) : (
              <Button size="small" name="answer" value="withdraw">
                {t('tree.withdraw')}
              </Button>
            )}
          </ButtonRow>
        </Form>
      )}
    </li>
  );
}

function Ask({ others }: { others: { value: string; label: string }[] }) {
  const { t } = useTranslation('founding');
  const state = useTesseraForm<z.input<typeof MoveRequest>>({
    id: 'move',
    labels: { as: t('tree.as'), other: t('tree.other') },
    defaultValue: { as: 'child' },
  });
  return (
    <TesseraForm state={state}>
      <input type="hidden" name="step" value="request" />
      <RadioField
        {...state.field('as')}
        options={[
          { value: 'child', label: t('tree.asChild') },
          { value: 'parent', label: t('tree.asParent') },
        ]}
      />
      <SelectField {...state.field('other')} placeholder={t('tree.choose')} options={others} />
      <ButtonRow>
        <Button look="primary" isPending={state.isPending}>
          {t('tree.ask')}
        </Button>
      </ButtonRow>
    </TesseraForm>
  );
}
