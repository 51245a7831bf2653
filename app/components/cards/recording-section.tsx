import { Form } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, LinkButton } from '~/ui/button.tsx';
import { Section } from '~/ui/page.tsx';

type Text = {
  language: string;
  mayWrite: boolean;
  recording: {
    id: string;
    seconds: number;
    bytes: number;
    isConfirmed: boolean;
    by: { givenName: string; familyName: string; nameOrder: 'given_first' | 'family_first' } | null;
    mayConfirm: boolean;
    mayRemove: boolean;
  } | null;
};

/** What is heard of a text, and what its reader may do with it. */
export function RecordingSection({ network, cardId, text }: { network: string; cardId: string; text: Text }) {
  const { t } = useTranslation('cards');
  const format = useFormats();
  const { language, recording, mayWrite } = text;
  return (
    <Section
      id="recording"
      title={t('recording.title')}
      lead={t('recording.lead')}
      isForScreen
      actions={
        mayWrite && (
          <LinkButton to={paths.cardRecord(network, cardId, language)}>
            {t(recording ? 'recording.replace' : 'recording.add')}
          </LinkButton>
        )
      }
    >
      {recording ? (
        <div className="max-w-[46rem] space-y-4">
          {/* biome-ignore lint/a11y/useMediaCaption: what is said stands above as text */}
          <audio
            controls
            preload="none"
            src={paths.cardRecording(network, recording.id)}
            aria-label={t('recording.title')}
            className="w-full max-w-md"
          />
          <p className="text-sm text-muted">
            {t(recording.by ? 'recording.line' : 'recording.lineOf', {
              name: recording.by ? format.personName(recording.by) : '',
              seconds: format.number(recording.seconds),
              size: format.number(Math.ceil(recording.bytes / 1000)),
            })}
          </p>
          {recording.isConfirmed ? (
            <p>
              <Badge tone="success" shape="done">
                {t('recording.confirmed')}
              </Badge>
            </p>
          ) : (
            <p>{t('recording.waiting')}</p>
          )}
          <div className="flex flex-wrap gap-3">
            {recording.mayConfirm && (
              <Step step="confirm" recordingId={recording.id} look="primary" label={t('recording.confirm')} />
            )}
            {recording.mayRemove && (
              <Step step="remove" recordingId={recording.id} look="danger" label={t('recording.remove')} />
            )}
          </div>
        </div>
      ) : (
        <p className="text-muted">{t('recording.none')}</p>
      )}
    </Section>
  );
}

function Step({
  step,
  recordingId,
  look,
  label,
}: {
  step: 'confirm' | 'remove';
  recordingId: string;
  look: 'primary' | 'danger';
  label: string;
}) {
  return (
    <Form method="post">
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="recordingId" value={recordingId} />
      <Button look={look}>{label}</Button>
    </Form>
  );
}
