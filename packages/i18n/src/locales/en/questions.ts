/** The questions that come with the platform; a network can write its own. */
export const questions = {
  reaction: {
    overall: { text: 'How satisfied are you with the training as a whole?', low: 'not at all', high: 'very' },
    useful: { text: 'How useful is it for your work?', low: 'not at all', high: 'very' },
    trainer: { text: 'How clearly did the trainers explain?', low: 'not clearly', high: 'very clearly' },
    organisation: { text: 'How well was everything organised?', low: 'badly', high: 'very well' },
    pace: { text: 'How was the pace?', slow: 'Too slow', right: 'Right', fast: 'Too fast' },
    best: {
      text: 'What helped you most?',
      content: 'The contents',
      exchange: 'Talking with others',
      exercises: 'The exercises',
      materials: 'The materials',
    },
    better: { text: 'What should we do better next time?' },
  },
  learning: {
    knowledge: { text: 'How well do you know the topic of this training?', low: 'hardly', high: 'very well' },
    apply: { text: 'How sure are you that you can use it in your work?', low: 'unsure', high: 'very sure' },
    explain: { text: 'How well could you explain it to a colleague?', low: 'hardly', high: 'very well' },
    help: {
      text: 'How well do you know where to find help and materials?',
      low: 'hardly',
      high: 'very well',
    },
  },
  behaviour: {
    used: {
      text: 'How often have you used what you learned?',
      often: 'Often',
      sometimes: 'Sometimes',
      once: 'Once',
      never: 'Not yet',
    },
    changed: { text: 'How much has your way of working changed?', low: 'not at all', high: 'very much' },
    told: {
      text: 'Whom have you told about it?',
      colleagues: 'Colleagues',
      management: 'My superiors',
      elsewhere: 'Other institutions',
    },
    hindered: {
      text: 'What has made it difficult?',
      time: 'Too little time',
      means: 'No money or materials',
      support: 'Too little support',
      occasion: 'No occasion',
    },
    example: { text: 'What do you do differently today?' },
  },
};
