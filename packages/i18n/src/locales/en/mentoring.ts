export const mentoring = {
  events: {
    mentoring: {
      programme_created: 'Designed a mentoring programme',
      programme_changed: 'Changed a mentoring programme',
      programme_moved: 'Moved a mentoring programme on',
      cohort_added: 'Added a group to a mentoring programme',
      mentor_added: 'Put a mentor forward',
      mentor_changed: 'Changed what a mentor offers',
      mentor_moved: 'Changed the state of a mentor',
      mentee_added: 'Added a mentee',
      mentee_changed: 'Changed the details of a mentee',
      mentee_moved: 'Changed the state of a mentee',
      relation_proposed: 'Proposed a mentor',
      relation_accepted: 'Accepted a mentoring proposal',
      agreement_signed: 'Noted that a mentoring agreement was signed',
      relation_moved: 'Changed the state of a mentoring relation',
      goal_set: 'Set a goal',
      goal_reviewed: 'Reviewed a goal',
      draft_begun: 'Began to write about a mentoring session',
      session_logged: 'Logged a mentoring session',
    },
  },
};
