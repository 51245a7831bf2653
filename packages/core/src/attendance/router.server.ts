import { SeatId, SeatLink } from '../seats/schema.ts';
import { TrainingId } from '../trainings/schema.ts';
import { networkProcedure, router, visitorProcedure } from '../trpc.server.ts';
import { checkIn } from './check-in.server.ts';
import { checkEvidence, evidence, evidenceFile, withdraw } from './evidence.server.ts';
import { keepList } from './keep-list.server.ts';
import { lockAttendance } from './lock.server.ts';
import { markAttendance } from './mark.server.ts';
import { passByLink } from './pass.server.ts';
import { askPresence, confirmPresence, presencePage } from './presence.server.ts';
import { door, pass, passes, printedList, roster, sheet, trail } from './queries.server.ts';
import { reopenAttendance } from './reopen.server.ts';
import {
  CheckIns,
  EvidenceId,
  FileToCheck,
  HalfDayId,
  ListRequest,
  Marks,
  PresenceLink,
  Reopening,
  Signature,
  SignedList,
  SigningSeat,
  WalkIn,
} from './schema.ts';
import { openSignature, sign, signingPage } from './sign.server.ts';
import { addWalkIn, walkInPage } from './walk-in.server.ts';

export const attendanceRouter = router({
  sheet: networkProcedure({ can: 'attendance.mark' })
    .input(TrainingId)
    .query(({ ctx, input }) => sheet(ctx, input.trainingId)),
  trail: networkProcedure({ can: 'attendance.mark' })
    .input(HalfDayId)
    .query(({ ctx, input }) => trail(ctx, input)),
  mark: networkProcedure({ can: 'attendance.mark' })
    .input(Marks)
    .mutation(({ ctx, input }) => markAttendance(ctx, input)),
  lock: networkProcedure({ can: 'attendance.mark' })
    .input(HalfDayId)
    .mutation(({ ctx, input }) => lockAttendance(ctx, input)),
  reopen: networkProcedure({ can: 'attendance.reopen' })
    .input(Reopening)
    .mutation(({ ctx, input }) => reopenAttendance(ctx, input)),
  door: networkProcedure({ can: 'attendance.mark' })
    .input(TrainingId)
    .query(({ ctx, input }) => door(ctx, input.trainingId)),
  roster: networkProcedure({ can: 'attendance.mark' })
    .input(TrainingId)
    .query(({ ctx, input }) => roster(ctx, input.trainingId)),
  passes: networkProcedure({ can: 'attendance.mark' })
    .input(TrainingId)
    .query(({ ctx, input }) => passes(ctx, input.trainingId)),
  pass: networkProcedure({ can: 'registration.read' })
    .input(SeatId)
    .query(({ ctx, input }) => pass(ctx, input.seatId)),
  passByLink: visitorProcedure
    .meta({ notForPrograms: 'link' })
    .input(SeatLink)
    .query(({ ctx, input }) => passByLink(ctx, input)),
  checkIn: networkProcedure({ can: 'attendance.mark' })
    .input(CheckIns)
    .mutation(({ ctx, input }) => checkIn(ctx, input)),
  printedList: networkProcedure({ can: 'attendance.mark' })
    .input(ListRequest)
    .query(({ ctx, input }) => printedList(ctx, input)),
  evidence: networkProcedure({ can: 'attendance.mark' })
    .input(HalfDayId)
    .query(({ ctx, input }) => evidence(ctx, input)),
  evidenceFile: networkProcedure({ can: 'attendance.mark' })
    .input(EvidenceId)
    .query(({ ctx, input }) => evidenceFile(ctx, input)),
  keepList: networkProcedure({ can: 'attendance.mark' })
    .input(SignedList)
    .mutation(({ ctx, input }) => keepList(ctx, input)),
  checkEvidence: networkProcedure({ can: 'attendance.mark' })
    .input(FileToCheck)
    .mutation(({ ctx, input }) => checkEvidence(ctx, input)),
  withdrawEvidence: networkProcedure({ can: 'attendance.mark' })
    .input(EvidenceId)
    .mutation(({ ctx, input }) => withdraw(ctx, input)),
  walkInPage: networkProcedure({ can: 'attendance.walk_in' })
    .input(HalfDayId)
    .query(({ ctx, input }) => walkInPage(ctx, input)),
  addWalkIn: networkProcedure({ can: 'attendance.walk_in' })
    .input(WalkIn)
    .mutation(({ ctx, input }) => addWalkIn(ctx, input)),
  signingPage: networkProcedure({ can: 'attendance.mark' })
    .input(SigningSeat)
    .query(({ ctx, input }) => signingPage(ctx, input)),
  sign: networkProcedure({ can: 'attendance.mark' })
    .input(Signature)
    .mutation(({ ctx, input }) => sign(ctx, input)),
  askPresence: networkProcedure({ can: 'attendance.mark' })
    .input(HalfDayId)
    .mutation(({ ctx, input }) => askPresence(ctx, input)),
  presencePage: visitorProcedure
    .meta({ notForPrograms: 'link' })
    .input(PresenceLink)
    .query(({ ctx, input }) => presencePage(ctx, input)),
  confirmPresence: visitorProcedure
    .input(PresenceLink)
    .mutation(({ ctx, input }) => confirmPresence(ctx, input)),
  openSignature: networkProcedure({ can: 'attendance.mark' })
    .input(EvidenceId)
    .mutation(({ ctx, input }) => openSignature(ctx, input)),
});
