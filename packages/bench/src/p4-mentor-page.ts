import { withClient } from '@tessera/db/provision.server.ts';
import { paths } from '@tessera/paths/paths.ts';
import { closeMentoring, newProgramme, newTutor, settle } from './p4-mentoring.ts';
import { newOffice } from './p7.ts';
import { type Effort, pageCost } from './page-cost.ts';
import { cookieOf, type Page, type Stage } from './pages.ts';
import type { Place } from './place.ts';
import type { Outcome } from './report.ts';

const MENTEES = [1, 100];

/** Mentors whose page is measured, in a network of their own. */
export type Mentors = { pages: (Page & { mentees: number })[]; close: () => Promise<void> };

/** Makes a mentor with one mentee and one with a hundred, before the pages are built. */
export async function openMentors({ urls }: Place): Promise<Mentors> {
  const office = await newOffice();
  const people: string[] = [];
  const close = () => withClient(urls.adminUrl, (admin) => closeMentoring(admin, office, people));
  try {
    const pages = await withClient(urls.adminUrl, async (admin) => {
      const programmeId = await newProgramme(office);
      const found: Mentors['pages'] = [];
      for (const mentees of MENTEES) {
        const { personId } = await newTutor(admin, office, programmeId, mentees, people);
        // One address for both: what follows it keeps M's data apart, and the page does not read it.
        const path = `${paths.mentoringMine(office.code)}?mentees=${mentees}`;
        found.push({ path, cookie: await cookieOf(personId), mentees });
      }
      await settle(admin);
      return found;
    });
    return { pages, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** P4: the page that a mentor opens first, with one mentee and with a hundred. */
export async function p4MentorPage(stage: Stage, { pages }: Mentors, effort: Effort): Promise<Outcome[]> {
  const found: Outcome[] = [];
  for (const { path, cookie, mentees } of pages) {
    const workload = `mentor's page, ${mentees === 1 ? '1 mentee' : `${mentees} mentees`}`;
    const page = { id: 'P4', workload, paths: [path], cookie, bar: 1.6, star: 1.2 };
    const { row, control, same } = await pageCost(stage, page, effort);
    found.push({ rows: [row], control, counts: [{ ...same, what: `${workload}: ${same.what}` }] });
  }
  return found;
}
