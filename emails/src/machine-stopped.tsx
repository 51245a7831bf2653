import { paths } from '@tessera/paths/paths.ts';
import { Action, Paragraph } from './parts.tsx';
import { type MailContent, networkLink, type TemplateInput } from './template.ts';

/** Lost with its job: nothing stands in the way of ordering again. */
export type MachineStoppedProps = { isLost: boolean };

/** Tells who ordered translations from the machine that not all of them came, and that the rest was given back. */
export function machineStopped({ props, t, context }: TemplateInput<MachineStoppedProps>): MailContent {
  const subject = t('machineStopped.subject');
  return {
    subject,
    preheader: t('machineStopped.text'),
    title: subject,
    why: t('machineStopped.why'),
    body: (
      <>
        <Paragraph>{t('machineStopped.text')}</Paragraph>
        {props.isLost && <Paragraph>{t('machineStopped.again')}</Paragraph>}
        <Paragraph>{t('machineStopped.reason')}</Paragraph>
        <Action
          href={networkLink(context, (code) => paths.machineTranslation(code))}
          label={t('machineStopped.button')}
        />
      </>
    ),
  };
}
