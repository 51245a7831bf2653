export const initiatives = {
  events: {
    initiative: {
      begun: 'Began an initiative',
      planned: 'Changed the plan of an initiative',
      moved: 'Changed the state of an initiative',
      task_ticked: 'Ticked a task of an initiative',
      story_written: 'Wrote the story of an initiative',
      consent_answered: 'Answered whether a story may be shown',
      photo_kept: 'Added a picture to the story of an initiative',
      published: 'Published the story of an initiative',
      unpublished: 'Took the story of an initiative off the public pages',
    },
  },
};
