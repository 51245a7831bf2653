import type { Caller } from '@tessera/core/api.server.ts';

type Managed = Awaited<ReturnType<Caller['trainings']['manage']>>;

export type ManagedTraining = Managed['training'];
export type ManagedSeat = Managed['seats'][number];
export type ManagedReminder = Managed['reminders'][number];
export type ManagedFollowUps = Managed['followUps'];
export type ManagedMove = Managed['moves'][number];
