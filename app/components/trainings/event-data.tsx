import { useReader } from '~/components/shell/reader.tsx';
import type { ShownTraining } from './shown-training.ts';

/** The training in the words of schema.org, for search engines; only what everyone may read. */
export function EventData({ training, url }: { training: ShownTraining; url: string }) {
  const { nonce } = useReader();
  if (training.visibility !== 'public' || ['draft', 'submitted'].includes(training.state)) return null;
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without "<" cannot end the script
      dangerouslySetInnerHTML={{ __html: JSON.stringify(eventOf(training, url)).replaceAll('<', '\\u003c') }}
    />
  );
}

const modes: Record<string, string> = {
  onsite: 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
};
const states: Record<string, string> = { cancelled: 'EventCancelled', postponed: 'EventPostponed' };

function eventOf(training: ShownTraining, url: string) {
  const { title, summary, startsAt, endsAt, mode, venue, state, languages, capacity, free } = training;
  const place = venue && { '@type': 'Place', name: venue, address: venue };
  const online = mode !== 'onsite' && { '@type': 'VirtualLocation', url };
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationEvent',
    name: title,
    description: summary || undefined,
    url,
    startDate: startsAt.toISOString(),
    endDate: endsAt.toISOString(),
    eventAttendanceMode: `https://schema.org/${modes[mode]}`,
    eventStatus: `https://schema.org/${states[state] ?? 'EventScheduled'}`,
    location: [place, online].filter(Boolean),
    organizer: { '@type': 'Organization', name: training.networkName },
    inLanguage: languages,
    maximumAttendeeCapacity: capacity,
    remainingAttendeeCapacity: free,
    isAccessibleForFree: training.costFree,
  };
}
