/** What can happen in the care of mentoring; its words are in the area `care`. */
export const careEvents = [
  'concern.raised',
  'concern.moved',
  'concern.escalated',
  'care.thresholds_changed',
  'care.muted',
  'care.stood_still',
  'care.log_missing',
  'care.week',
  'care.asked',
  'care.answered',
  'care.survey_asked',
  'care.survey_answered',
] as const;
export type CareEventKind = (typeof careEvents)[number];

export function isCareEvent(kind: string): kind is CareEventKind {
  return (careEvents as readonly string[]).includes(kind);
}
