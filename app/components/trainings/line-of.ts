import type { TrainingLineData } from '../training-line.tsx';

/** What a list shows of a training; the rest stays on the server. */
export function lineOf(training: TrainingLineData): TrainingLineData {
  const { id, title, sharedBy, kind, theme, mode, venue, languages, startsAt, endsAt, timeZone } = training;
  const { workloadMinutes, state, window, capacity, takenCount, waitingCount, regOpensAt } = training;
  return {
    id,
    title,
    sharedBy,
    kind,
    theme,
    mode,
    venue,
    languages,
    startsAt,
    endsAt,
    timeZone,
    workloadMinutes,
    state,
    window,
    capacity,
    takenCount,
    waitingCount,
    regOpensAt,
  };
}
