import { useTranslation } from '@tessera/i18n/react.tsx';

/** Why a message did not arrive, in words, from the short code in the log. */
export function useMessageTrouble(): (code: string) => string {
  const { t } = useTranslation('messages');
  return (code) => {
    if (code === 'overtaken') return t('trouble.overtaken');
    if (code === 'no_answer' || code.startsWith('no_answer')) return t('trouble.noAnswer');
    if (code.startsWith('invalid_')) return t('trouble.address');
    return t('trouble.refused', { code });
  };
}
