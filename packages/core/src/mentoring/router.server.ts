import { networkProcedure, router } from '../trpc.server.ts';
import { agreementIn, agreementsOf } from './agreement-page.server.ts';
import { answerAsk } from './answer-ask.server.ts';
import { applyPlan } from './apply-plan.server.ts';
import { approvalForm, approvalPage } from './approval-page.server.ts';
import { askCoordinator } from './ask.server.ts';
import { askInWords } from './ask-in-words.server.ts';
import { askPage } from './ask-page.server.ts';
import { correctSession, ownEntry } from './correct.server.ts';
import { decideApproval } from './decide-approval.server.ts';
import { discardDraft, saveDraft } from './drafts.server.ts';
import { correctGoal, reviewGoal, setGoal } from './goals.server.ts';
import { handOver } from './handover.server.ts';
import { indicators } from './indicators.server.ts';
import { askIntoGroup } from './join-group.server.ts';
import { logForm } from './log-form.server.ts';
import { markTask } from './mark-task.server.ts';
import { menteeSeats, saveMenteeSeats } from './mentee-seats.server.ts';
import { addMentee, editMentee, moveMentee } from './mentees.server.ts';
import { addMentor, editMentor, moveMentor } from './mentors.server.ts';
import { modulesOf, saveModules } from './modules.server.ts';
import { movePlanned } from './move-planned.server.ts';
import { ownAsks } from './own-asks.server.ts';
import { myself, relationPage } from './page.server.ts';
import { planOf } from './plan-page.server.ts';
import { allowPair, planCohort, ruleOut, suggest } from './pool.server.ts';
import { addCohort, createProgramme, editProgramme, moveProgramme } from './programmes.server.ts';
import { proposePairs, proposeRelation } from './propose.server.ts';
import {
  board,
  choices,
  mentee,
  mentees,
  mentor,
  mentors,
  myMentees,
  programme,
  programmes,
  summary,
} from './queries.server.ts';
import {
  acceptForMentee,
  acceptRelation,
  declineForMentee,
  declineRelation,
  moveRelation,
} from './relations.server.ts';
import { requestApproval } from './request-approval.server.ts';
import { riskPage } from './risk-page.server.ts';
import { saveAgreement } from './save-agreement.server.ts';
import { savePlan } from './save-plan.server.ts';
import {
  Agreement,
  AgreementFor,
  AgreementText,
  AnswerFor,
  ApprovalDecision,
  ApprovalId,
  ApprovalOf,
  ApprovalRequest,
  ApprovalWithdrawal,
  AskAnswer,
  AskId,
  AskWithdrawal,
  BoardFilter,
  CohortChoice,
  Correction,
  Draft,
  EditedMentee,
  EntryId,
  GoalCorrection,
  GoalFields,
  GoalReview,
  Handover,
  Joining,
  MenteeAsk,
  MenteeFilter,
  MenteeId,
  MenteeMove,
  MenteeSeats,
  MentorAsk,
  MentorFields,
  MentorFilter,
  MentorId,
  MentorMove,
  NewAsk,
  NewCohort,
  NewMentee,
  NewMentor,
  NewPlan,
  Pair,
  PlannedDay,
  PlannedMove,
  PlanOffer,
  ProgrammeEdit,
  ProgrammeFields,
  ProgrammeId,
  ProgrammeModules,
  ProgrammeMove,
  Proposal,
  ProposedPairs,
  RelationId,
  RelationMove,
  RelationPage,
  RiskChange,
  SessionLog,
  StepTick,
  TaskMarked,
} from './schema.ts';
import { logSession } from './sessions.server.ts';
import { setRisk } from './set-risk.server.ts';
import { settleSession } from './settle.server.ts';
import { signAgreement, signFor } from './sign-agreement.server.ts';
import { standing } from './standing.server.ts';
import { tickStep } from './steps.server.ts';
import { takeBackApproval } from './take-back-approval.server.ts';
import { takeBackAsk } from './take-back-ask.server.ts';
import { tasksOf } from './tasks.server.ts';
import { withdraw } from './withdraw.server.ts';

