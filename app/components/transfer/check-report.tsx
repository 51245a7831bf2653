import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { LinkButton } from '~/ui/button.tsx';
import { CheckboxField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { FormEnd } from '~/ui/form-end.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { Section } from '~/ui/page.tsx';
import { ticked } from '~/ui/ticked.ts';
import type { ImportPage } from './import-page.ts';
import { ProblemTable } from './problem-table.tsx';

/** What an import would do, what is wrong, and the word to go on. */
export function CheckReport({ network, page }: { network: string; page: ImportPage }) {
  const { t } = useTranslation('transfer');
  const format = useFormats();
  const { counts } = page;
  return (
    <>
      <Section id="check" title={t('check.title')} lead={t('check.lead')}>
        <DefinitionList
          entries={(['new', 'changed', 'same', 'wrong'] as const).map((sort) => ({
            term: t(`check.${sort}`),
            value: format.number(counts[sort]),
          }))}
        />
      </Section>
      {counts.wrong > 0 && <WrongRows network={network} page={page} />}
      <Section id="start" title={t('check.start')}>
        {counts.new + counts.changed > 0 ? (
          <StartForm network={network} page={page} />
        ) : (
          <Notice
            tone={counts.wrong > 0 ? 'warning' : 'success'}
            title={t(counts.wrong > 0 ? 'check.allWrong' : 'check.nothing')}
            actions={
              <>
                <LinkButton to={paths.imports(network, { kind: page.kind })}>{t('result.again')}</LinkButton>
                <LinkButton to={paths.import(network, page.id, { step: 'columns' })}>
                  {t('check.again')}
                </LinkButton>
              </>
            }
          >
            {t(counts.wrong > 0 ? 'check.allWrongText' : 'check.nothingText')}
          </Notice>
        )}
      </Section>
    </>
  );
}

function StartForm({ network, page }: { network: string; page: ImportPage }) {
  const { t } = useTranslation('transfer');
  const form = useTesseraForm<{ withoutWrong: string; sendInvitations: string }>({
    id: 'start',
    labels: { withoutWrong: t('check.withoutWrong'), sendInvitations: t('check.sendInvitations') },
    hints: {
      withoutWrong: t('check.withoutWrongHint'),
      sendInvitations: t('check.sendInvitationsHint'),
    },
  });
  return (
    <TesseraForm state={form} action={paths.import(network, page.id, { step: 'start' })}>
      {page.counts.wrong > 0 && <CheckboxField {...ticked(form.field('withoutWrong'))} />}
      {page.kind === 'people' && <CheckboxField {...ticked(form.field('sendInvitations'))} />}
      <FormEnd
        back={paths.import(network, page.id, { step: 'columns' })}
        backLabel={t('check.again')}
        isPending={form.isPending}
      >
        {t('check.submit')}
      </FormEnd>
    </TesseraForm>
  );
}

function WrongRows({ network, page }: { network: string; page: ImportPage }) {
  const { t } = useTranslation('transfer');
  return (
    <Section
      id="wrong"
      title={t('check.problems')}
      lead={t('check.problemsLead', { count: page.problems.length })}
      layout="full"
      actions={
        <LinkButton to={paths.importWrongRows(network, page.id)} reloadDocument>
          {t('check.download')}
        </LinkButton>
      }
    >
      <ProblemTable page={page} />
    </Section>
  );
}
