import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { maxListBytes } from '@tessera/core/attendance/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PresenceSection } from '~/components/attendance/presence-section.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { TrainingWays } from '~/components/training-ways.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { halfDayParams } from '~/server/params.server.ts';
import { submitUpload } from '~/server/upload.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { FileField } from '~/ui/file-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Empty } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = halfDayParams(args);
  return { ...where, ...(await api(args).attendance.evidence(where)) };
}

export async function action(args: ActionFunctionArgs) {
  const where = halfDayParams(args);
  // Who may not keep a list is refused before the file is read.
  await api(args).attendance.evidence(where);
  return submitUpload(args, async (_fields, { name, content }) => {
    await api(args).attendance.keepList({ ...where, name: name.slice(-200), content });
    return redirectWithFlash(
      paths.attendanceEvidence(where.network, where.trainingId, where.sessionId),
      'attendance:evidence.done',
    );
  });
}

export const handle: Handle<typeof loader> = {
  title: (t, found) => found && `${t('attendance:evidence.title')}: ${found.training.title}`,
};

export default function AttendanceEvidence() {
  const { network, training, session, lists, signatures, presence, isOpen, isLocked } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(['attendance', 'trainings']);
  const format = useFormats();
  return (
    <>
      <TrainingWays training={training} isManaged />
      <PageHeader
        eyebrow={t('session', {
          day: format.shortDate(session.startsAt, training.timeZone),
          halfDay: t(`trainings:halfDay.${session.halfDay}`),
        })}
        title={t('evidence.title')}
        lead={t('evidence.lead')}
        actions={
          <>
            <LinkButton to={paths.attendance(network, training.id, { session: session.id })}>
              {t('title')}
            </LinkButton>
            <LinkButton to={paths.evidenceCheck(network, training.id, session.id)}>
              {t('evidence.check')}
            </LinkButton>
          </>
        }
      />
      <Section id="lists" title={t('evidence.lists')}>
        {lists.length === 0 && <Empty title={t('evidence.empty')}>{t('evidence.emptyText')}</Empty>}
        <ul>
          {lists.map((list) => (
            <Kept key={list.id} list={list} />
          ))}
        </ul>
      </Section>
      {signatures.length > 0 && (
        <Section id="signatures" title={t('evidence.signatures')}>
          <ul>
            {signatures.map((signature) => (
              <Signed key={signature.id} signature={signature} />
            ))}
          </ul>
        </Section>
      )}
      <PresenceSection network={network} evidence={{ training, session, presence, isOpen }} />
      {isOpen && <Upload />}
      {isLocked && <Notice title={t('evidence.frozen')}>{t('evidence.frozenText')}</Notice>}
      {!isOpen && !isLocked && <Notice title={t('notOpen')} />}
    </>
  );
}

type List = Awaited<ReturnType<typeof loader>>['lists'][number];

function Kept({ list }: { list: List }) {
  const { network, training, session, isOpen } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const format = useFormats();
  const name = list.fileName || t('evidence.nameless');
  return (
    <li className="border-b border-rule py-4 first:border-t first:border-ink">
      <p className="font-semibold break-words">{name}</p>
      <p className="text-sm text-muted">
        {t('evidence.keptBy', {
          name: list.keptBy ?? t('trail.someone'),
          moment: format.dateTime(list.keptAt, training.timeZone),
        })}
      </p>
      <p className="mt-2 text-sm text-muted">{t('evidence.hash')}</p>
      <p className="font-mono text-sm break-all" translate="no">
        {list.sha256}
      </p>
      {list.isPurged ? (
        <p className="mt-2 text-sm text-muted">{t('evidence.purged')}</p>
      ) : (
        <div className="mt-3">
          <ButtonRow>
            <LinkButton
              to={paths.evidenceFile(network, training.id, session.id, list.id)}
              size="small"
              reloadDocument
              aria-label={`${t('evidence.download')}: ${name}`}
            >
              {t('evidence.download')}
            </LinkButton>
            {isOpen && (
              <Link
                to={paths.evidenceWithdrawal(network, training.id, session.id, list.id)}
                className="link inline-flex min-h-11 items-center"
                aria-label={`${t('evidence.withdraw')}: ${name}`}
              >
                {t('evidence.withdraw')}
              </Link>
            )}
          </ButtonRow>
        </div>
      )}
    </li>
  );
}

type Signature = Awaited<ReturnType<typeof loader>>['signatures'][number];

function Signed({ signature }: { signature: Signature }) {
  const { network, training, session, isOpen } = useLoaderData<typeof loader>();
  const { t } = useTranslation('attendance');
  const format = useFormats();
  const { id, keptAt, sha256, isPurged } = signature;
  const name = format.personName({
    givenName: signature.givenName ?? '',
    familyName: signature.familyName ?? '',
    nameOrder: signature.nameOrder ?? 'given_first',
  });
  return (
    <li className="border-b border-rule py-4 first:border-t first:border-ink">
      <p className="font-semibold" translate="no">
        {name}
      </p>
      <p className="text-sm text-muted">
        {t('evidence.signedAt', { moment: format.dateTime(keptAt, training.timeZone) })}
      </p>
      <p className="font-mono text-sm break-all" translate="no">
        {sha256}
      </p>
      {!isPurged && (
        <ButtonRow>
          <Link
            to={paths.signature(network, training.id, session.id, id)}
            className="link inline-flex min-h-11 items-center"
            aria-label={`${t('evidence.show')}: ${name}`}
          >
            {t('evidence.show')}
          </Link>
          {isOpen && (
            <Link
              to={paths.evidenceWithdrawal(network, training.id, session.id, id)}
              className="link inline-flex min-h-11 items-center"
              aria-label={`${t('evidence.withdraw')}: ${name}`}
            >
              {t('evidence.withdraw')}
            </Link>
          )}
        </ButtonRow>
      )}
    </li>
  );
}

function Upload() {
  const { t } = useTranslation('attendance');
  const format = useFormats();
  const state = useTesseraForm<{ file: string }>({
    id: 'signed-list',
    labels: { file: t('evidence.file') },
    hints: { file: t('evidence.fileHint', { megabytes: format.number(maxListBytes / 1_000_000) }) },
  });
  return (
    <Section id="add" title={t('evidence.add')} lead={t('evidence.addLead')}>
      <TesseraForm state={state} encType="multipart/form-data">
        <FileField {...state.field('file')} accept=".pdf,.jpg,.jpeg,.png" />
        <Button look="primary" isPending={state.isPending}>
          {t('evidence.submit')}
        </Button>
      </TesseraForm>
    </Section>
  );
}
