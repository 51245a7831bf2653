import { addDays } from '../clock/days.ts';

export const supervisionKinds = ['group', 'single'] as const;
export type SupervisionKind = (typeof supervisionKinds)[number];

/** `planned` until somebody writes who was there, also after its day. */
export const supervisionStates = ['planned', 'held', 'cancelled'] as const;
export type SupervisionState = (typeof supervisionStates)[number];

/** A meeting that is written down lies ahead, or was held. */
export function stateOn(day: string, today: string): Exclude<SupervisionState, 'cancelled'> {
  return day > today ? 'planned' : 'held';
}

/** Who leads a meeting changes it as long as its time is not over; one that was cancelled stays so. */
export function mayChange(meeting: { state: string; isLed: boolean }): boolean {
  return meeting.isLed && meeting.state !== 'cancelled';
}

/** A meeting to come can be cancelled by everybody who may plan one. */
export const mayCancel = (meeting: { state: string }): boolean => meeting.state === 'planned';

/** Its day has passed, and nobody has written who was there. */
export const isToWrite = (meeting: { state: string; day: string }, today: string): boolean =>
  meeting.state === 'planned' && meeting.day < today;

/** Days after which a mentor should have had supervision again. */
export const supervisionDays = 90;

/** How long before a meeting those who come are reminded. */
export const reminderDays = 3;

export const hadSupervision = ({ lastOn }: { lastOn: string | null }, today: string): boolean =>
  lastOn !== null && lastOn > addDays(today, -supervisionDays);

/** Of the mentors who have a relation that goes on, how many had supervision in time. */
export function supervisionFigure(
  mentors: readonly { isMentoring: boolean; lastOn: string | null }[],
  today: string,
): { mentors: number; supervised: number } {
  const mentoring = mentors.filter(({ isMentoring }) => isMentoring);
  return {
    mentors: mentoring.length,
    supervised: mentoring.filter((mentor) => hadSupervision(mentor, today)).length,
  };
}

// Names take endings ("Omarja", "Omarnak"); short ones would be found in too many words.
const inflected = 4;
const mostEnding = 3;

/** Which of these words stand in a text, whatever their case; long ones also with an ending. */
export function namedIn(text: string, words: readonly string[]): string[] {
  return words.filter((word) => {
    const letters = word.trim();
    if (letters.length < 2) return false;
    const plain = letters.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const ending = letters.length >= inflected ? `\\p{L}{0,${mostEnding}}` : '';
    return new RegExp(`(?<![\\p{L}\\p{N}])${plain}${ending}(?![\\p{L}\\p{N}])`, 'iu').test(text);
  });
}
