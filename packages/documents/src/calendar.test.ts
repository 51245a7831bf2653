import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type CalendarEvent, type CalendarInput, calendarFile } from './calendar.server.ts';

const event: CalendarEvent = {
  uid: 'seat-0198@tessera.example.org',
  sequence: 2,
  status: 'CONFIRMED',
  summary: 'Planificare; întâlnire, partea \\ 1',
  description: 'Aduceți: caiet, pix;\nșî încă\r\nő ű Ж. '.repeat(6),
  location: 'Sala Mare, Str. Ștefan; Băile Tușnad',
  url: 'https://tessera.example.org/un/trainings/1?a=1,2;b',
  startsAt: new Date('2026-05-04T06:00:00Z'),
  endsAt: new Date('2026-05-04T14:00:00Z'),
  timeZone: 'Europe/Bucharest',
  updatedAt: new Date('2026-04-01T08:30:00Z'),
  organiser: { name: 'Rețea, "Urbană"', email: 'un@example.org' },
};

const input: CalendarInput = {
  name: 'Rețea, urbană; 1\nx',
  language: 'ro',
  method: 'PUBLISH',
  productUrl: 'https://tessera.example.org',
  events: [event],
};

function read(changes: Partial<CalendarEvent>[] = [{}], calendar: Partial<CalendarInput> = {}) {
  const text = calendarFile({
    ...input,
    events: changes.map((change) => ({ ...event, ...change })),
    ...calendar,
  });
  const root = new ICAL.Component(ICAL.parse(text));
  const zones = root.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  const events = root.getAllSubcomponents('vevent').map((component) => {
    const entry = new ICAL.Event(component);
    for (const time of [entry.startDate, entry.endDate]) {
      const zone = zones.find(
        ({ tzid }) => tzid === component.getFirstProperty('dtstart')?.getFirstParameter('tzid'),
      );
      if (zone) time.zone = zone;
    }
    return { component, entry, starts: entry.startDate.toJSDate(), ends: entry.endDate.toJSDate() };
  });
  return { text, root, zones, events };
}

test('commas, semicolons, backslashes, line breaks and diacritics arrive as written', () => {
  const { events, text } = read();
  const entry = events[0]?.entry;

  expect(entry?.summary).toBe(event.summary);
  expect(entry?.description).toBe(event.description.replaceAll('\r\n', '\n'));
  expect(entry?.location).toBe(event.location);
  expect(entry?.component.getFirstPropertyValue('url')).toBe(
    'https://tessera.example.org/un/trainings/1?a=1%2C2%3Bb',
  );
  expect(text).toContain('X-WR-CALNAME:Rețea\\, urbană\\; 1 x\r\n');
  expect(entry?.component.getFirstProperty('organizer')?.getFirstParameter('cn')).toContain('Rețea, ');
  expect(entry?.organizer).toMatch(/^mailto:un@example\.org$/i);
});

test('an entry keeps its id, counts its changes and says when it changed', () => {
  const component = read().events[0]?.component;

  expect(component?.getFirstPropertyValue('uid')).toBe(event.uid);
  expect(component?.getFirstPropertyValue('sequence')).toBe(2);
  expect(component?.getFirstPropertyValue('status')).toBe('CONFIRMED');
  expect(String(component?.getFirstPropertyValue('dtstamp'))).toBe('2026-04-01T08:30:00Z');
  expect(String(component?.getFirstPropertyValue('last-modified'))).toBe('2026-04-01T08:30:00Z');
});

test('times stand on the clock of the place and mean the same instant', () => {
  const { text, events } = read([{}, { timeZone: 'Europe/Berlin', uid: 'b' }]);

  expect(text).toContain('DTSTART;TZID=Europe/Bucharest:20260504T090000');
  expect(text).toContain('DTSTART;TZID=Europe/Berlin:20260504T080000');
  expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2);
  for (const { starts, ends } of events) expect([starts, ends]).toEqual([event.startsAt, event.endsAt]);
});

test('an event across the change of the clock keeps its true length', () => {
  const spring = { startsAt: new Date('2026-03-28T18:00:00Z'), endsAt: new Date('2026-03-29T07:00:00Z') };
  const autumn = { startsAt: new Date('2026-10-24T17:00:00Z'), endsAt: new Date('2026-10-25T08:00:00Z') };
  const { text, events } = read([spring, autumn]);

  expect(text).toContain(
    'DTSTART;TZID=Europe/Bucharest:20260328T200000\r\nDTEND;TZID=Europe/Bucharest:20260329T100000',
  );
  expect(text).toContain(
    'DTSTART;TZID=Europe/Bucharest:20261024T200000\r\nDTEND;TZID=Europe/Bucharest:20261025T100000',
  );
  expect(events.map(({ starts, ends }) => ({ startsAt: starts, endsAt: ends }))).toEqual([spring, autumn]);
});

test('the hour that comes twice in autumn is not mistaken for the first one', () => {
  const second = { startsAt: new Date('2026-10-25T01:30:00Z'), endsAt: new Date('2026-10-25T03:00:00Z') };
  const { text, events } = read([second]);

  expect(text).toContain('DTSTART:20261025T013000Z');
  expect(events[0]?.starts).toEqual(second.startsAt);
});

test('zones agree with the clock all year, also where there is no summer time', () => {
  for (const timeZone of [
    'Europe/Bucharest',
    'Europe/Ljubljana',
    'America/New_York',
    'Asia/Kabul',
    'Asia/Kolkata',
    'UTC',
  ]) {
    const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15, 9, 45)));
    const { events } = read(
      months.map((startsAt, index) => ({ timeZone, startsAt, endsAt: startsAt, uid: String(index) })),
    );

    expect(events.map(({ starts }) => starts)).toEqual(months);
  }
});

test('lines are folded at 75 bytes and end in CRLF', () => {
  const lines = read().text.split('\r\n');

  expect(lines.pop()).toBe('');
  expect(lines.at(-1)).toBe('END:VCALENDAR');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.some((line) => /[\r\n]/.test(line))).toBe(false);
});

test('text cannot add lines of its own', () => {
  const attack = 'x\r\nATTACH:https://evil.example\nBEGIN:VALARM\r\u0000';
  const { text } = read(
    [
      {
        summary: attack,
        description: attack,
        location: attack,
        uid: attack,
        organiser: { name: attack, email: attack },
      },
    ],
    { name: attack },
  );

  expect(text).not.toMatch(/^(ATTACH|BEGIN:VALARM)/m);
});

test('a cancellation says so in the file and in the entry', () => {
  const { root, events } = read([{}], { method: 'CANCEL' });

  expect(root.getFirstPropertyValue('method')).toBe('CANCEL');
  expect(events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(read([{ status: 'CANCELLED' }]).events[0]?.component.getFirstPropertyValue('status')).toBe(
    'CANCELLED',
  );
});

test('a calendar without events is a calendar', () => {
  const { root, text } = read([]);

  expect(root.getAllSubcomponents('vevent')).toEqual([]);
  expect(text).toContain('PRODID:-//tessera.example.org//Tessera//RO');
});

test('the same input gives the same text', () => {
  expect(calendarFile(input)).toBe(calendarFile(input));
});