export const mentoringRouter = router({
  programmes: networkProcedure({ can: 'programme.read' }).query(({ ctx }) => programmes(ctx)),
  programme: networkProcedure({ can: 'programme.read' })
    .input(ProgrammeId)
    .query(({ ctx, input }) => programme(ctx, input.programmeId)),
  createProgramme: networkProcedure({ can: 'programme.create' })
    .input(ProgrammeFields)
    .mutation(({ ctx, input: { network: _network, ...fields } }) => createProgramme(ctx, fields)),
  editProgramme: networkProcedure({ can: 'programme.edit' })
    .input(ProgrammeEdit)
    .mutation(({ ctx, input: { network: _network, programmeId, ...fields } }) =>
      editProgramme(ctx, programmeId, fields),
    ),
  moveProgramme: networkProcedure({ can: 'programme.move' })
    .input(ProgrammeMove)
    .mutation(({ ctx, input }) => moveProgramme(ctx, input)),
  addCohort: networkProcedure({ can: 'programme.edit' })
    .input(NewCohort)
    .mutation(({ ctx, input }) => addCohort(ctx, input)),

  mentors: networkProcedure({ can: 'mentor.read' })
    .input(MentorFilter)
    .query(({ ctx, input }) => mentors(ctx, input)),
  mentor: networkProcedure({ can: 'mentor.read' })
    .input(MentorId)
    .query(({ ctx, input }) => mentor(ctx, input.mentorId)),
  choices: networkProcedure({ can: 'mentee.add' }).query(({ ctx }) => choices(ctx)),
  addMentor: networkProcedure({ can: 'mentor.add' })
    .input(NewMentor)
    .mutation(({ ctx, input: { network: _network, ...fields } }) => addMentor(ctx, fields)),
  editMentor: networkProcedure({ can: 'mentor.edit' })
    .input(MentorFields.extend(MentorId.shape))
    .mutation(({ ctx, input: { network: _network, mentorId, ...fields } }) =>
      editMentor(ctx, mentorId, fields),
    ),
  moveMentor: networkProcedure({ can: 'mentor.move' })
    .input(MentorMove)
    .mutation(({ ctx, input }) => moveMentor(ctx, input)),

  mentees: networkProcedure({ can: 'mentee.read' })
    .input(MenteeFilter)
    .query(({ ctx, input }) => mentees(ctx, input)),
  mentee: networkProcedure({ can: 'mentee.read' })
    .input(MenteeId)
    .query(({ ctx, input }) => mentee(ctx, input.menteeId)),
  addMentee: networkProcedure({ can: 'mentee.add' })
    .input(NewMentee)
    .mutation(({ ctx, input: { network: _network, ...fields } }) => addMentee(ctx, fields)),
  editMentee: networkProcedure({ can: 'mentee.edit' })
    .input(EditedMentee)
    .mutation(({ ctx, input: { network: _network, menteeId, ...fields } }) =>
      editMentee(ctx, menteeId, fields),
    ),
  moveMentee: networkProcedure({ can: 'mentee.move' })
    .input(MenteeMove)
    .mutation(({ ctx, input }) => moveMentee(ctx, input)),

  /** Opening what a mentee wishes leaves an entry. */
  suggest: networkProcedure({ can: 'relation.propose' })
    .input(MenteeId)
    .query(({ ctx, input }) => suggest(ctx, input.menteeId)),
  /** Opening what mentees wish leaves an entry for each. */
  planCohort: networkProcedure({ can: 'relation.propose' })
    .input(CohortChoice)
    .query(({ ctx, input }) => planCohort(ctx, input)),
  ruleOut: networkProcedure({ can: 'relation.propose' })
    .input(Pair)
    .mutation(({ ctx, input }) => ruleOut(ctx, input)),
  allowPair: networkProcedure({ can: 'relation.propose' })
    .input(Pair)
    .mutation(({ ctx, input }) => allowPair(ctx, input)),
  proposePairs: networkProcedure({ can: 'relation.propose' })
    .input(ProposedPairs)
    .mutation(({ ctx, input }) => proposePairs(ctx, input)),
  propose: networkProcedure({ can: 'relation.propose' })
    .input(Proposal)
    .mutation(({ ctx, input }) => proposeRelation(ctx, input)),
  askIntoGroup: networkProcedure({ can: 'relation.propose' })
    .input(Joining)
    .mutation(({ ctx, input }) => askIntoGroup(ctx, input)),
  accept: networkProcedure({ can: 'relation.answer' })
    .input(RelationId)
    .mutation(({ ctx, input }) => acceptRelation(ctx, input.relationId)),
  /** For a mentee without a login: whoever may nominate them answers. */
  acceptFor: networkProcedure({ can: 'mentee.add' })
    .input(AnswerFor)
    .mutation(({ ctx, input }) => acceptForMentee(ctx, input)),
  declineFor: networkProcedure({ can: 'mentee.add' })
    .input(AnswerFor)
    .mutation(({ ctx, input }) => declineForMentee(ctx, input)),
  decline: networkProcedure({ can: 'relation.answer' })
    .input(RelationId)
    .mutation(({ ctx, input }) => declineRelation(ctx, input.relationId)),
  signAgreement: networkProcedure({ can: 'relation.answer' })
    .input(Agreement)
    .mutation(({ ctx, input }) => signAgreement(ctx, input)),
  /** Whoever knows of a mentee may be the one who acts for them; the verb asks. */
  signFor: networkProcedure({ can: 'mentee.read' })
    .input(AgreementFor)
    .mutation(({ ctx, input }) => signFor(ctx, input)),
  agreements: networkProcedure({ can: 'programme.edit' })
    .input(ProgrammeId)
    .query(({ ctx, input }) => agreementsOf(ctx, input.programmeId)),
  saveAgreement: networkProcedure({ can: 'programme.edit' })
    .input(AgreementText)
    .mutation(({ ctx, input }) => saveAgreement(ctx, input)),
  agreement: networkProcedure({ can: 'mentee.read' })
    .input(RelationId)
    .query(({ ctx, input }) => agreementIn(ctx, input.relationId)),
  handOver: networkProcedure({ can: 'relation.move' })
    .input(Handover)
    .mutation(({ ctx, input }) => handOver(ctx, input)),
  moveRelation: networkProcedure({ can: 'relation.move' })
    .input(RelationMove)
    .mutation(({ ctx, input }) => moveRelation(ctx, input)),

  setGoal: networkProcedure({ can: 'goal.set' })
    .input(GoalFields)
    .mutation(({ ctx, input }) => setGoal(ctx, input)),
  correctGoal: networkProcedure({ can: 'goal.review' })
    .input(GoalCorrection)
    .mutation(({ ctx, input: { network: _network, ...correction } }) => correctGoal(ctx, correction)),
  reviewGoal: networkProcedure({ can: 'goal.review' })
    .input(GoalReview)
    .mutation(({ ctx, input }) => reviewGoal(ctx, input)),
  saveDraft: networkProcedure({ can: 'session.log' })
    .input(Draft)
    .mutation(({ ctx, input }) => saveDraft(ctx, input)),
  logSession: networkProcedure({ can: 'session.log' })
    .input(SessionLog)
    .mutation(({ ctx, input }) => logSession(ctx, input)),
  /** Their reader's own draft comes with it. */
  logForm: networkProcedure({ can: 'session.log' })
    .input(RelationId)
    .query(({ ctx, input }) => logForm(ctx, input.relationId)),
  discardDraft: networkProcedure({ can: 'session.log' })
    .input(RelationId)
    .mutation(({ ctx, input }) => discardDraft(ctx, input.relationId)),
  /** One's own, for its correction; the reading leaves an entry. */
  entry: networkProcedure({ can: 'session.log' })
    .input(EntryId)
    .query(({ ctx, input }) => ownEntry(ctx, input.relationId, input.entryId)),
  correctSession: networkProcedure({ can: 'session.log' })
    .input(Correction)
    .mutation(({ ctx, input }) => correctSession(ctx, input)),
  settleSession: networkProcedure({ can: 'session.edit' })
    .input(PlannedMove)
    .mutation(({ ctx, input }) => settleSession(ctx, input)),
  movePlanned: networkProcedure({ can: 'session.edit' })
    .input(PlannedDay)
    .mutation(({ ctx, input }) => movePlanned(ctx, input)),
  /** Of the own relation; opening the reasons leaves an entry. */
  risk: networkProcedure({ can: 'session.edit' })
    .input(RelationId)
    .query(({ ctx, input }) => riskPage(ctx, input.relationId)),
  setRisk: networkProcedure({ can: 'session.edit' })
    .input(RiskChange)
    .mutation(({ ctx, input }) => setRisk(ctx, input)),
  /** Reading the goals and the words leaves an entry. */
  approval: networkProcedure({ can: 'relation.answer' })
    .input(ApprovalId)
    .query(({ ctx, input }) => approvalPage(ctx, input.approvalId)),
  /** What the mentor would send; opening the goals leaves an entry. */
  approvalForm: networkProcedure({ can: 'session.edit' })
    .input(ApprovalOf)
    .query(({ ctx, input }) => approvalForm(ctx, input)),
  requestApproval: networkProcedure({ can: 'session.edit' })
    .input(ApprovalRequest)
    .mutation(({ ctx, input }) => requestApproval(ctx, input)),
  takeBackApproval: networkProcedure({ can: 'session.edit' })
    .input(ApprovalWithdrawal)
    .mutation(({ ctx, input }) => takeBackApproval(ctx, input)),
  decideApproval: networkProcedure({ can: 'relation.move' })
    .input(ApprovalDecision)
    .mutation(({ ctx, input }) => decideApproval(ctx, input)),
  tickStep: networkProcedure({ can: 'session.log' })
    .input(StepTick)
    .mutation(({ ctx, input }) => tickStep(ctx, input)),
  askAsMentor: networkProcedure({ can: 'relation.answer' })
    .input(MentorAsk)
    .mutation(({ ctx, input }) => askCoordinator(ctx, 'mentor', input)),
  askAsMentee: networkProcedure({ can: 'relation.answer' })
    .input(MenteeAsk)
    .mutation(({ ctx, input }) => askCoordinator(ctx, 'mentee', input)),

  asks: networkProcedure({ can: 'relation.answer' }).query(({ ctx }) => ownAsks(ctx)),
  askInWords: networkProcedure({ can: 'relation.answer' })
    .input(NewAsk)
    .mutation(({ ctx, input }) => askInWords(ctx, input)),
  takeBackAsk: networkProcedure({ can: 'relation.answer' })
    .input(AskWithdrawal)
    .mutation(({ ctx, input }) => takeBackAsk(ctx, input)),
  /** Reading the words leaves an entry. */
  ask: networkProcedure({ can: 'relation.answer' })
    .input(AskId)
    .query(({ ctx, input }) => askPage(ctx, input.askId)),
  answerAsk: networkProcedure({ can: 'relation.move' })
    .input(AskAnswer)
    .mutation(({ ctx, input }) => answerAsk(ctx, input)),
  /** The plan of a programme, and what it would change in relations that go on. */
  plan: networkProcedure({ can: 'programme.edit' })
    .input(ProgrammeId)
    .query(({ ctx, input }) => planOf(ctx, input.programmeId)),
  savePlan: networkProcedure({ can: 'programme.edit' })
    .input(NewPlan)
    .mutation(({ ctx, input }) => savePlan(ctx, input)),
  applyPlan: networkProcedure({ can: 'programme.edit' })
    .input(PlanOffer)
    .mutation(({ ctx, input }) => applyPlan(ctx, input)),
  tasks: networkProcedure({ can: 'relation.answer' })
    .input(RelationId)
    .query(({ ctx, input }) => tasksOf(ctx, input.relationId)),
  markTask: networkProcedure({ can: 'relation.answer' })
    .input(TaskMarked)
    .mutation(({ ctx, input }) => markTask(ctx, input)),
  modules: networkProcedure({ can: 'programme.edit' })
    .input(ProgrammeId)
    .query(({ ctx, input }) => modulesOf(ctx, input.programmeId)),
  saveModules: networkProcedure({ can: 'programme.edit' })
    .input(ProgrammeModules)
    .mutation(({ ctx, input }) => saveModules(ctx, input)),
  /** Whom a mentee without a login is in the lists of the modules. */
  menteeSeats: networkProcedure({ can: 'programme.edit' })
    .input(MenteeId)
    .query(({ ctx, input }) => menteeSeats(ctx, input.menteeId)),
  saveMenteeSeats: networkProcedure({ can: 'programme.edit' })
    .input(MenteeSeats)
    .mutation(({ ctx, input }) => saveMenteeSeats(ctx, input)),

  myMentees: networkProcedure({ can: 'session.edit' }).query(({ ctx }) => myMentees(ctx)),
  /** Each reading leaves an entry. */
  relation: networkProcedure({ can: 'goal.read' })
    .input(RelationPage)
    .query(({ ctx, input }) => relationPage(ctx, input.relationId, input.before)),
  /** Each reading leaves an entry. */
  myself: networkProcedure({ can: 'goal.read' }).query(({ ctx }) => myself(ctx)),
  standing: networkProcedure({ can: 'relation.move' })
    .input(RelationId)
    .query(({ ctx, input }) => standing(ctx, input.relationId)),
  board: networkProcedure({ can: 'relation.move' })
    .input(BoardFilter)
    .query(({ ctx, input }) => board(ctx, input.programmeId)),
  summary: networkProcedure({ can: 'mentoring.summary' }).query(({ ctx }) => summary(ctx)),
  indicators: networkProcedure({ can: 'mentoring.summary' }).query(({ ctx }) => indicators(ctx)),
  withdraw: networkProcedure({ can: 'relation.answer' })
    .input(MenteeId)
    .mutation(({ ctx, input }) => withdraw(ctx, input.menteeId)),
});
