/** Whom a mentor has already, and how many more there is room for. */
export type Load = { held: number; room: number };

/**
 * Gives mentees to mentors so that as many mentees as possible have one; of all such plans the one with the highest total of
 * scores; of those the one that spreads the mentees most evenly. A plan that is still equal to another is always the same for
 * the same order of mentees and mentors.
 *
 * This is a transport problem: successive shortest paths with potentials (Ahuja, Magnanti, Orlin, Network Flows, 1993, 9.7;
 * the growing cost of a further place with the same mentor: chapter 14). Mentees come one after the other, and each takes the
 * cheapest path to a place, on which others may be moved on. It takes at most mentees² × mentors steps.
 * @param scores one row for each mentee, with a whole number for each mentor, or null where the two may not be matched
 * @param loads one for each mentor
 * @returns the index of the mentor for each mentee, or null
 */
export function assign(
  scores: readonly (readonly (number | null)[])[],
  loads: readonly Load[],
): (number | null)[] {
  const price = pricesFor(scores, loads);
  const places: Place[] = loads.map((load, index) => newPlace(index, load.held, load.room, price.further));
  // Whoever has no mentor is with nobody, who has room for all and costs more than all mentors together.
  const nobody = newPlace(places.length, 0, scores.length, 0);
  places.push(nobody);
  const mentees: Mentee[] = scores.map((row) => ({
    costs: [...row.map((score) => (score === null ? Number.POSITIVE_INFINITY : price.of(score))), price.none],
    place: null,
  }));
  for (const mentee of mentees) seat(mentee, places);
  return mentees.map(({ place }) => (place === null || place === nobody ? null : place.index));
}

type Mentee = { costs: number[]; place: Place | null };

type Place = {
  index: number;
  held: number;
  room: number;
  /** What each mentee more costs than the one before. */
  further: number;
  seated: Set<Mentee>;
  potential: number;
  /** Of the search that goes on: how far it is to here, and whom to move here. */
  distance: number;
  via: Mentee | null;
  isReached: boolean;
};

const newPlace = (index: number, held: number, room: number, further: number): Place => ({
  index,
  held,
  room,
  further,
  seated: new Set(),
  potential: 0,
  distance: Number.POSITIVE_INFINITY,
  via: null,
  isReached: false,
});

// Three aims in one number: no sum of a lesser aim reaches one unit of a greater one. All are whole numbers and stay exact.
function pricesFor(scores: readonly (readonly (number | null)[])[], loads: readonly Load[]) {
  const largestGroup = scores.length + loads.reduce((most, { held }) => Math.max(most, held), 0);
  const further = 1;
  const point = scores.length * largestGroup * further + 1;
  const best = scores.reduce(
    (most, row) => row.reduce<number>((top, score) => Math.max(top, score ?? 0), most),
    0,
  );
  const none = scores.length * (best * point + largestGroup * further) + 1;
  return { further, none, of: (score: number) => (best - score) * point };
}

const costOf = (mentee: Mentee, place: Place) => mentee.costs[place.index] ?? Number.POSITIVE_INFINITY;
const lastStep = (place: Place) => place.further * (place.held + place.seated.size + 1) + place.potential;

// Dijkstra over the places: a place leads on to wherever those who are seated there could move.
function seat(newcomer: Mentee, places: readonly Place[]): void {
  for (const place of places) {
    place.distance = costOf(newcomer, place) - place.potential;
    place.via = newcomer;
    place.isReached = false;
  }
  let end: Place | null = null;
  let length = Number.POSITIVE_INFINITY;
  for (let next = nearest(places); next && next.distance < length; next = nearest(places)) {
    next.isReached = true;
    if (next.seated.size < next.room && next.distance + lastStep(next) < length) {
      end = next;
      length = next.distance + lastStep(next);
    }
    for (const mentee of next.seated) {
      const left = next.distance + next.potential - costOf(mentee, next);
      for (const place of places) {
        const distance = left + costOf(mentee, place) - place.potential;
        if (place.isReached || distance >= place.distance) continue;
        place.distance = distance;
        place.via = mentee;
      }
    }
  }
  for (const place of places) {
    if (place.isReached) place.potential += Math.min(0, place.distance - length);
  }
  while (end?.via) {
    const mentee: Mentee = end.via;
    const left: Place | null = mentee.place;
    left?.seated.delete(mentee);
    end.seated.add(mentee);
    mentee.place = end;
    end = left;
  }
}

function nearest(places: readonly Place[]): Place | null {
  let found: Place | null = null;
  for (const place of places) {
    if (!place.isReached && place.distance < (found?.distance ?? Number.POSITIVE_INFINITY)) found = place;
  }
  return found;
}
